"""The floor for every file that travels: a signed container that knows no feature."""
