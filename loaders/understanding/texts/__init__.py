"""Words as the reader folds them, what a row is called, the shape of a table."""
