"""Answers on paper: sheets to print, and typing in what stands on them."""
