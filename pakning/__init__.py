"""What sets the program up, tests it, packs it and looks after its languages; never shipped with it."""
