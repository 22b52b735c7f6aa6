"""Annexes: heading, title, what they are attached to, their own page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language import _
from report import form
from report.lint.seen import Said, Seen, excerpt, plays, sizes, unlike
from report.opened import Line


def annexes(seen: Seen) -> Iterator[Said]:
    """Each annex in turn."""
    for at in seen.annexes:
        head = seen.lines[at]
        if head.words.isupper() or head.alignment != "center" or [*unlike(head, size=form.ANNEX, bold=True, italic=False)]:
            yield (
                "annex_heading",
                excerpt(head),
                _(
                    "The word \u201cAnnex\u201d and its number must be bold and upright, of 14 points, in the middle (now {sizes}).",
                    sizes=sizes(head),
                ),
            )
        after = [line for line in seen.lines[at + 1 : at + 6] if line.words and line.cell is None]
        yield from _title(after[:1], head)
        yield from _attached(next((line for line in after if plays(line, "attached")), None), head)
        sheet = seen.sheets[min(head.section, len(seen.sheets) - 1)]
        if head.section == 0 or sheet.starts_at != 1:
            yield "annex_pages", excerpt(head), _("The pages of an annex must be numbered apart, from 1.")


def _title(lines: list[Line], head: Line) -> Iterator[Said]:
    if not lines or plays(lines[0], "attached"):
        yield "annex_title_missing", excerpt(head), _("An annex must have a title.")
        return
    title = lines[0]
    if not title.words.isupper() or title.alignment != "center" or [*unlike(title, size=form.ANNEX_TITLE, bold=True, italic=False)]:
        yield "annex_title", excerpt(title), _("The title of an annex must be in bold upright capitals of 13 to 14 points, in the middle.")


def _attached(line: Line | None, head: Line) -> Iterator[Said]:
    if line is None:
        yield "annex_attached_missing", excerpt(head), _("Under the title of an annex stands which document it is attached to.")
    elif line.alignment != "center" or [*unlike(line, size=form.BODY, italic=True, bold=False)]:
        yield (
            "annex_attached",
            excerpt(line),
            _("The line on the document that an annex is attached to must be italic, of 13 to 14 points, in the middle."),
        )


RULES = (annexes,)
