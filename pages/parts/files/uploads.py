"""Files on their way in: dropped, kept, read with a bar that moves; what is interrupted goes on at the next look."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _, number
from loaders import inbox
from pages.parts import data
from pages.parts.files.questions import plain

KINDS = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "htm", "html", "xml", "zip"]
MOST_FILES = 500
_TURN, _TOLD = "uploads-turn", "uploads-told"


def take() -> str | None:
    """Draw the place to drop files. When some arrived: keep them and give the name of their batch."""
    turn = st.session_state.setdefault(_TURN, 0)
    files = st.file_uploader(
        _("Workbooks of the communes: Excel, OpenDocument, CSV, or a zip of them"),
        type=KINDS,
        accept_multiple_files=True,
        key=f"uploads-{turn}",
    )
    for sentence in st.session_state.pop(_TOLD, []):
        st.warning(sentence)
    if not files:
        return None
    with st.spinner(_("Keeping {count} files …", count=number(len(files)))):
        batch, refused = inbox.drop(data.store(), ((file.name, file.getvalue()) for file in files[:MOST_FILES]))
    st.session_state[_TURN] = turn + 1
    left = len(files) - MOST_FILES
    st.session_state[_TOLD] = [plain(sentence) for sentence in refused]
    if left > 0:
        st.session_state[_TOLD].append(
            _("Only the first {most} files were taken. Drop the other {left} again.", most=number(MOST_FILES), left=number(left))
        )
    return batch if inbox.unread(data.store(), batch) else ""


def read(batch: str, by: str) -> bool:
    """Read what waits in a batch, with a bar; whether anything was read."""
    waiting = len(inbox.unread(data.store(), batch))
    if not waiting:
        return False
    desk_bar = st.progress(0.0, text=_("{count} files are kept. Reading …", count=number(waiting)))
    for step in inbox.read(data.store(), batch, by):
        desk_bar.progress(
            step.done / step.total, text=_("Read {done} of {total}: {file}", done=step.done, total=step.total, file=plain(step.file))
        )
    return True
