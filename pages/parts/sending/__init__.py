"""Who has sent what: the board of returns, the sheet of a unit."""
