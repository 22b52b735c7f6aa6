"""What the cells hold, in the units the elements are kept in, and whether that can be."""
