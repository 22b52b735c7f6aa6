"""The demo: workbooks of a district written by a seeded generator, imported as a user would."""
