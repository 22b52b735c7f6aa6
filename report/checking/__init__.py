"""The claim checker: every number, unit, citation and worn-out word of somebody's report, held against what we know."""
