"""What one sees of preparation and individual assessment."""
