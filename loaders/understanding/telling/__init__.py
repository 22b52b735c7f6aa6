"""What is told of a file: its outcome, its remarks, every cell in one class."""
