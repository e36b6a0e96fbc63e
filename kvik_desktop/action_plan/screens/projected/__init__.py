"""The slides of the areas: what the room sees, made from ``action_plan.projected`` and nothing else."""
