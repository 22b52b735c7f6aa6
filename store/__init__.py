"""What we keep: originals, submissions, observations, answers, targets, audit. All the SQL of the house is here."""

from store.store import Store, open_store
from store.words import IN_FORCE, STATE_OF, Answer, Narrative, Original, Remembered, Submission

__all__ = ["IN_FORCE", "STATE_OF", "Answer", "Narrative", "Original", "Remembered", "Store", "Submission", "open_store"]
