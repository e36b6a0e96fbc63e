"""What `kvik bench` measures, each beside the floor that nobody can go below."""
