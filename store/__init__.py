"""What we keep: originals, returns, observations, answers, targets, audit. All the SQL of the house."""
