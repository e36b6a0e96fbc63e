"""The steps of the coordinator's database."""
