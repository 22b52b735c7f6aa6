"""Amounts in running text: figures, words, ranges, fractions and bounds come back as written; what only looks like one is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.checking.amounts import amounts, number_of
from report.checking.number_words import spelt, value_of

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]


def seen(text: str) -> list[tuple]:
    """Sort, value, other value, noun and bound of every amount."""
    return [(a.sort, a.low, a.over if a.over is not None else a.high, a.noun, a.bound) for a in amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tiếp nhận 1.177 hồ sơ", [("count", 1177, None, "ho so", "")]),
        ("đạt 52,6%", [("percent", 52.6, None, "", "")]),
        ("đạt 52.6 %", [("percent", 52.6, None, "", "")]),
        ("trên 95%", [("percent", 95, None, "", "over")]),
        ("từ 95% trở lên", [("percent", 95, None, "", "over")]),
        ("gần 70%", [("percent", 70, None, "", "about")]),
        ("từ 80% đến 85%", [("percent", 80, 85, "", "")]),
        ("tăng 3,2 điểm phần trăm", [("points", 3.2, None, "", "")]),
        ("1.234/1.500 hồ sơ", [("fraction", 1234, 1500, "ho so", "")]),
        ("619 hồ sơ trên tổng số 1.177 hồ sơ", [("fraction", 619, 1177, "ho so", "")]),
        ("mười hai trên mười hai xã, thị trấn", [("fraction", 12, 12, "xa, thi tran", "")]),
        ("một trăm phần trăm", [("percent", 100, None, "", "")]),
        ("hai mươi lăm hộ", [("count", 25, None, "ho", "")]),
        ("kinh phí 1,5 tỷ đồng", [("count", 1_500_000_000, None, "ty dong", "")]),
    ],
)
def test_an_amount_is_read_as_written(text, expected):
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ngày 07 tháng 10 năm 2024",
        "tháng 10/2024",
        "giai đoạn 2021-2025",
        "Quyết định số 127/QĐ-TTg ngày 26/01/2021",
        "tài khoản định danh mức độ 2",
        "mức độ 3, mức độ 4",
        "công dân từ 14 tuổi trở lên",
        "theo Đề án 06",
        "sóng 4G, hỗ trợ 24/7",
        "quý III/2026",
        "xã Ba Tơ một cửa",
        "một số xã, năm qua",
    ],
)
def test_what_only_looks_like_an_amount_is_none(text):
    assert seen(text) == []


@given(st.integers(0, 99_999_999))
def test_grouped_figures_come_back(number):
    assert number_of(f"{number:,}".replace(",", ".")) == (number, 0)


@given(st.decimals(0, 100, places=2))
def test_percentages_come_back_with_either_sign(share):
    for text in (f"đạt {share}%", f"đạt {share}%".replace(".", ",")):
        (found,) = amounts(text)
        assert (found.sort, round(found.low, 2), found.decimals) == ("percent", float(share), 2)


def in_words(number: int) -> str:
    """A number under a million as it is said."""
    thousands, rest = divmod(number, 1000)
    parts = [f"{_hundreds(thousands)} nghìn"] if thousands else []
    if rest or not thousands:
        parts.append(_hundreds(rest))
    return " ".join(parts)


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = [f"{DIGITS[hundreds]} trăm"] if hundreds else []
    if tens:
        said.append("mười" if tens == 1 else f"{DIGITS[tens]} mươi")
        said += [{1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, DIGITS[ones])] if ones else []
    elif ones or not hundreds:
        said += ["lẻ", DIGITS[ones]] if hundreds else [DIGITS[ones]]
    return " ".join(said)


@given(st.integers(0, 999_999))
def test_numbers_in_words_come_back(number):
    assert value_of(in_words(number).split()) == number


@given(st.integers(11, 999_999))
def test_numbers_in_words_are_found_in_a_sentence(number):
    (found,) = spelt(f"Đã cấp {in_words(number)} tài khoản.")
    assert found.value == number


@given(st.text(max_size=200))
def test_any_text_is_survived(text):
    assert all(a.start < a.end for a in amounts(text))
