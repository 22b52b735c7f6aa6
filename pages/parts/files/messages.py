"""What was found in a file, grouped by what has to be done about it: each kind once, with its cells and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalogue.facts import Issue
from catalogue.issues import IssueKind
from catalogue.language import _, number
from pages.parts.files.letters import sentences_of
from pages.parts.html import Html, h, join

SHOWN = 4
# What the reader of the page has to do, gravest first, and the tone of its block.
ACTIONS = (("error", "Wrong: the sender has to mend it", "bad"), ("question", "Asked", "warn"), ("warning", "To know", ""))


def grouped(issues: Sequence[Issue], kinds: Mapping[str, IssueKind]) -> Html:
    """The issues in three blocks by severity; an empty one is left out."""
    blocks = [_block(_(title), tone, [i for i in issues if i.severity == severity], kinds) for severity, title, tone in ACTIONS]
    return join(block for block in blocks if block is not None)


def _block(title: str, tone: str, issues: Sequence[Issue], kinds: Mapping[str, IssueKind]) -> Html | None:
    if not issues:
        return None
    by_kind: dict[str, list[Issue]] = {}
    for issue in issues:
        by_kind.setdefault(issue.code, []).append(issue)
    lines = [_kind(found, kinds.get(code)) for code, found in by_kind.items()]
    return h("section", h("h3", title, class_="desk-h3"), *lines, class_=f"desk-callout {tone}".strip())


def _kind(found: Sequence[Issue], kind: IssueKind | None) -> Html:
    """One kind: its first sentences in full, the others behind a fold, and how to mend it."""
    said = sentences_of(found)
    rest = said[SHOWN:]
    more = (
        h("details", h("summary", _("{count} more of this kind", count=number(len(rest)))), *(h("p", said) for said in rest))
        if rest
        else None
    )
    how = h("p", _("How to mend: {how}", how=kind.how), class_="desk-small") if kind and kind.how else None
    where = _where(found[0]) if len(said) == 1 else None
    shown = [h("p", where, said[0]), *(h("p", one) for one in said[1:SHOWN])]
    return h("div", *shown, more, how, class_="desk-issue")


def _where(issue: Issue) -> Html | None:
    return h("b", f"{issue.cell}: ") if issue.cell and issue.cell not in issue.message else None
