"""The correction workbook: what goes back to a sender, with the cells to mend marked."""
