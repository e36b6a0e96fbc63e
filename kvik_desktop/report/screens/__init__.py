"""What one sees of the report."""
