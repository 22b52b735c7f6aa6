"""One command prints every performance figure as a ratio to its floor."""
