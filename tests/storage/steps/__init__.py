"""The steps of the tests' own small schema."""
