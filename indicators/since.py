"""What a unit's returns said when they were first sent, against what is in force now."""

from __future__ import annotations

import pandas as pd

KEY = ["element", "basis"]
COLUMNS = [*KEY, "sent", "sent_by", "now", "now_by", "kind"]


def since(sent: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """One row each count and basis of one unit and period: its first value and the one in force, each with its return, and `kind`.

    Both hold element, basis, value, submission; `sent` has every accepted value ever received, in the order taken in. kind: "same",
    "changed", or "gone" (its return was taken out and none took its place; `now` is NaN). Changed ones stand first.
    """
    first = _plain(sent).drop_duplicates(KEY, keep="first").rename(columns={"value": "sent", "submission": "sent_by"})
    last = _plain(now).drop_duplicates(KEY, keep="last").rename(columns={"value": "now", "submission": "now_by"})
    both = first.merge(last, on=KEY, how="left")
    same = (both["sent"] - both["now"]).abs() < 1e-9
    both["kind"] = ["gone" if pd.isna(now) else "same" if alike else "changed" for now, alike in zip(both["now"], same, strict=True)]
    return both.sort_values("kind", key=lambda kinds: kinds == "same", kind="stable").reset_index(drop=True)[COLUMNS]


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    texts = {name: frame[name].astype(str) for name in KEY}
    return frame[[*KEY, "value", "submission"]].assign(**texts)
