"""The figures: from plain data to one drawing each, the same for screen, paper and web."""
