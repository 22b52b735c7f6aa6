"""What is known of one sheet and of the whole file."""
