"""Which element of which unit and period each cell is said to be."""
