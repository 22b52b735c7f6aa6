"""A period in the words of a sender."""

from __future__ import annotations

from catalogue.language import _, quarter
from catalogue.periods import Period


def period_name(period: Period) -> str:
    """2026-M03 as "month 3/2026"; written so that it reads back as the same period."""
    match period.kind:
        case "month":
            return _("month {number}/{year}", number=period.number, year=period.year)
        case "quarter":
            return _("quarter {number}/{year}", number=quarter(period.number), year=period.year)
        case "half":
            first = period.number == 1
            return _("first 6 months of {year}", year=period.year) if first else _("last 6 months of {year}", year=period.year)
        case "nine_months":
            return _("9 months of {year}", year=period.year)
        case _other:
            return _("year {year}", year=period.year)
