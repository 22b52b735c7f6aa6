"""The end of the document: who signs, who receives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.language import _
from catalogue.text import fold
from report import form
from report.lint.seen import Said, Seen, excerpt, plays, sizes, unlike

_FOR = re.compile(r"^kt\s*\.")
_DEPUTY = re.compile(r"^pho\b")


def signer(seen: Seen) -> Iterator[Said]:
    """Capitals, bold, 13 to 14; one who signs for the head is a deputy; the name is bold."""
    if not seen.signer:
        yield "signer_missing", _("signature"), _("The authority, post and name of the signer are missing.")
        return
    posts = [line for line in seen.signer if line.words.isupper()]
    for line in posts:
        if [*unlike(line, size=form.SIGNER, bold=True, italic=False)]:
            yield (
                "signer_form",
                excerpt(line),
                _("Authority and post of the signer must be in bold upright capitals of 13 to 14 points (now {sizes}).", sizes=sizes(line)),
            )
    if any(_FOR.match(fold(line.words)) for line in posts) and not any(_DEPUTY.match(fold(line.words)) for line in posts):
        yield "signer_deputy", excerpt(posts[-1]), _("Who signs for the head writes the deputy's post under it.")
    for line in seen.signer:
        if not line.words.isupper() and [*unlike(line, size=form.SIGNER, bold=True, italic=False)]:
            yield (
                "signer_name",
                excerpt(line),
                _("The signer's name must be bold and upright, of 13 to 14 points (now {sizes}).", sizes=sizes(line)),
            )


def recipients(seen: Seen) -> Iterator[Said]:
    """The word 12 bold italic; the list 11 upright, each line "- ...;", the last about the file."""
    if seen.recipients_head is None:
        yield "recipients_missing", _("recipients"), _("The list of recipients is missing at the bottom left.")
        return
    if [*unlike(seen.recipients_head, size=form.RECIPIENTS_HEAD, bold=True, italic=True)]:
        yield (
            "recipients_head",
            excerpt(seen.recipients_head),
            _("The word \u201cRecipients:\u201d must be bold italic, of 12 points (now {sizes}).", sizes=sizes(seen.recipients_head)),
        )
    for line in seen.recipients:
        if [*unlike(line, size=form.RECIPIENTS, bold=False, italic=False)]:
            yield "recipients_form", excerpt(line), _("The recipients must be upright, of 11 points (now {sizes}).", sizes=sizes(line))
    for at, line in enumerate(seen.recipients):
        last = at == len(seen.recipients) - 1
        if not line.words.startswith("- ") or not line.words.endswith("." if last else ";"):
            yield (
                "recipients_marks",
                excerpt(line),
                _("Each recipient begins with \u201c- \u201d and ends with \u201c;\u201d, the last line with \u201c.\u201d."),
            )
    if not seen.recipients or not plays(seen.recipients[-1], "filed"):
        yield "recipients_filed", excerpt(seen.recipients_head), _("The last line of the recipients says where the document is filed.")


RULES = (signer, recipients)
