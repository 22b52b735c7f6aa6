"""What the numbers mean: figures, attainment, pace, comparability, completeness."""
