"""The answer page: one HTML file per participant, and the answer file it saves."""
