"""What a correction brings: the places that were marked, mended or not, and what else was changed since the file was sent back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from catalogue.language import _, number
from loaders.result import FileReading
from loaders.verdict import verdict
from pages.parts import desk
from pages.parts.html import Html, h, link
from store import Submission

CELLS_SHOWN = 24


def callout(reading: FileReading, submission: Submission, page: Callable[[int], str], before: FileReading | None = None) -> Html:
    """The block at the head of a correction's page; nothing for any other file. `page` gives the address of a file, `before` is what was
    read of the return that it mends."""
    found = verdict(reading)
    if found is None:
        return Html("")
    marked = len(found.fixed) + len(found.still)
    said = _("This is a correction: {fixed} of {all} marked places are mended.", fixed=number(len(found.fixed)), all=number(marked))
    lines = [
        _line(_("Mended"), found.fixed),
        _line(_("Still to mend"), found.still),
        _line(_("Newly wrong"), found.fresh),
        _line(_("Changed too, though not marked"), found.changed, _values(before, reading)),
    ]
    link_back = desk.ways(link(_("The file that was sent back"), page(submission.replaces))) if submission.replaces else None
    tone = "bad" if found.still or found.fresh else "warn" if found.changed else ""
    return h("section", h("p", h("b", said)), *lines, link_back, class_=f"desk-callout {tone}".strip())


def _values(before: FileReading | None, now: FileReading) -> dict[str, str]:
    """Of each figure that was changed what stood in its cell and what stands there now."""
    old, new = ({f"{o.sheet}!{o.cell}": o.raw for o in one.observations} if one else {} for one in (before, now))
    blank = _("blank")
    told = ((place, old.get(place) or blank, new.get(place) or blank) for place in {*old, *new})
    return {place: f"{was}\u00a0\u2192\u00a0{stands}" for place, was, stands in told if was != stands}


def _line(words: str, places: Sequence[str], values: Mapping[str, str] | None = None) -> Html | None:
    if not places:
        return None
    sheets = {place.rpartition("!")[0] for place in places}
    names = [place if len(sheets) > 1 else place.rpartition("!")[2] or place.rstrip("!") for place in places[:CELLS_SHOWN]]
    names = [f"{name} ({values[place]})" if values and place in values else name for name, place in zip(names, places, strict=False)]
    more = f" … ({number(len(places))})" if len(places) > CELLS_SHOWN else ""
    return h("p", f"{words}: ", ", ".join(names) + more)
