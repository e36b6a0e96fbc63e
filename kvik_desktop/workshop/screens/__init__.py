"""The meeting as one sees it: before the reveal, the board, and the accepted result."""
