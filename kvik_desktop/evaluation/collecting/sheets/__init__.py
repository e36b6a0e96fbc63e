"""What a sheet to answer on says and how it is set, the same for forms on a screen and on paper."""
