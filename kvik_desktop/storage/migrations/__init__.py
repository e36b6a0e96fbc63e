"""The steps from one schema to the next, a folder for each kind of database."""
