"""Markup made of data: every text is escaped on its way in, so that no cell of a workbook can become part of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


class Html(str):
    """A text that is markup already. Streamlit draws it as it is; a plain text it would first take for a file's name, then trim."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


_VOID = frozenset({"br", "hr", "wbr"})


def h(tag: str, *children: object, **attributes: str | int | bool | None) -> Html:
    """One element. Children that are not `Html` are escaped, None is left out; `class_` and `data_x` name class and data-x."""
    given = {key: str(value) for key, value in attributes.items() if value is not None and value is not False and value != ""}
    named = "".join(f' {_name(key)}="{escape(value, quote=True)}"' for key, value in given.items())
    if tag in _VOID:
        return Html(f"<{tag}{named}>")
    return Html(f"<{tag}{named}>{join(children)}</{tag}>")


def join(parts: Iterable[object], between: str = "") -> Html:
    """Parts one after the other, each escaped unless it is markup; `between` is plain text."""
    return Html(escape(between).join(part if isinstance(part, Html) else escape(str(part)) for part in parts if part is not None))


def link(text: object, to: str) -> Html:
    """A link inside the application."""
    return h("a", text, href=to)


def table(head: Sequence[object], rows: Iterable[Sequence[object]], *, label: str, kinds: str = "", class_: str = "") -> Html:
    """A table in a frame that scrolls by itself; on a phone each row is a block, its cells named by their headings.

    `kinds` has one letter a column: t text (also when left out), n number, o only on wide screens.
    """
    letters = kinds.ljust(len(head), "t")[: len(head)]
    classes = {"t": None, "n": "num", "o": "wide"}
    top = h("tr", *(h("th", cell, scope="col", class_=classes[kind]) for cell, kind in zip(head, letters, strict=True)))
    body = [
        h(
            "tr",
            *(
                h("td", cell, class_=classes[kind], data_label=None if isinstance(name, Html) else name)
                for name, cell, kind in zip(head, row, letters, strict=True)
            ),
        )
        for row in rows
    ]
    drawn = h("table", h("thead", top), h("tbody", *body), class_="desk-table")
    return h("div", drawn, class_=f"desk-scroll {class_}".strip(), role="region", tabindex=0, aria_label=label)


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
