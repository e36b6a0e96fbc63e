"""Stories: one journey of a user a file, told through the drivers."""
