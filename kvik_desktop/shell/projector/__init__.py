"""The projector: a second window in large type with what the room may see, and nothing else."""
