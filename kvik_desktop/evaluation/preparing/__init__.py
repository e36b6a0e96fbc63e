"""What a team decides before it begins, step by step: the path of preparation, and what is advised on it."""
