"""What is said of a reading as it stands now: after the comparison, the answers and what is held with what waits."""

from __future__ import annotations

from dataclasses import replace

from catalogue.language import _, number
from loaders.result import FileReading
from loaders.understanding.report import to_correct


def stated(reading: FileReading) -> FileReading:
    """The reading with the sentence of its present state; one that brings no figures keeps its own."""
    taken = sum(1 for o in reading.observations if o.status == "accepted")
    kept = sum(1 for o in reading.observations if o.status == "kept_out")
    waiting = sum(1 for o in reading.observations if o.status not in ("accepted", "kept_out"))
    wrong = any(i.severity == "error" for i in reading.issues)
    message = reading.message
    if reading.outcome == "ask":
        counted = {"taken": number(taken), "waiting": number(waiting), "questions": number(len(reading.questions))}
        message = _("{taken} figures read, {waiting} wait for an answer ({questions} questions).", **counted)
    elif reading.outcome == "fix" and wrong:
        message = to_correct(taken, reading.issues)
    elif reading.outcome == "kept_out":
        message = _("No figure is taken from this file: those of the earlier return are kept, as was answered.")
    elif reading.outcome == "accept" and kept and not waiting:
        message = _("{taken} figures read; {kept} stay as in the earlier return, as was answered.", taken=number(taken), kept=number(kept))
    elif reading.outcome == "accept" and waiting:
        message = _("{taken} figures read, {waiting} left out.", taken=number(taken), waiting=number(waiting))
    elif reading.outcome == "accept" and any(i.code == "element_unknown" for i in reading.issues):
        message = _unheard(taken, len(reading.offers))
    elif reading.outcome == "accept":
        message = _("{taken} figures read.", taken=number(taken))
    return replace(reading, message=message)


def _unheard(taken: int, strange: int) -> str:
    """How many figures were read, and how many headings were not understood where it is known."""
    if strange:
        words = _("{taken} figures read; {count} headings were not understood, their figures were left out.")
        return words.format(taken=number(taken), count=number(strange))
    return _("{taken} figures read; some headings were not understood, their figures were left out.", taken=number(taken))
