"""The widgets that pages are built of, one a file."""
