"""Clean files that are not taken in without a reason: they replace figures, or leave a rate with its sides from two returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, number
from indicators.effect import Beyond, value_changes
from indicators.mixed import Mixed, mixed_by
from loaders.sides import of_this
from pages.parts import data, desk, names
from pages.parts.drawing import terms
from pages.parts.files import batches, effect
from pages.parts.files.questions import plain
from pages.parts.files.replacing import reason_given
from pages.parts.files.triage import Row
from pages.parts.html import Html, h, join

NAMED = 2
LEFT = "hindered-left"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why a file needs a reason: figures in force it would replace, rates whose sides would be of two returns, rates beyond the whole."""

    changed: int = 0
    mixed: tuple[Mixed, ...] = ()
    beyond: tuple[Beyond, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.mixed or self.beyond)


def hindrance(submission: int, version: int) -> Hindrance:
    """What stands in the way of taking a file in as it is; that figures are replaced does not where somebody answered so with a reason."""
    found = _hindrance(submission, version)
    return replace(found, changed=0) if found.changed and reason_given(batches.content(submission)) else found


@st.cache_data(max_entries=1024, show_spinner=False)
def _hindrance(submission: int, version: int) -> Hindrance:
    incoming, current = effect.beside(submission)
    if incoming.empty:
        return Hindrance()
    sent = set(incoming["element"].unique())
    touched = [code for code, one in indicators().items() if sent & {c for v in one.versions for c in terms.codes(v)}]
    changed = int((value_changes(current, incoming)["kind"] == "changed").sum()) if len(current) else 0
    sides = of_this(mixed_by(incoming, current, touched), submission) if len(current) else []
    return Hindrance(changed, tuple(sides), effect.impossible(submission, version))


def told(rows: Sequence[Row]) -> list[Row]:
    """The rows; a clean file that needs a reason stands as such, and says why."""
    version = data.version()
    return [_told(row, hindrance(row.number, version)) if row.standing == "ready" else row for row in rows]


def _told(row: Row, found: Hindrance) -> Row:
    return replace(row, standing="reason", message=f"{row.message} {' '.join(causes(found))}".strip()) if found else row


def causes(found: Hindrance) -> list[str]:
    """Why a file is not simply taken in, in a sentence for each cause."""
    said = []
    if found.beyond:
        first = found.beyond[0]
        what = {"figure": names.indicator(first.indicator), "unit": names.unit_inline(first.unit)}
        what["counts"] = effect.counts(first.numerator, first.denominator)
        said.append(_("It would leave a part that is more than its whole: {figure}, {unit}, {counts}.", **what))
    if found.mixed:
        rates = list(dict.fromkeys(names.indicator(one.indicator) for one in found.mixed))
        rest = len(rates) - NAMED
        figures = "; ".join(rates[:NAMED]) + (f" {_('and {count} other rates', count=number(rest))}" if rest > 0 else "")
        said.append(_("The two sides of a rate would come from two returns that contradict each other: {figures}.", figures=figures))
    if found.changed:
        said.append(_("It replaces {count} figures already taken in.", count=number(found.changed)))
    return said


def notice() -> None:
    """What the last press left untaken, said once."""
    if left := st.session_state.pop(LEFT, ""):
        st.warning(plain(left))


def batch(rows: Sequence[Row], by: str) -> None:
    """The place where the files of a batch that need a reason get one for all of them. Acts on the store when the button is pressed."""
    found = {row.number: hindrance(row.number, data.version()) for row in rows if row.standing == "reason"}
    if not found:
        return
    ready = [one for one, why in found.items() if not why.beyond]
    with st.popover(_("{count} files need a reason", count=number(len(found))), key="reason-together"):
        st.markdown(_("They were read without a doubt, but change what was taken in before. Open a file to see all it changes."))
        if len(ready) < len(found):
            many = number(len(found) - len(ready))
            st.markdown(_("{count} files would leave a part greater than its whole: each is looked at on its own page.", count=many))
        if ready:
            given = next((why for one in ready if (why := reason_given(batches.content(one)))), "")
            reason = (st.text_input(_("Why (kept with each file)"), value=given, key="reason-why") or "").strip()
            if desk.act(_("Take in {count} files for this reason", count=number(len(ready))), "reason-all", desk.reason_missing(reason)):
                take_in(ready, by, reason)
        files = {row.number: row.file for row in rows}
        desk.show(join(_file(files[one], why) for one, why in found.items()))


def _file(file: str, why: Hindrance) -> Html:
    """One file, folded: every cause in full."""
    lines = [*causes(replace(why, mixed=())), *effect.mixtures_words(why.mixed)]
    return h("details", h("summary", file), h("ul", *(h("li", line, class_="desk-small") for line in lines)), class_="desk-small")


def take_in(numbers: Sequence[int], by: str, reason: str = "") -> None:
    """Take files in one after the other, then draw the page anew. Without a reason those that need one, by what was taken in just
    before them too, are left; with one those that would leave a part greater than its whole."""
    left = 0
    bar = st.progress(0.0)
    for done, one in enumerate(numbers, start=1):
        found = hindrance(one, data.version())
        if found.beyond or (found and not reason):
            left += 1
        else:
            data.store().accept(one, by, reason or reason_given(batches.content(one)) or _("a clean file"))
        bar.progress(done / len(numbers), text=_("Taken in {done} of {all}", done=number(done), all=number(len(numbers))))
    if left:
        words = _("{count} files were left: by what was taken in just before them they need a reason too. The table says why.")
        st.session_state[LEFT] = words.format(count=number(left))
    st.rerun()
