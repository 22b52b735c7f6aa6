"""`python -m benchmarks [names] [--full] [--write]`: every figure as a ratio to its floor, measured in one run."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
from collections.abc import Callable

from benchmarks import reading, serving
from benchmarks.measure import HOUSE, Figure

MEASUREMENTS: dict[str, Callable[[bool], Figure | list[Figure]]] = {
    "one": reading.one,
    "many": reading.many,
    "table": reading.table,
    "reruns": serving.reruns,
    "crowd": serving.crowd,
    "memory": serving.resident,
}
START, END = "<!-- figures -->", "<!-- end of figures -->"


def line(figure: Figure) -> str:
    """One row of the table."""
    decimals = 0 if figure.ours >= 100 else 1 if figure.ours >= 10 else 2 if figure.ours >= 1 else 3
    ours, floor = (f"{value:,.{decimals}f} {figure.unit}" for value in (figure.ours, figure.floor))
    ratio = f"{figure.ratio:.2f}x faster" if figure.faster else f"{figure.ratio:.2f}x"
    aim = f"at least {figure.aim:g}x faster" if figure.faster else f"at most {figure.aim:g}x"
    met = "met" if figure.met else "**missed**"
    note = f" ({figure.note})" if figure.note else ""
    return f"| {figure.what}{note} | {ours} | {figure.against}: {floor} | {ratio} | {aim} | {met} |"


def table(lines: list[str]) -> str:
    """The lines as a table in Markdown."""
    return "\n".join(["| What | Ours | Against | Ratio | Aim | |", "|---|---|---|---|---|---|", *lines])


def measured(name: str, full: bool) -> tuple[list[str], bool]:
    """The lines of one measurement and whether every aim is met; a measurement that cannot be made says why."""
    try:
        found = MEASUREMENTS[name](full)
    except (RuntimeError, TimeoutError) as error:
        return [f"| {name} | not measured: {error} | | | | **missed** |"], False
    figures = found if isinstance(found, list) else [found]
    return [line(figure) for figure in figures], all(figure.met for figure in figures)


def write(lines: list[str]) -> None:
    """Put the table between the marks in docs/performance.md."""
    path = HOUSE / "docs" / "performance.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    day = dt.datetime.now(dt.UTC).date()
    where = f"Measured on {day:%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}."
    path.write_text(f"{before}{START}\n{where}\n\n{table(lines)}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """Measure what is named (all when nothing is), print the table; 1 when an aim is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(MEASUREMENTS))
    parser.add_argument("--full", action="store_true", help="read all 3,321 small returns instead of a sample")
    parser.add_argument("--write", action="store_true", help="keep the table in docs/performance.md")
    given = parser.parse_args()
    if unknown := set(given.names) - set(MEASUREMENTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    lines, met = [], True
    for name in given.names or MEASUREMENTS:
        found, good = measured(name, given.full)
        lines, met = lines + found, met and good
        print("\n".join(found), flush=True)
    print("\n" + table(lines))
    if given.write:
        write(lines)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
