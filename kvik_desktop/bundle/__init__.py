"""The result package: what goes with it, what stays, and an export that is checked by reading it back."""
