"""The report told as blocks, for the forms that flow: Word and the web page."""
