"""Typed text to numbers: drawn tables of what clerks write, and the promise that no reading is a silent guess."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.opening.grid import Cell, Extra, Style, decimals_of
from loaders.opening.kinds import kind_of_text
from loaders.understanding.typed.digits import digits
from loaders.understanding.typed.values import Typed, typed, typed_text
from loaders.understanding.typed.verdicts import Unit, Verdict, borrowed, column_verdict, with_scale


def text_cell(text: str, row: int = 0) -> Cell:
    return Cell(row, 0, text, kind_of_text(text))


def number_cell(value: float, code: str = "General", row: int = 0) -> Cell:
    return Cell(row, 0, value, "N", Style(code, code.endswith("0%")))


def column(*values: str | float) -> list[Cell]:
    return [text_cell(v, row) if isinstance(v, str) else number_cell(v, row=row) for row, v in enumerate(values)]


def short(found: Typed) -> object:
    """The value of a number, else the state and what it may mean."""
    if found.state == "number":
        return found.value
    return (found.state, *found.readings) if found.readings else found.state


# text                 count                        percent                      unknown unit
ONE_CELL = """
12                   | 12                         | 12                         | 12
1234567              | 1234567                    | 1234567                    | 1234567
1.234.567            | 1234567                    | 1234567                    | 1234567
1,234,567            | 1234567                    | 1234567                    | 1234567
1.234                | 1234                       | 1.234                      | ambiguous 1234 1.234
12,345               | 12345                      | 12.345                     | ambiguous 12345 12.345
1.234,5              | ambiguous 1234.5           | 1234.5                     | 1234.5
1,234.5              | ambiguous 1234.5           | 1234.5                     | 1234.5
12,5                 | ambiguous 12.5             | 12.5                       | 12.5
12.34                | ambiguous 12.34            | 12.34                      | 12.34
0.125                | ambiguous 0.125            | 0.125                      | 0.125
0,955                | ambiguous 0.955            | 0.955                      | 0.955
00,0                 | 0                          | 0                          | 0
1 234                | 1234                       | 1234                       | 1234
12 345 678           | 12345678                   | 12345678                   | 12345678
1 234,5              | ambiguous 1234.5           | 1234.5                     | 1234.5
1'234                | 1234                       | 1234                       | 1234
12 34                | text                       | text                       | text
1.23.4               | text                       | text                       | text
12,34.5              | text                       | text                       | text
012.345              | text                       | text                       | text
95,5%                | ambiguous 95.5             | 95.5                       | 95.5
95.5 %               | ambiguous 95.5             | 95.5                       | 95.5
95,123%              | ambiguous 95.123           | 95.123                     | 95.123
105,78%              | ambiguous 105.78           | 105.78                     | 105.78
-5                   | -5                         | -5                         | -5
\u22125              | -5                         | -5                         | -5
(5)                  | ambiguous 5 -5             | ambiguous 5 -5             | ambiguous 5 -5
12 hồ sơ             | 12                         | 12                         | 12
12 tổ.               | 12                         | 12                         | 12
12 con voi           | text 12                    | text 12                    | text 12
khoảng 300           | 300                        | 300                        | 300
>4.907               | 4907                       | 4.907                      | ambiguous 4907 4.907
trên 80%             | ambiguous 80               | 80                         | 80
3.18O                | ambiguous 3180             | ambiguous 3.18             | ambiguous 3180 3.18
l23                  | ambiguous 123              | ambiguous 123              | ambiguous 123
1,2 triệu            | 1200000                    | 1200000                    | 1200000
2,5 tỷ đồng          | 2500000000                 | 2500000000                 | 2500000000
12345678901234567    | ambiguous                  | ambiguous                  | ambiguous
-                    | zero_word                  | zero_word                  | zero_word
\u2013               | zero_word                  | zero_word                  | zero_word
KPS                  | zero_word                  | zero_word                  | zero_word
Không                | zero_word                  | zero_word                  | zero_word
không phát sinh.     | zero_word                  | zero_word                  | zero_word
...                  | missing                    | missing                    | missing
\u2026               | missing                    | missing                    | missing
Chưa                 | no                         | no                         | no
chưa có số liệu      | missing                    | missing                    | missing
x                    | yes                        | yes                        | yes
X                    | yes                        | yes                        | yes
Đạt                  | yes                        | yes                        | yes
Không đạt            | no                         | no                         | no
không áp dụng        | not_applicable             | not_applicable             | not_applicable
14/3/2025            | date                       | date                       | date
01/2026              | date                       | date                       | date
Đăk Pék              | text                       | text                       | text
"""


def drawn() -> list[tuple[str, str, str, str]]:
    lines = [line for line in ONE_CELL.strip().splitlines() if line]
    return [tuple(part.strip() for part in line.split("|")) for line in lines]  # type: ignore[misc]


def said(found: Typed) -> str:
    plain = short(found)
    parts = plain if isinstance(plain, tuple) else (plain,)
    return " ".join(
        f"{part:g}" if isinstance(part, float) and abs(part) < 1e6 else str(int(part)) if isinstance(part, float) else part
        for part in parts
    )


@pytest.mark.parametrize(("text", "count", "percent", "unknown"), drawn())
def test_one_cell_alone(text: str, count: str, percent: str, unknown: str) -> None:
    units: tuple[Unit, Unit, Unit] = ("count", "percent", "")
    assert tuple(said(typed_text(text, Verdict(unit))) for unit in units) == (count, percent, unknown)


@pytest.mark.parametrize(
    ("text", "numerator", "denominator", "rate", "why"),
    [
        ("50/52", 50, 52, None, "fraction"),
        ("50 / 52", 50, 52, None, "fraction"),
        ("50/52 (96,2%)", 50, 52, 96.2, "fraction"),
        ("50/52 (96.15)", 50, 52, 96.15, "fraction"),
        ("305/390 (99,9%)", 305, 390, 99.9, "rate_disagrees"),
        ("12/12 xã", 12, 12, None, "fraction"),
        ("1.234/1.500 (82,3%)", 1234, 1500, 82.3, "fraction"),
        ("0/0 (0%)", 0, 0, 0, "fraction"),
        ("0/0 (100%)", 0, 0, 100, "rate_disagrees"),
        ("2/3 (67%)", 2, 3, 67, "fraction"),
        ("2/3 (66%)", 2, 3, 66, "rate_disagrees"),
    ],
)
def test_fractions_give_two_counts_and_check_their_rate(text, numerator, denominator, rate, why) -> None:
    found = typed_text(text, Verdict("percent"))
    assert (found.state, found.value, found.numerator, found.denominator, found.rate, found.why) == (
        "fraction",
        None,
        numerator,
        denominator,
        rate,
        why,
    )


class TestColumn:
    """The decimal sign belongs to the column: the same cell reads differently beside other cells, and never by chance."""

    @pytest.mark.parametrize(
        ("others", "unit", "text", "expected"),
        [
            (["12,5", "7,25"], "", "1.234", 1234.0),
            (["12.5", "7.25"], "", "1.234", 1.234),
            (["12.5", "7.25"], "", "1,234", 1234.0),
            (["1.234.567"], "", "1.234", 1234.0),
            (["1.234.567"], "", "2,345", 2.345),
            (["12,5", "7.25"], "", "1.234", ("ambiguous", 1234.0, 1.234)),
            ([], "", "1.234", ("ambiguous", 1234.0, 1.234)),
            ([150.0, 2000.0, 31.0], "", "1.234", 1234.0),
            ([150.5, 2000.0, 31.0], "", "1.234", ("ambiguous", 1234.0, 1.234)),
            ([1.0, 2.0, 3.0], "", "1.234", ("ambiguous", 1234.0, 1.234)),
            (["1.234.567"], "count", "1.234", 1234.0),
            (["12.5"], "count", "1.234", ("ambiguous", 1234.0, 1.234)),
            (["12.5"], "percent", "95.123", 95.123),
            (["12.5"], "percent", "95,123", ("ambiguous", 95.123, 95123.0)),
            (["12.5", "12,5"], "percent", "95,123", ("ambiguous", 95.123, 95123.0)),
        ],
    )
    def test_evidence(self, others, unit: Unit, text: str, expected) -> None:
        cells = column(*others, text)
        assert short(typed(cells[-1], column_verdict(cells, unit))) == expected

    def test_a_column_may_borrow_the_sign_of_its_writer(self) -> None:
        silent, loud = column_verdict(column("1.234")), column_verdict(column("12,5"))
        assert short(typed_text("1.234", borrowed(silent, [loud]))) == 1234.0
        assert borrowed(silent, [loud, column_verdict(column("12.5"))]) == silent
        assert borrowed(column_verdict(column("7.5")), [loud]).decimal == "."

    def test_dates_fractions_and_numbers_with_letters_prove_no_sign(self) -> None:
        assert column_verdict(column("14.3.2025", "01/2026", "50/52 (96,2%)", "Đăk Pék", "3.50O", "5.36l", "6.36B", "3.71?")).decimal == ""

    def test_the_verdict_names_its_evidence(self) -> None:
        verdict = column_verdict(column("5", "12,5", "7.25"))
        assert (verdict.conflict, verdict.evidence) == (True, ("A2 12,5", "A3 7.25"))

    def test_values_under_a_merge_are_not_evidence(self) -> None:
        under = text_cell("12.5")._replace(extra=Extra(under_merge=True))
        assert column_verdict([under]).decimal == ""


class TestPercentColumn:
    def test_all_within_one_cannot_be_told(self) -> None:
        verdict = column_verdict(column(0.955, 0.8, 1.0, 0.0), "percent")
        assert [short(typed(c, verdict)) for c in column(0.955, 1.0, 0.0)] == [("ambiguous", 95.5, 0.955), ("ambiguous", 100.0, 1.0), 0.0]

    def test_the_scale_settles_it(self) -> None:
        verdict = column_verdict(column(0.955, 0.8), "percent")
        assert short(typed(number_cell(0.955), with_scale(verdict, "fraction"))) == 95.5
        assert short(typed(number_cell(0.955), with_scale(verdict, "percent"))) == 0.955

    def test_large_values_are_percents(self) -> None:
        verdict = column_verdict(column(95.5, 80.0, 105.78), "percent")
        assert [short(typed(c, verdict)) for c in column(95.5, 105.78)] == [95.5, 105.78]

    def test_a_small_one_among_large_ones_is_asked(self) -> None:
        verdict = column_verdict(column(95.5, 0.8), "percent")
        assert [short(typed(c, verdict)) for c in column(95.5, 0.8)] == [95.5, ("ambiguous", 80.0, 0.8)]

    def test_a_percent_format_is_certain(self) -> None:
        found = typed(number_cell(0.955, "0.0%"), Verdict("percent", scale="unsure"))
        assert (found.value, found.percent, found.why, found.decimals) == (95.5, True, "percent_format", 1)

    def test_a_percent_sign_in_quotes_is_no_percent_format(self) -> None:
        assert short(typed(number_cell(95.5, '0.0"%"'), Verdict("percent"))) == 95.5


class TestStoredCells:
    @pytest.mark.parametrize(
        ("value", "unit", "expected"),
        [
            (123.0, "count", 123.0),
            (5.951, "count", ("ambiguous", 5951.0, 5.951)),
            (3.4, "count", ("ambiguous", 3400.0, 3.4)),
            (2.12345, "count", ("ambiguous", 2.12345)),
            (1234.5, "", 1234.5),
            (1e16, "count", "ambiguous"),
            (float("nan"), "", "ambiguous"),
        ],
    )
    def test_numbers(self, value: float, unit: Unit, expected) -> None:
        assert short(typed(number_cell(value), Verdict(unit))) == expected

    def test_a_count_in_percent_format_is_asked(self) -> None:
        assert typed(number_cell(0.95, "0%"), Verdict("count")).why == "percent_in_count"

    def test_errors_dates_and_truth(self) -> None:
        error = Cell(0, 0, None, "X", extra=Extra(error="#DIV/0!"))
        unknown = Cell(0, 0, None, "X", extra=Extra(formula="A1", no_cache=True))
        day = Cell(0, 0, dt.date(2025, 12, 5), "D")
        assert [(t.state, t.why) for t in (typed(c, Verdict("count")) for c in (error, unknown, day))] == [
            ("error", "#DIV/0!"),
            ("error", "no_cached_value"),
            ("date", "became_date"),
        ]
        assert [typed(Cell(0, 0, value, "T")).state for value in (True, False)] == ["yes", "no"]

    def test_money_in_brackets_is_negative(self) -> None:
        assert short(typed_text("(1.500.000)", Verdict("money"))) == -1500000.0


@pytest.mark.parametrize(
    ("code", "decimals"),
    [
        ("General", None),
        ("0", 0),
        ("0.0", 1),
        ("0.00%", 2),
        ("#,##0", 0),
        ("#,##0.00;(#,##0.00)", 2),
        ('0.0"%"', 1),
        ("@", None),
        ("dd/mm/yyyy", None),
    ],
)
def test_digits_a_format_shows(code: str, decimals: int | None) -> None:
    assert decimals_of(code) == decimals


# --- properties ----------------------------------------------------------------------------------------------------------------


def written(value: float, decimals: int, sign: str, grouped: bool) -> str:
    """A number as a clerk of one convention writes it."""
    text = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if sign == "," else text


NUMBERS = st.integers(-(10**11), 10**11)
SIGNS = st.sampled_from([",", "."])


@given(NUMBERS, st.integers(0, 4), SIGNS, st.booleans(), st.sampled_from(["count", "percent", "money", "points", ""]))
def test_a_written_number_reads_as_itself_or_is_asked(whole: int, decimals: int, sign: str, grouped: bool, unit: Unit) -> None:
    value = whole / 10**decimals
    found = typed_text(written(value, decimals, sign, grouped), Verdict(unit, scale="percent"))
    shown = float(f"{value:.{decimals}f}")
    if found.state == "number":
        if unit in ("count", "percent") and found.why in ("whole_unit", "within_100"):
            return  # read by what the unit allows: its own test below
        assert found.value == shown
    else:
        assert found.state == "ambiguous" and (not found.readings or shown in found.readings)


@given(st.integers(0, 10**9), SIGNS, st.booleans())
def test_a_count_reads_as_itself(value: int, sign: str, grouped: bool) -> None:
    assert typed_text(written(value, 0, sign, grouped), Verdict("count")).value == value


@given(st.integers(0, 100_000), st.integers(1, 3), SIGNS)
def test_a_rate_up_to_100_reads_as_itself(thousandths: int, decimals: int, sign: str) -> None:
    text = written(thousandths / 1000, decimals, sign, grouped=True)
    assert typed_text(text, Verdict("percent")).value == float(text.replace(",", "."))


@given(st.lists(st.tuples(NUMBERS, st.integers(0, 3)), min_size=1, max_size=8), SIGNS, st.booleans())
def test_a_column_of_one_hand_is_never_misread(numbers: list[tuple[int, int]], sign: str, grouped: bool) -> None:
    cells = column(*(written(whole / 10**decimals, decimals, sign, grouped) for whole, decimals in numbers))
    verdict = column_verdict(cells)
    assert not verdict.conflict
    for cell, (whole, decimals) in zip(cells, numbers, strict=True):
        found = typed(cell, verdict)
        assert found.state == "ambiguous" or found.value == float(f"{whole / 10**decimals:.{decimals}f}")


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    for unit in ("count", "percent", "money", ""):
        found = typed_text(text, Verdict(unit))  # type: ignore[arg-type]
        assert (found.value is not None) == (found.state in ("number", "zero_word"))
        assert (found.numerator is not None) == (found.state == "fraction")


@given(st.text("0123456789., '", max_size=16))
def test_digits_have_at_most_two_readings(text: str) -> None:
    found = digits(text)
    if found is not None:
        assert found.comma is not None or found.point is not None
        bare = [int(value * 1000) for value in (found.comma, found.point) if value is not None]
        assert all(value >= 0 for value in bare) and (not found.certain or len(set(bare)) == 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ngân hàng chưa cung cấp",
        "Chưa có số liệu từ ngân hàng",
        "Đang chờ Công an xã cung cấp",
        "Chưa nhận được báo cáo",
        "BHXH huyện chưa gửi",
        "Không lấy được số liệu",
        "Đợi Sở công bố",
        "chiều gọi lại",
        "sáng mai gửi",
        "mai báo sau",
        "để em hỏi lại",
        "hẹn chiều mai",
        "không nghe máy",
        "máy bận",
    ],
)
def test_words_that_say_there_is_no_figure_yet_leave_it_missing(text: str) -> None:
    assert typed_text(text).state == "missing"


@pytest.mark.parametrize("text", ["Chưa cung cấp 12 người", "Đã báo cáo", "đang triển khai", "theo báo cáo", "như tháng trước", "sau"])
def test_other_words_in_place_of_a_figure_are_not_left_out(text: str) -> None:
    assert typed_text(text).state == "text"
