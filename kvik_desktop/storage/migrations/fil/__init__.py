"""The steps of evaluation files."""
