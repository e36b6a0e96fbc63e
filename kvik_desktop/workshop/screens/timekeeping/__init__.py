"""The clock of the meeting as one sees it: the line over the board, and the page of the day."""
