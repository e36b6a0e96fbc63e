"""Time in the meeting: what the day has room for, what has been used, and when one gets home."""
