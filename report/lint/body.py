"""The text: letters, paragraphs, headings, what it rests on, how documents are cited, how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from catalogue.language import _, number
from catalogue.text import fold
from report import form
from report.lint.seen import Said, Seen, excerpt, plays, sizes, unlike
from report.opened import Line

_HEADING = re.compile(r"^(?:[IVX]+|\d+(?:\.\d+)*)\.\s+\S")
_TOP = re.compile(r"^\d+\.\s+\S")
_CITED = re.compile(r"(?P<kind>\w[\w ]{2,25})\s(?P<number>\d+(?:/\d{4})?/[^\W\d_][\w-]*)(?P<rest>.{0,60})", re.DOTALL)
_DATED = re.compile(r"^[\s,]*\w{4}\s+(?:\d{1,2}\s+\w{5}\s+\d{1,2}\s+\w{3}\s+\d{4}|\d{1,2}/\d{1,2}/\d{4})")
SHORT = 120
"""A numbered line longer than this is a paragraph, not a heading."""


def _texts(seen: Seen) -> list[Line]:
    """Paragraphs of running text: what rests on others and headings left out."""
    return [line for line in seen.body if not is_heading(line) and not plays(line, "basis")]


def is_heading(line: Line) -> bool:
    """Whether a line begins with a number and is short."""
    return bool(_HEADING.match(line.words)) and len(line.words) <= SHORT


def letters(seen: Seen) -> Iterator[Said]:
    """13 to 14 points."""
    for line in seen.body:
        if [*unlike(line, size=form.BODY)]:
            yield "body_size", excerpt(line), _("The text is set in {sizes} points; it must be 13 to 14.", sizes=sizes(line))


def paragraphs(seen: Seen) -> Iterator[Said]:
    """Justified, the first line indented by 10 or 12.7 mm, 6 points between paragraphs, lines 1 to 1.5."""
    for line in _texts(seen):
        if line.alignment != "justify":
            yield "body_justified", excerpt(line), _("The text must be justified on both sides.")
        if not any(abs(line.first_line - one) <= 0.5 for one in form.INDENTS):
            said = _("The first line is indented by {value} mm; it must be 10 or 12.7 mm.", value=number(line.first_line, 1))
            yield "body_indent", excerpt(line), said
        if line.before + line.after < form.SPACE_BETWEEN - 0.05:
            yield (
                "body_space",
                excerpt(line),
                _("Between paragraphs at least 6 points must be left (now {value}).", value=number(line.before + line.after, 1)),
            )
        if line.spacing is not None and not form.LINES.holds(line.spacing, 0.01):
            yield "body_lines", excerpt(line), _("The line spacing is {value}; it must be single to 1.5.", value=number(line.spacing, 2))


def headings(seen: Seen) -> Iterator[Said]:
    """Numbered headings are bold and upright."""
    for line in seen.body:
        if is_heading(line) and [*unlike(line, bold=True, italic=False)]:
            yield "heading_form", excerpt(line), _("A numbered heading must be bold and upright.")


def numbering(seen: Seen) -> Iterator[Said]:
    """Headings 1., 2., 3. follow each other."""
    found = [int(line.words.split(".")[0]) for line in seen.body if is_heading(line) and _TOP.match(line.words)]
    for before, after in pairwise(found):
        if after not in (before + 1, 1):
            yield "heading_number", f"{after}.", _("Heading {after} follows heading {before}.", after=after, before=before)


def bases(seen: Seen) -> Iterator[Said]:
    """Each line that names what the document rests on is italic and ends with a semicolon, the last with a full stop or comma."""
    mine = [line for line in seen.body if plays(line, "basis")]
    for at, line in enumerate(mine):
        last = at == len(mine) - 1
        if [*unlike(line, italic=True)]:
            yield "basis_italic", excerpt(line), _("What the document rests on must be italic.")
        if not line.words.endswith((".", ",") if last else ";"):
            yield (
                "basis_end",
                excerpt(line),
                _("Each line of what the document rests on ends with \u201c;\u201d, the last with \u201c.\u201d or \u201c,\u201d."),
            )


def citing(seen: Seen) -> Iterator[Said]:
    """A document has its day where it is first cited."""
    met: set[str] = set()
    for line in (*seen.title, *seen.body):
        for found in _CITED.finditer(line.words):
            cited = found["number"]
            if not fold(found["kind"]).endswith(" so") or cited in met:
                continue
            met.add(cited)
            if not _DATED.match(found["rest"]):
                yield "citation_day", cited, _("Document {number} must have its day and its body where it is first cited.", number=cited)


def ending(seen: Seen) -> Iterator[Said]:
    """The text ends with ./."""
    if seen.kind is not None and seen.body and not seen.body[-1].words.endswith("./."):
        yield "end_mark", excerpt(seen.body[-1]), _("The text must end with \u201c./.\u201d.")


RULES = (letters, paragraphs, headings, numbering, bases, citing, ending)
