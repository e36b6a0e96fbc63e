"""A participant's own code for answering on this laptop in turn."""
