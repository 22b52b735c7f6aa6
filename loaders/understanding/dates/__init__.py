"""Days, spans and periods that a text states."""
