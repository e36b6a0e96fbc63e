"""Fillable forms: made for one participant, filled in anywhere, read back with checks."""
