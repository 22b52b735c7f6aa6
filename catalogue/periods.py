"""Reporting periods: years, half years, quarters, months, nine months; by the calendar of Decree 09/2019 or the plain one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

Kind = Literal["year", "half", "quarter", "month", "nine_months"]
Calendar = Literal["nd09", "plain"]

_PATTERN = re.compile(r"(\d{4})(?:-(?:M(0[1-9]|1[0-2])|Q([1-4])|S([12])|(9M)))?")
_MONTHS: dict[Kind, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1, "nine_months": 9}


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period, such as 2025, 2025-S1, 2025-Q1, 2025-M03 or 2025-9M.

    `number` counts periods of this kind within the year, from 1. Periods sort by their last month, shorter ones first.
    """

    year: int
    kind: Kind
    number: int = 1

    def __post_init__(self) -> None:
        most = 1 if self.kind in ("year", "nine_months") else 12 // _MONTHS[self.kind]
        if not (1900 <= self.year <= 2200 and 1 <= self.number <= most):
            raise ValueError(f"not a period: {self.year} {self.kind} {self.number}")

    def __hash__(self) -> int:
        return 16 * self.year + self.number

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period written `text`; ValueError when it is none."""
        match = _PATTERN.fullmatch(text)
        if not match:
            raise ValueError(f"not a period: {text!r}")
        year, month, quarter, half, nine = match.groups()
        if month:
            return cls(int(year), "month", int(month))
        if quarter:
            return cls(int(year), "quarter", int(quarter))
        if half:
            return cls(int(year), "half", int(half))
        return cls(int(year), "nine_months" if nine else "year")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """The month `month` (1 to 12) of `year`."""
        return cls(year, "month", month)

    def __str__(self) -> str:
        if self.kind == "month":
            return f"{self.year}-M{self.number:02d}"
        if self.kind == "year":
            return f"{self.year}"
        if self.kind == "nine_months":
            return f"{self.year}-9M"
        return f"{self.year}-{'S' if self.kind == 'half' else 'Q'}{self.number}"

    def __lt__(self, other: Period) -> bool:
        return self._sort_key < other._sort_key

    @property
    def _sort_key(self) -> tuple[int, int, int]:
        return self.year, self.last_month, _MONTHS[self.kind]

    @property
    def first_month(self) -> int:
        """The first calendar month it covers, 1 to 12."""
        return (self.number - 1) * _MONTHS[self.kind] + 1

    @property
    def last_month(self) -> int:
        """The last calendar month it covers, 1 to 12."""
        return self.first_month + _MONTHS[self.kind] - 1

    @property
    def months(self) -> tuple[Period, ...]:
        """The months it consists of, in order."""
        return tuple(Period(self.year, "month", m) for m in range(self.first_month, self.last_month + 1))

    @property
    def previous(self) -> Period:
        """The period of the same kind just before."""
        return self.shift(-1)

    @property
    def year_before(self) -> Period:
        """The same period one year earlier."""
        return Period(self.year - 1, self.kind, self.number)

    def shift(self, steps: int) -> Period:
        """The period of the same kind `steps` later (earlier when negative)."""
        per_year = 1 if self.kind in ("year", "nine_months") else 12 // _MONTHS[self.kind]
        index = self.year * per_year + self.number - 1 + steps
        return Period(index // per_year, self.kind, index % per_year + 1)

    def start(self, calendar: Calendar = "nd09") -> dt.date:
        """The first day. Decree 09/2019 starts on the 15th of the month before, the plain calendar on the 1st."""
        if calendar == "plain":
            return dt.date(self.year, self.first_month, 1)
        before = Period(self.year, "month", self.first_month).previous
        return dt.date(before.year, before.first_month, 15)

    def end(self, calendar: Calendar = "nd09") -> dt.date:
        """The last day. Decree 09/2019 ends on the 14th of the last month, the plain calendar on its last day."""
        if calendar == "nd09":
            return dt.date(self.year, self.last_month, 14)
        after = Period(self.year, "month", self.last_month).shift(1)
        return dt.date(after.year, after.first_month, 1) - dt.timedelta(days=1)
