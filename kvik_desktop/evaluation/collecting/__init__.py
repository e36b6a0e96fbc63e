"""The ways in which participants and their answers come in."""
