"""What we keep: originals, submissions, observations, answers, targets, audit. All the SQL of the house is here."""

import pandas as pd

from store.registers import Account, Exemption, Request, Task, Waiver
from store.store import Store, open_store
from store.words import IN_FORCE, STATE_OF, Answer, Narrative, Original, Remembered, Submission

pd.set_option("mode.string_storage", "python")  # tables here are small and many: Arrow's texts cost a third more in making them

__all__ = [
    "IN_FORCE",
    "STATE_OF",
    "Account",
    "Answer",
    "Exemption",
    "Narrative",
    "Original",
    "Remembered",
    "Request",
    "Store",
    "Submission",
    "Task",
    "Waiver",
    "open_store",
]
