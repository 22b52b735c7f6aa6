"""What several pages share: the gate, filters, cards, charts, words on the screen."""
