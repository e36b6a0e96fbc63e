"""Status meetings: going through the plan together, what has moved since the last time, and the minutes."""
