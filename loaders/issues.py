"""The messages of the reader: each kind with its severity and its sentence (a gettext id)."""

from __future__ import annotations

from typing import cast

from catalogue.facts import Issue, Severity
from catalogue.language import _, number
from loaders.opening.grid import Cell

_KINDS: dict[str, tuple[Severity, str]] = {}


def _kind(code: str, severity: Severity, sentence: str) -> None:
    _KINDS[code] = (severity, sentence)


def issue(code: str, at_sheet: str, at_cell: str, **values: object) -> Issue:
    """The issue of a kind at a cell, its sentence filled from `values`, {cell} and {sheet}."""
    severity, sentence = _KINDS[code]
    return Issue(at_sheet, at_cell, code, cast(Severity, severity), _(sentence, **{"cell": at_cell, "sheet": at_sheet, **values}))


def sentence_of(code: str) -> str:
    """The sentence of a kind, its blanks not filled; empty for none of ours."""
    return _KINDS[code][1] if code in _KINDS else ""


def written(cell: Cell) -> str:
    """What stands in a cell as a sentence says it: a number as people read numbers, anything else as the text of the cell in quotes."""
    if not isinstance(cell.value, int | float) or isinstance(cell.value, bool) or cell.extra.raw:
        return f"\u201c{cell.raw}\u201d"
    return cell.raw if cell.style.percent else number(cell.value, None)


_kind("personal_data", "error", "Sheet {sheet} lists people with personal data, so the file was not kept. {ask}")
_kind("hidden_sheet", "warning", "Sheet {sheet} is hidden and was not loaded. Show it if it belongs to the return.")
_kind("guiding_sheet", "warning", "Sheet {sheet} only shows how to fill in the form and was not loaded. Rename it if it holds figures.")
_kind("hidden_rows", "warning", "Hidden rows {rows} were loaded. Delete them if they do not belong to the return.")
_kind("hidden_column", "warning", "Hidden column {column} was not loaded.")
_kind("not_a_return", "error", "No table of figures of ours was found in this file.")
_kind("plan_only", "error", "This file holds plan targets, no results. Send the results.")
_kind("no_unit", "question", "It is not said whose figures these are. Name the unit.")
_kind("unit_conflict", "question", "Different units are named ({units}). Which one is meant?")
_kind("unit_ambiguous", "question", "{text}: the name fits more than one unit ({units}) or is misspelt. Which one is meant?")
_kind("unit_old", "question", "{text} no longer existed in this period (now {units}). Whose figures are these?")
_kind("unit_new", "question", "{text} did not exist yet in this period (then {units}). Whose figures are these?")
_kind(
    "units_former",
    "question",
    "Rows name units that had ended by then ({former}). Is this a list of the units of today or of the former ones?",
)
_kind("unit_former_rows", "error", "{unit} stands in the rows of former units ({rows}). Add them up to one row of {unit}.")
_kind(
    "territory_later",
    "question",
    "The rows are exactly the units of a later time ({units}). Are the figures those of the later territories?",
)
_kind("unit_code", "question", "{cell}: code and name mean different units ({units}). Which one is meant?")
_kind("unit_unknown", "question", "{cell}: {text} is no known unit. Correct the name.")
_kind("unit_unlisted", "question", "{text}: there was no unit of this name at that time. Whose figures are these?")
_kind("unit_twice", "error", "{text} stands in more than one row ({cells}) with different figures. Keep one row.")
_kind("period_impossible", "question", "{said}: there is no such month or quarter. Name the period.")
_kind("no_period", "question", "{span}It is not said which period these figures are of. Name the period.")
_kind("period_conflict", "question", "Different periods are named ({periods}). Which one is meant?")
_kind("other_time", "warning", "{count} rows are of another time than {period} ({said}) and were not loaded.")
_kind("other_span", "warning", "The return is of {period}; the figures under “{said}” are of another span of time and were not loaded.")
_kind("signed_early", "question", "The return is of {period} but was signed on {day}, before that period ended. Check the period.")
_kind(
    "not_begun", "question", "The return is of {period}, which begins only on {begins}; it was received on {received}. Is the period right?"
)
_kind("other_day", "question", "The figures are said to stand at {day}, which is not the end of {period}. Are they those of {period}?")
_kind("element_choice", "question", "{label}: the heading may mean {names}. Which one is meant?")
_kind("element_doubt", "question", "{label}: the heading looks like {names} but is not clear. Is it?")
_kind("element_unknown", "warning", "Headings not understood, their figures were not loaded: {label}.")
_kind("label_mended", "warning", "{label}: the heading was read as {names} in spite of a slip in its spelling.")
_kind(
    "old_term",
    "warning",
    "{cell}: “{label}” is an old term, ended on {day} ({paper}); its figures are kept apart. Report by the present terms.",
)
_kind("increment", "warning", "{label}: the increase in the period is not the figure to date and was not loaded.")
_kind("figures_outside", "warning", "Rows {rows} hold figures but stand in no table that was understood; they were not loaded.")
_kind(
    "rows_outside",
    "question",
    "Rows {rows} name units or figures of the return but stand apart from its tables. Were they left out by mistake?",
)
_kind("columns_unclear", "question", "No column says that it holds the figures of {period} ({columns}). Which one does?")
_kind("numbers_unclear", "question", "{cell}: the columns are headed {numbers} and nothing more. What are these numbers?")
_kind("number_unreadable", "error", "{cell}: {raw} is not a number. Type one number.")
_kind("number_letter", "error", "{cell}: {raw} holds a letter in place of a digit. Type the number again.")
_kind("number_ambiguous", "question", "{cell}: {raw} may be {first} or {second}. Which one is meant?")
_kind("count_fraction", "error", "{cell}: {raw} is a count and cannot have a fraction. Was the thousands point taken for a decimal sign?")
_kind("approximate", "question", "{cell}: {raw} is not exact. Type the exact number.")
_kind("mark_in_count", "question", "{cell}: {raw} stands where a count is due. Type a number, or 0 if there was none.")
_kind("date_in_count", "error", "{cell}: a date ({raw}) stands where a number is due. Was it a fraction such as 5/12?")
_kind("error_value", "error", "{cell}: the formula gives {raw}. Correct it.")
_kind("no_cache", "error", "{cell}: the formula has no stored result. Open the file in Excel, save it and send it again.")
_kind("negative", "error", "{cell}: {raw} is negative. A count cannot be negative.")
_kind("percent_scale", "question", "Column {label}: are the values fractions of 1 (0,955) or percent (95,5)?")
_kind("percent_over", "error", "{cell}: {raw} is more than 100%. Was a decimal sign left out?")
_kind("percent_differs", "error", "{cell}: the rate {raw} does not agree with {n} / {d} = {computed}. Correct the rate or the counts.")
_kind("fraction_differs", "error", "{cell}: the rate in {raw} does not agree with its counts ({computed}).")
_kind("total_differs", "error", "{cell}: the total {raw} is not the sum of the rows ({computed}). Correct the total or the rows.")
_kind("parts_differ", "error", "{cell}: figures of {unit} are not the sums of its rows of detail ({rows}): {figures}. Which are right?")
_kind("balance_differs", "error", "{cell}: {label} ({raw}) is not the sum of its parts ({parts} = {computed}).")
_kind("column_identity", "error", "{cell}: {label} ({raw}) does not agree with {printed}, printed in the form, which gives {computed}.")
_kind("part_exceeds", "error", "{cell}: {label} ({raw}) is more than {whole} ({limit}).")
_kind("since_differs", "error", "{cell}: {label} ({raw}) and {whole} ({limit}) both begin in January and cannot differ.")
_kind("value_conflict", "error", "{cell}: {label} is given twice with different values ({values}). Which one is right?")
_kind("said_otherwise", "question", "{cell}: {label} is {raw}, but a remark says: “{said}”. Which number is right?")
_kind("correction_note", "warning", "{cell}: a remark speaks of a correction (“{said}”). Check that the figures are the corrected ones.")
_kind("figure_shared", "question", "{cell}: one figure stands beside {units}. Whose is it?")
_kind("unit_nearer", "question", "{cell}: the row is of {unit}, but the name before this figure is {other}. Whose is it?")
_kind("units_alike", "question", "{cell}: {units} have the very same figures. Was one of them copied?")
_kind("maybe_differences", "question", "{cell}: “{said}”: are these the counts of the period, not the differences?")
_kind("other_thing", "question", "{cell}: {raw} names another thing than “{label}” counts. Is it the right figure?")
_kind("row_of_other_time", "question", "{cell}: of the figures of {text} it is said: “{said}”. Are they those of {period}?")
_kind("row_percentages", "question", "{cell}: the figures of {text} look like percentages in columns of counts. Are they counts?")
_kind(
    "stock_summed",
    "question",
    "{cell}: {label} is {raw}, the sum of its months, but such a count is never added over time. What was it at the end of {period}?",
)
_kind("row_shifted", "question", "{cell}: the figures of {text} seem to stand one place off. Is each under its own heading?")
_kind("months_of_zeros", "question", "{cell}: the figures of {said} are all 0. Was there none, or are these months not reported yet?")
_kind("not_final", "question", "{cell}: “{said}”: are these the real figures of the period, not estimates or examples?")
_kind("in_thousands", "question", "{cell}: the unit of measure is {measure}: does {raw} mean {computed}?")
_kind("too_great", "question", "{cell}: {label} is {raw}; one commune has hardly more than {limit}. Is the number right?")
_kind("scale_doubt", "question", "{cell}: {raw} in {measure} gives {computed}, which is hard to believe. Check the unit of measure.")
_kind("duplicate_file", "warning", "The same figures were already in {other}. This file was not loaded again.")
_kind("changed_version", "question", "{cell}: {label} was {before} in {other} and is {after} here. Does this file replace the other one?")
_kind(
    "copied_period",
    "question",
    "{whose}{same} of {count} figures are the same as in {period} ({other}), all or nearly all that had one then. Were they copied?",
)
_kind(
    "stock_falls", "question", "{cell}: {label} fell from {before} ({period}) to {after}. A stock like this does not fall without a reason."
)
_kind("stock_differs", "question", "{cell}: {label} is {value} here and {other} in {period}, which ends at the same time.")
_kind("jump", "question", "{cell}: {label} jumped from {before} ({period}) to {after}. Check the number.")
_kind("new_unit_early", "warning", "The period began before the unit existed; figures from before 01/07/2025 belong to the old units.")
_kind(
    "basis_unclear",
    "question",
    "{cell}: {label}: {said}: is {raw} the figure of {period} alone or the sum since the beginning of the year?",
)
_kind("part_of_unit", "question", "{cell}: {said}: are these the figures of the whole of {unit} or of a part of it?")
_kind("alignment", "question", "The columns of the table do not stand under their headings. Check the sheet.")
_kind("nothing_filled", "error", "The table is empty. Fill in the figures.")
_kind("legacy_font", "warning", "The text was typed in an old font ({font}) and was converted. Check the names.")
_kind(
    "sectors_no_total",
    "error",
    "The table gives the figures of parts only ({rows}) and none of the whole commune. Add a row with its total and send it again.",
)
_kind("held_together", "warning", "{cell}: {label} must wait for {other}: counts that belong together are taken together.")
_kind(
    "mixed_sides", "warning", "{label}: the numerator is from {over}, the denominator from {under}, and they differ ({said} against {now})."
)
