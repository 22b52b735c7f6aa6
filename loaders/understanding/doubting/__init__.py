"""What a person must decide: one question for each cause."""
