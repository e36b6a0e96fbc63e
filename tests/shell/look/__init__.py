"""Tests of what the window looks like."""
