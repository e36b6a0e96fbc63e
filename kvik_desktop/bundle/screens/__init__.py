"""What one sees of the handing in."""
