"""Returns that go back: the correction workbook of one file, or one zip for a batch with a folder and a message for each commune."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence

import streamlit as st

from catalogue.errors import UserError
from catalogue.issues import BETWEEN_FILES, issue_kinds
from catalogue.language import LANGUAGES, _, number, speaking
from loaders import correct
from loaders.faults import faults_of
from pages.parts import data
from pages.parts.files import batches, letters, triage
from pages.parts.files.triage import Row
from store import Store

SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GOES_BACK = ("asked", "to_fix", "refused", "partly")
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


def mendable(row: Row) -> bool:
    """Whether there is anything in a file its sender could mend; one that cannot be opened is to be sent again."""
    return unread(row) or (row.standing in GOES_BACK and bool(faults_of(batches.content(row.number).reading)))


def unread(row: Row) -> bool:
    """Whether nothing of a file could be read: it goes back with a message alone."""
    if row.number < 1 or row.standing == "unreadable":
        return row.standing in ("unreadable", "personal")
    return row.standing == "refused" and batches.content(row.number).reading.outcome == "unreadable"


def message(row: Row, why: str = "") -> str:
    """The text that goes with a file that is sent back; `why` is what the person who sends it back wrote."""
    with speaking(LANGUAGES[0]):
        if row.number < 1:
            return letters.unread(row.file, row.message)
        reading = batches.content(row.number).reading
        if unread(row) or reading.outcome == "not_a_return":
            return letters.unread(row.file, reading.message)
        issues = [issue for issue in reading.issues if issue.severity != "warning" and issue.code not in BETWEEN_FILES]
        notes = (*((why,) if why else ()), *correct.notes_on(data.store(), row.number, reading))
        return letters.send_back(row.file, issues, issue_kinds(), triage.whose(row), notes)


def next_words(row: Row) -> str:
    """What is to be done and what it does: nothing is sent from here, and nothing is lost."""
    if row.standing == "refused":
        return _("It was marked as sent back. Its sender mends it and sends it anew; drop that file in Submit returns.")
    steps = _("Nothing is sent from here: send the text below, with the marked file where there is one, to the commune yourself.")
    if row.standing == "partly":
        return steps
    after = _(
        "Then press “Mark as sent back”: the file waits no more, the board of returns shows the commune as sent back until a mended file "
        "comes. Its figures do not count."
    )
    return f"{steps} {after}"


def workbook(row: Row) -> None:
    """The button that gives the correction workbook of a file; it is written when pressed."""
    st.download_button(
        _("Download the file with its cells marked"),
        later(lambda store: correct.of_submission(store, row.number).data),
        file_name=correct.name_of(row.file),
        mime=SHEETS,
        icon=":material/download:",
        key=f"correct-{row.number}",
    )


def batch(rows: Sequence[Row], name: str, by: str) -> None:
    """What goes back of a whole batch, and the button that marks it as sent back."""
    going = [row for row in rows if mendable(row)]
    if not going:
        return
    with st.popover(_("Send back {count} files", count=number(len(going))), key="back-together"):
        st.markdown(_("One zip: for each commune its own file with the cells to mend marked, and the message to send with it."))
        st.markdown(_("Of these files: {parts}.", parts="; ".join(_parts(going))))
        texts = {row.number: message(row) for row in going}
        st.download_button(
            _("Download the zip"),
            later(lambda store: archive(store, going, texts)),
            file_name=f"{_('send-back')}-{name}.zip",
            mime="application/zip",
            icon=":material/download:",
            key="back-zip",
        )
        asked = [row.number for row in going if row.standing == "asked"]
        wrong = [row.number for row in going if row.standing in ("to_fix", "unreadable")]
        if asked and st.checkbox(_("Also the {count} files that only ask", count=number(len(asked))), key="back-asked"):
            wrong += asked
        if wrong and st.button(_("Mark {count} files as sent back", count=number(len(wrong))), key="back-all"):
            for one in wrong:
                data.store().refuse(one, by, _("sent back to be mended"))
            st.rerun()


def _parts(going: Sequence[Row]) -> list[str]:
    """How many files go back for what reason: those that only ask can be answered here instead."""
    words = {
        "to_fix": _("{count} have cells to mend"),
        "asked": _("{count} only ask, and can be answered here instead"),
        "partly": _("{count} were taken in in part, the rest goes back"),
        "unreadable": _("{count} cannot be opened, a message alone goes back"),
        "personal": _("{count} are lists of people, a message alone goes back"),
        "refused": _("{count} were marked as sent back before"),
    }
    counted = {name: len([row for row in going if row.standing == name]) for name in words}
    return [words[name].format(count=number(many)) for name, many in counted.items() if many]


def archive(store: Store, rows: Sequence[Row], texts: dict[int, str]) -> bytes:
    """A folder a commune: the correction workbooks of its files, and one message about them."""
    out, told = io.BytesIO(), dict[str, list[str]]()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for row in rows:
            folder = _folder(row)
            if unread(row):
                told.setdefault(folder, []).append(texts[row.number])
                continue
            try:
                back = correct.of_submission(store, row.number)
                made.writestr(_free(made, f"{folder}/{fit(back.name)}"), back.data)
            except UserError as error:  # the message still goes; it says where to mend the file
                told.setdefault(folder, []).append(str(error))
            told.setdefault(folder, []).append(texts[row.number])
        for folder, parts in told.items():
            made.writestr(f"{folder}/{_('Message')}.txt", "\n\n".join(parts).encode("utf-8-sig"))
    return out.getvalue()


def _folder(row: Row) -> str:
    """A folder for each commune; a file of several has its own."""
    if len(row.units) == 1:
        return fit(triage.units_words(row.units))
    stem = row.file.rpartition(".")[0] or row.file
    return fit(_("Several units - {file}", file=stem) if row.units else _("Unit not known"))


def later(act: Callable[[Store], bytes]) -> Callable[[], bytes]:
    """The act for a button that works when pressed, in another thread: with the store of now, in the language of the communes."""
    store = data.store()

    def done() -> bytes:
        with speaking(LANGUAGES[0]):
            return act(store)

    return done


def _free(made: zipfile.ZipFile, name: str) -> str:
    """A name nothing in the zip has yet."""
    stem, _dot, suffix = name.rpartition(".")
    names, place = set(made.namelist()), 1
    while name in names:
        place += 1
        name = f"{stem} ({place}).{suffix}"
    return name


def fit(name: str) -> str:
    """A name every file system takes."""
    return _UNFIT.sub("_", name).strip(" .") or "_"
