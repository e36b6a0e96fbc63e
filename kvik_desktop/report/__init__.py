"""The report: an evaluation as plain data, its figures drawn once, and the typeset document."""
