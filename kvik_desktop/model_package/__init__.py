"""The quality model as data: criteria, subcriteria, scale and texts, and the arithmetic of scoring."""
