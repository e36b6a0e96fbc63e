"""What leaves the coordinator's house: frozen figures that give no institution away."""
