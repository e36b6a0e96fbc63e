"""What the file holds about one person: told, handed out and deleted."""
