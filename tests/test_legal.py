"""The register of legal texts: which one stands in the place of one that has ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from catalogue.legal import legal_bases, outlived

FIRST = replace(next(iter(legal_bases().values())), id="a", date=dt.date(2025, 1, 9), in_force_from=None, in_force_to=None, replaced_by="")
TODAY, LATER = dt.date(2026, 11, 1), dt.date(2030, 12, 31)


def chain(*ends):
    """Texts a, b, c ..., each in the place of the one before, with the days until which they hold."""
    names = "abc"[: len(ends)]
    made = [
        replace(FIRST, id=name, in_force_to=dt.date.fromisoformat(end) if end else None, replaced_by=after)
        for name, after, end in zip(names, [*names[1:], ""], ends, strict=True)
    ]
    return {one.id: one for one in made}


def in_place(known, on=TODAY, until=LATER):
    found = outlived(known["a"], known, on, until)
    return found and found.id


def test_what_a_text_in_force_sets_has_not_outlived_it():
    assert in_place(chain("")) is None and in_place(chain("2026-11-01")) is None


def test_the_text_in_force_stands_in_the_place_of_those_that_ended():
    assert in_place(chain("2025-03-31", "")) == "b"
    assert in_place(chain("2025-03-31", "2025-12-31", "")) == "c"
    assert in_place(chain("2025-03-31")) == "a", "itself, where no other is known"


def test_what_ended_before_its_text_did_is_past_and_not_outlived():
    assert in_place(chain("2025-12-31", ""), until=dt.date(2025, 12, 31)) is None


def test_texts_that_name_each_other_end_the_search():
    known = chain("2025-03-31", "2025-06-30")
    known["b"] = replace(known["b"], replaced_by="a")
    assert in_place(known) in known
