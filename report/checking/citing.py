"""What is wrong with the legal texts and papers a report cites."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from catalogue.language import _, day
from catalogue.legal import LegalBasis
from report.checking import register
from report.checking.citations import Citation, citations, in_the_past, part_of_name
from report.checking.days import days, rests
from report.checking.finding import Finding
from report.checking.folding import declared, plain, says
from report.checking.reported import Report

_ALIKE = 0.6
_TITLE_ALIKE = 0.75
_RUN = 3
_SHORTEST_BODY = 5
_OWN_PAPER = "history"


def check(report: Report) -> list[Finding]:
    """Every finding on the citations of the report, in the order they stand."""
    cited = [c for at, passage in enumerate(report.passages) for c in citations(passage.text, at)]
    found = [finding for c in cited for finding in _one(report, c, cited)]
    return [*found, *_impossible_days(report), *_closed_offices(report, cited)]


def _one(report: Report, cited: Citation, every: Sequence[Citation]) -> Iterator[Finding]:
    known = register.meant(cited)
    mixed = _mixed_up(cited, known, every)
    if mixed:
        yield report.found(cited.passage, cited.start, cited.end, "citation", "inconsistent", *mixed)
    elif known:
        yield from _of_register(report, cited, known)
    if _too_young(report, cited):
        text = _(
            "This paper is of {day}, the report about {period}. Check the day, or name it under the coming tasks.",
            period=_spoken(report),
            day=day(cited.date),
        )
        yield report.found(cited.passage, cited.start, cited.end, "citation", "inconsistent", text)
    yield from _misspelt_bodies(report, cited)


def _spoken(report: Report) -> str:
    period = report.about.period
    return str(period.year) if period else ""


def _mixed_up(cited: Citation, known: LegalBasis | None, every: Sequence[Citation]) -> tuple[str, str] | None:
    """The message and what is right, where number and day do not belong together."""
    if known and cited.date and known.date and cited.date != known.date:
        return _("The register has {number} of {day}. Number and day do not belong together.", number=known.number, day=day(known.date)), (
            register.described(known)
        )
    if known or not cited.date:
        return None
    other = _other_day(cited) or _other_number(cited, every)
    if isinstance(other, LegalBasis):
        text = _("The register knows no {sign} of this number and day, but {right}. Check the number and the day.",
                 sign=cited.sign, right=register.described(other))  # fmt: skip
        return text, register.described(other)
    twin = _twin(cited, every)
    if twin:
        return _("The same paper is cited in two ways: {one} and {other}.", one=cited.text, other=twin.text), ""
    return None


def _other_day(cited: Citation) -> LegalBasis | None:
    """The text of this number in the register when the day given must be wrong: same year, or the same title."""
    for basis in register.same_number(cited):
        if basis.date and cited.date and (basis.date.year == cited.date.year or register.likeness(cited.title, basis) >= _ALIKE):
            return basis
    return None


def _other_number(cited: Citation, every: Sequence[Citation]) -> LegalBasis | None:
    """The text of this sign and day in the register when its number must have been meant.

    Offices of the land sign several papers a day: theirs needs the same digits or title, or that the report cites the right one too.
    """
    for basis in register.same_day(cited):
        right = register.key_of(basis).partition("/")[0]
        beside = any(other.key == register.key_of(basis) for other in every)
        if beside or _slip(cited.number, right) or register.likeness(cited.title, basis) >= _ALIKE or _of_the_state(cited):
            return basis
    return None


def _of_the_state(cited: Citation) -> bool:
    return plain(cited.sign) in {plain(row["sign"]) for row in declared("central_signs.csv")}


def _slip(left: str, right: str) -> bool:
    """Whether two numbers are one typed wrong: digits changed places."""
    return left != right and sorted(left) == sorted(right)


def _twin(cited: Citation, every: Sequence[Citation]) -> Citation | None:
    """An earlier citation of the same paper told otherwise: one number with two days, or one day with digits exchanged."""
    for other in every:
        if (other.passage, other.start) >= (cited.passage, cited.start):
            return None
        if not other.date or not cited.date or plain(other.sign) != plain(cited.sign):
            continue
        if other.number == cited.number and other.date != cited.date and _near(other.date, cited.date):
            return other
        if other.date == cited.date and _slip(other.number, cited.number):
            return other
    return None


def _near(one: dt.date, other: dt.date) -> bool:
    """Whether two days may be one typed wrong: of one year, or the same day of two years."""
    return one.year == other.year or (one.month, one.day) == (other.month, other.day)


def _of_register(report: Report, cited: Citation, known: LegalBasis) -> Iterator[Finding]:
    """The text is known: is it still in force, and is its title whole?"""
    written = report.about.written
    past = written and known.in_force_to and known.in_force_to < written and _surely_gone(known)
    if past and not in_the_past(report.passages[cited.passage].text, cited):
        after = register.successor(known)
        text = (
            _("Replaced by {other} since {day}. Cite the text in force.", other=register.described(after), day=day(known.in_force_to))
            if after
            else _("No longer in force after {day}. Cite the text in force, or say that it has ended.", day=day(known.in_force_to))
        )
        yield report.found(cited.passage, cited.start, cited.end, "citation", "outdated", text, register.described(after) if after else "")
    missing = _left_out(cited, known)
    if missing:
        at = cited.end + len(cited.title) - len(cited.title.lstrip())
        text = _("The title leaves out \u201c{words}\u201d. The first citation gives the whole title.", words=missing)
        yield report.found(cited.passage, at, cited.end + len(cited.title), "citation", "differs", text, known.title)


def _surely_gone(known: LegalBasis) -> bool:
    """Whether a text may be called dead: not one that was only amended, nor one whose end the register holds for likely alone."""
    return known.state == "replaced" or (known.state == "ended" and not says("unverified", known.note))


def _left_out(cited: Citation, known: LegalBasis) -> str:
    """Words of the registered title that a title otherwise given word for word leaves out; "" where it is only told in short."""
    right, said = known.title.split(), cited.title.split()
    if not known.verified or says("unverified", known.note) or len(right) < 2 * _RUN:
        return ""
    blocks = SequenceMatcher(None, [_word(w) for w in right], [_word(w) for w in said], autojunk=False).get_matching_blocks()
    long = [b for b in blocks if b.size >= _RUN]
    if sum(b.size for b in long) < _TITLE_ALIKE * len(right) or len(long) < 2:
        return ""
    gaps = [(a.a + a.size, b.a) for a, b in pairwise(long) if a.b + a.size == b.b]
    return " ".join(" ".join(right[start:end]) for start, end in gaps if start < end)


def _word(word: str) -> str:
    return re.sub(r"\W", "", plain(word))


def _too_young(report: Report, cited: Citation) -> bool:
    """Whether a paper is cited as part of a year's work but is of a later year."""
    period = report.about.period
    if not period or not cited.date or cited.date <= period.end("plain"):
        return False
    return cited.date.year > period.year and report.parts[cited.passage] in ("directing", "results", "difficulties")


def _misspelt_bodies(report: Report, cited: Citation) -> Iterator[Finding]:
    known = {row["short"] for row in declared("organs.csv")}
    for body in part_of_name(cited.sign):
        near = [
            k for k in known if len(body) >= _SHORTEST_BODY and len(k) >= _SHORTEST_BODY - 1 and DamerauLevenshtein.distance(body, k) == 1
        ]
        if body not in known and len(near) == 1:
            start = report.passages[cited.passage].text.find(body, cited.start)
            text = _("No body is written {wrong}; {right} is meant.", wrong=body, right=near[0])
            yield report.found(cited.passage, start, start + len(body), "spelling", "misspelt", text, near[0])


def _impossible_days(report: Report) -> Iterator[Finding]:
    for at, passage in enumerate(report.passages):
        for written in days(passage.text):
            if written.day is None:
                yield report.found(at, written.start, written.end, "citation", "inconsistent", _("The calendar has no such day."))


def _closed_offices(report: Report, cited: Sequence[Citation]) -> Iterator[Finding]:
    """Papers dated on a Saturday or Sunday, once each; laws and papers that the register knows as such are left alone."""
    seen: set[tuple[str, dt.date]] = set()
    for citation in cited:
        on = citation.date
        if on is None or not citation.day or (citation.key, on) in seen or not rests(on) or _known_so(citation):
            continue
        seen.add((citation.key, on))
        text = _("{day} was a {weekday}. Check the day the paper was signed.", day=day(on), weekday=_weekday(on))
        yield report.found(citation.passage, citation.start, citation.end, "citation", "inconsistent", text)
    signed = report.about.signed
    if signed and rests(signed):
        yield from _own_day(report, signed)


def _own_day(report: Report, signed: dt.date) -> Iterator[Finding]:
    for at, passage in enumerate(report.passages):
        own = next((d for d in days(passage.text) if d.day == signed), None)
        if own and not says("title", passage.text):
            text = _("{day} was a {weekday}. Check the day of the report.", day=day(signed), weekday=_weekday(signed))
            yield report.found(at, own.start, own.end, "citation", "inconsistent", text)
            return


def _weekday(on: dt.date) -> str:
    return _("Sunday") if on.weekday() == 6 else _("Saturday")


def _known_so(citation: Citation) -> bool:
    """Whether the register vouches for number and day; own papers of old reports it only remembers as they were written."""
    known = register.meant(citation)
    return known is not None and known.date == citation.date and known.state != _OWN_PAPER
