"""Legacy fonts: every letter of Vietnamese goes there and back; a cell's own font decides, or a whole block, never one cell alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.opening.fonts import decode, scheme_of, signature
from loaders.opening.kinds import reader_rows

SMALL = unicodedata.normalize("NFC", "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ")
CAPITALS_OF_TCVN3 = "ĂÂÊÔƠƯĐ"

CLEAN = [
    "Tổng số hồ sơ tiếp nhận trong kỳ",
    "Số hồ sơ giải quyết đúng hạn",
    "Ủy ban nhân dân xã Đăk Pék",
    "Tỷ lệ văn bản ký số",
    "Người lập biểu",
    "Chữ ký số cá nhân",
    "Trả kết quả qua bưu chính công ích",
]
FOREIGN = [
    "Résumé de la réunion",
    "où est le café",
    "goûter à l'école",
    "Îles Féroé",
    "naïveté",
    "aérien",
    "Müller & Söhne GmbH",
    "±5 °C",
    "© 2025",
    "Nestlé",
    "États-Unis",
    "hôtel",
]


def encoded(text: str, scheme: str) -> str:
    """The codes a legacy font shows as this text."""
    table = {
        unicodedata.normalize("NFC", row["letter"]): "".join(chr(int(c, 16)) for c in row["code"].split())
        for row in reader_rows(f"{scheme}.csv")
    }
    return "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("scheme", "font", "typed", "text"),
    [
        ("tcvn3", ".VnTime", "hép møt tÕt", "hộp mứt tết"),
        ("tcvn3", ".VnTime", "B¶o Th¾ng", "Bảo Thắng"),
        ("tcvn3", ".VnTimeH", "tØnh qu¶ng ng·i", "TỈNH QUẢNG NGÃI"),
        ("tcvn3", ".VnArial", "kú tr\u00adíc chuyÓn sang", "kỳ trước chuyển sang"),
        ("vni", "VNI-Times", "UBND HUYEÄN ÑAÉK GLEI", "UBND HUYỆN ĐẮK GLEI"),
        ("vni", "VNI-Times", "Tyû leä chöõ kyù soá", "Tỷ lệ chữ ký số"),
        ("vni", "VNI-Helve", "Ñöôïc caáp, ngöôøi, lyù, quyõ, mîmî", "Được cấp, người, lý, quỹ, mỵmỵ"),
    ],
)
def test_known_words(scheme, font: str, typed: str, text: str) -> None:
    assert scheme_of(font) == scheme
    assert decode(typed, scheme, font) == text


def test_every_letter_goes_there_and_back() -> None:
    assert decode(encoded(SMALL + CAPITALS_OF_TCVN3, "tcvn3"), "tcvn3") == SMALL + CAPITALS_OF_TCVN3
    for letters in (SMALL, SMALL.upper()):
        assert decode(" ".join(encoded(letter, "vni") for letter in letters), "vni") == " ".join(letters)


@given(st.text(st.sampled_from(SMALL + " "), max_size=60))
def test_any_text_of_tcvn3_goes_there_and_back(text: str) -> None:
    assert decode(encoded(text, "tcvn3"), "tcvn3") == text


@pytest.mark.parametrize("text", [*CLEAN, "Huyện Nhà Bè", "Cấp phép"])
def test_modern_text_in_an_old_font_is_left_alone(text: str) -> None:
    assert [decode(text, scheme) for scheme in ("tcvn3", "vni")] == [text, text]


@pytest.mark.parametrize("font", ["Times New Roman", "", "Calibri", "Vneshtorg", "Vnifont"])
def test_unicode_fonts(font: str) -> None:
    assert scheme_of(font) == ""


@pytest.mark.parametrize("scheme", ["tcvn3", "vni"])
def test_a_block_without_fonts_bears_a_signature(scheme: str) -> None:
    assert signature(encoded(line.lower(), scheme) for line in CLEAN) == scheme


@pytest.mark.parametrize(
    "block",
    [CLEAN, FOREIGN, [unicodedata.normalize("NFD", line) for line in CLEAN], ["A1", "Total", "95%"], [], ["Nhà Bè", "phép", "Résumé"]],
)
def test_other_blocks_bear_none(block: list[str]) -> None:
    assert signature(block) == ""


def test_one_modern_letter_speaks_for_the_block() -> None:
    assert signature([*(encoded(line, "tcvn3") for line in CLEAN), "Đơn vị"]) == ""
