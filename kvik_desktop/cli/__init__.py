"""The `kvik` command: a thin face on the same use cases as the window, without Qt."""
