"""What a leader is told of a unit and period, in words and values: the overview, the page for the chairman and the slides say this."""
