"""The coordinator: taking packages in, which edition counts, and figures that give nobody away."""
