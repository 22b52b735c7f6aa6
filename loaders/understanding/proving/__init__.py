"""Whether totals, balances, rates and parts agree."""
