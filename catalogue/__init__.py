"""The words of the house: periods, units, elements, indicators, targets, forms, legal bases; read once from data/."""
