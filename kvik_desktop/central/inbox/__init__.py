"""The inbox: what has been handed in, and what became of it."""
