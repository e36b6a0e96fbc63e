"""Tests of the status meetings."""
