"""The slides of the meeting: what the room sees, made from ``workshop.projected`` and nothing else."""
