"""How returns come in: workbook to reading to observations and issues."""
