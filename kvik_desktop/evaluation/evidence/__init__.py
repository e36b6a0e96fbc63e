"""Files that participants put beside their answers as evidence."""
