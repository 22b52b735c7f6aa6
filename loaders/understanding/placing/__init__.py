"""Where tables stand in a sheet, and what stands over and beside them."""
