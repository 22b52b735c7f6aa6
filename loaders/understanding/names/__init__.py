"""Which unit a name means on a day."""
