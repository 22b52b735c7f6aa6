"""Which way a table runs, and what its rows and columns are."""
