"""The one family of errors a user may see: where it happened, what is wrong, what to do."""

from __future__ import annotations


class UserError(Exception):
    """A mistake that a person can mend. Its text is a whole sentence, already in the reader's language."""
