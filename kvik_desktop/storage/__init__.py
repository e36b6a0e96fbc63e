"""The floor under every store: files that are complete after each commit, and the way back."""
