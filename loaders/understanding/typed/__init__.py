"""What is typed in a cell: numbers, words for nil, units of measure."""
