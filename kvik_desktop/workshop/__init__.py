"""The meeting: from hidden answers to agreed scores with strengths and areas for improvement."""
