"""What a quality model looks like: the words at the stair, and the guidance beside a question."""
