"""Handing out and taking in: what one sees of the ways to answer that go by files."""
