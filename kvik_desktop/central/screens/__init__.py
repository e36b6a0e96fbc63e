"""What the coordinator sees: the inbox, the register and the comparison."""
