"""The form of a Word file: its pages, its head, its tables, its marks and footnotes. Nothing here knows what the words mean."""
