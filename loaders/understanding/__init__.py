"""How a grid of cells is understood: tables, units, periods, elements, numbers; pure, the same grid gives the same reading."""
