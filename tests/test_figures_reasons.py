"""Every reason has its sentence, in both languages."""

from __future__ import annotations

from catalogue.language import sentences as translated
from indicators.reasons import SENTENCES, Why, codes, sentences


def test_every_reason_is_said_in_vietnamese():
    assert set(SENTENCES) == set(Why)
    assert not [text for text in SENTENCES.values() if text not in translated("vi")]


def test_flags_become_codes_and_codes_become_sentences():
    text = codes(int(Why.UNITS_SILENT | Why.CONFLICT))
    assert text == "units_silent conflict"
    assert sentences(text)[0] == "Còn đơn vị chưa báo cáo"
    assert sentences("") == []
