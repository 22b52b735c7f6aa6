"""Which element a heading names, and what kind of column it heads."""
