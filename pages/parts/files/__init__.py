"""Workbooks that came in: batches, pictures of sheets, questions, what goes back."""
