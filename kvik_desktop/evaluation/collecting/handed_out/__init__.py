"""What has been handed out to answer on: to whom, which way, when, and whether it still fits."""
