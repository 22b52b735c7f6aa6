"""How things look: charts, cards, lists, marks, the one theme."""
