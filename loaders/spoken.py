"""A period in the words of a sender."""

from __future__ import annotations

from catalogue.language import _
from catalogue.periods import Period


def period_name(period: Period) -> str:
    """2026-M03 as "month 3/2026"; written so that it reads back as the same period."""
    sentences = {
        "month": _("month {number}/{year}", number=period.number, year=period.year),
        "quarter": _("quarter {number}/{year}", number=period.number, year=period.year),
        "half": _("first 6 months of {year}", year=period.year) if period.number == 1 else _("last 6 months of {year}", year=period.year),
        "nine_months": _("9 months of {year}", year=period.year),
        "year": _("year {year}", year=period.year),
    }
    return sentences[period.kind]
