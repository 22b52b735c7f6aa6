"""What the numbers mean: figures, attainment, pace, comparability, completeness. Pure: tables in, tables out."""
