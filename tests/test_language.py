"""Sentences, numbers and days as people read them; Vietnamese text as machines compare it."""

import datetime as dt
import unicodedata
from contextvars import copy_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.language import _, day, language, number, percent, sentences, use_language
from catalogue.text import accented, fold, heading_key, nfc, squeeze

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ AĂÂĐÊÔƠƯ-,."
VIETNAMESE = st.text(alphabet=LETTERS, max_size=40)


def spoken(code: str, act):
    """What `act` gives in a language, without changing the language of the other tests."""

    def run():
        use_language(code)
        return act()

    return copy_context().run(run)


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        (1234567, 0, "1.234.567", "1,234,567"),
        (1234.5, 1, "1.234,5", "1,234.5"),
        (0, 0, "0", "0"),
        (-5.25, 2, "-5,25", "-5.25"),
        (12.0, None, "12", "12"),
        (12.3456, None, "12,346", "12.346"),
        (None, 0, "", ""),
        (float("nan"), 0, "", ""),
    ],
)
def test_numbers(value, decimals, vietnamese, english):
    assert spoken("vi", lambda: number(value, decimals)) == vietnamese
    assert spoken("en", lambda: number(value, decimals)) == english


@pytest.mark.parametrize(("value", "said"), [(95.5, "95,5%"), (100, "100%"), (0, "0%"), (99.96, "100%"), (None, ""), (float("nan"), "")])
def test_percentages_are_given_in_percent(value, said):
    assert spoken("vi", lambda: percent(value)) == said


def test_days():
    assert spoken("vi", lambda: day(dt.date(2025, 3, 4))) == "04/03/2025"
    assert day(None) == ""


def test_a_sentence_of_the_catalogue_is_spoken_in_vietnamese_and_filled():
    sentence = "The indicator {name} has no way of computing with the denominator {code}."
    assert sentence in sentences("vi")
    assert spoken("vi", lambda: _(sentence, name="A", code="b")) == "Chỉ tiêu A không có cách tính nào với mẫu số b."
    assert spoken("en", lambda: _(sentence, name="A", code="b")) == "The indicator A has no way of computing with the denominator b."


@pytest.mark.parametrize(
    ("sentence", "values", "said"),
    [
        ("{count} units", {"count": "1"}, "1 unit"),
        ("{count} units", {"count": "21"}, "21 units"),
        ("{reporting}/{due} units reported", {"reporting": "1", "due": "1"}, "1/1 unit reported"),
        ("{sent} of {due} units have sent", {"sent": "1", "due": "6"}, "1 of 6 units have sent"),
        ("{count} returns of the period still wait for an answer", {"count": "1"}, "1 return of the period still waits for an answer"),
        ("{count} need an answer", {"count": "1"}, "1 needs an answer"),
        ("{moved} {things} more are needed", {"moved": "1", "things": "people"}, "1 person more is needed"),
        ("Sheet {sheet} lists people", {"sheet": "1"}, "Sheet 1 lists people"),
        ("Trials, {count} periods ahead", {"count": 1}, "Trials, 1 period ahead"),
    ],
)
def test_what_one_counts_is_one_in_english(sentence, values, said):
    assert spoken("en", lambda: _(sentence, **values)) == said


def test_an_unknown_sentence_stays_as_it_is_and_an_unknown_language_is_vietnamese():
    assert spoken("vi", lambda: _("Nobody ever wrote this {x}", x=1)) == "Nobody ever wrote this 1"
    assert spoken("fr", language) == "vi"


# --- text --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa", "Hoà"),
        ("Thủy", "Thuỷ"),
        ("chữ ký số", "chữ kí số"),
        ("tỷ lệ", "tỉ lệ"),
        ("Đăk", "Ðăk"),
        ("Hồ sơ\u00a0trực  tuyến\n", "hồ sơ trực tuyến"),
        ("Tổng\u200b số", "Tổng số"),
        (unicodedata.normalize("NFD", "Điện tử"), "Điện tử"),
    ],
)
def test_two_ways_of_typing_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ba Tơ", "Ba Tô"), ("Sơn Hà", "Sơn Hạ"), ("Đăk Pék", "Đắk Pék"), ("Đăk Pék", "Đăk Pek")])
def test_accents_keep_names_apart(one, other):
    assert fold(one) == fold(other) and accented(one) != accented(other)


@pytest.mark.parametrize(("one", "other"), [("Hòa Lý", "Hoà Lí"), ("THỦY", "thuỷ"), ("ký quỹ", "kí quỹ")])
def test_correct_spellings_of_one_name_are_alike_with_accents(one, other):
    assert accented(one) == accented(other)


@given(VIETNAMESE)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_composition_never_matters(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert accented(unicodedata.normalize("NFD", text)) == accented(text)
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(text)


@given(st.text(max_size=40))
def test_any_text_can_be_folded(text):
    assert "đ" not in fold(text) and squeeze(text) == squeeze(fold(text))


def test_a_path_of_headings_is_compared_part_by_part():
    assert heading_key("Tiếp nhận > Trực tiếp, BCCI") == heading_key("TIẾP  NHẬN > Trực tiếp/BCCI") == "tiepnhan > tructiepbcci"
    assert heading_key("Hồ sơ đã\ngiải quyết (HS)") == "hosodagiaiquyeths"
