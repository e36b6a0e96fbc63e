"""The room where the window is put together."""
