"""What the window looks like: tokens, type, icons and the style sheet made of them."""
