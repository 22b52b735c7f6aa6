"""How a file is opened: whatever its format and whatever is wrong with it, into a grid of cells or a refusal."""
