"""The site visit: what somebody from outside asked to see, saw, and wrote down beside the group's result."""
