"""Builds data/org_units.csv and data/successions.csv from the package vietnamadminunits: `python -m catalogue.build_units`.

Needed only when the register is made anew; the dashboard reads the two tables and never this package. Two
generations stand side by side: ".1" until 30/6/2025 (provinces, districts, communes), ".2" since 1/7/2025.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from catalogue.names import name_key, unit_types
from catalogue.tables import DATA_FOLDER, rows

OLD_TO, NEW_FROM = "2025-06-30", "2025-07-01"
COUNTRY = "VN"
UNIT_COLUMNS = ("id", "code", "name", "type", "level", "parent", "valid_from", "valid_to", "lat", "lon", "key")
SUCCESSION_COLUMNS = ("old", "new", "share", "date", "legal_basis")
PROVINCES_BASIS, CODES_BASIS = "nq-202-2025", "qd-19-2025"
COMMUNES_BASIS = {"51": "nq-1677-2025"}
Row = tuple[Any, ...]


def package_data() -> tuple[sqlite3.Connection, dict[str, dict[str, Any]]]:
    """The two tables of units and the table of conversions of the installed package."""
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        sys.exit("vietnamadminunits is not installed: pip install -r requirements-dev.txt")
    folder = Path(spec.origin).parent / "data"
    base = sqlite3.connect(f"file:{folder / 'dataset.db'}?mode=ro", uri=True)
    base.row_factory = sqlite3.Row
    return base, json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))


def unit(code: str, generation: int, name: str, level: str, parent: str, lat: float | None, lon: float | None) -> Row:
    """One row of org_units.csv. The type is the first word or words of the name; the key is how names are compared."""
    kind = next((k for k in unit_types() if name.casefold().startswith(k + " ")), "")
    valid = ("", OLD_TO) if generation == 1 else (NEW_FROM, "")
    bare = name[len(kind) :].strip()
    return (f"{code}.{generation}", code, name, kind, level, parent, *valid, _place(lat), _place(lon), name_key(bare))


def _place(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def old_units(base: sqlite3.Connection) -> Iterator[Row]:
    """Provinces, districts and communes until 30/6/2025."""
    table = base.execute("SELECT * FROM admin_units_legacy ORDER BY provinceCode, districtCode, wardCode").fetchall()
    seen: set[str] = set()
    for row in table:
        province, district = row["provinceCode"], row["districtCode"]
        if province not in seen:
            yield unit(province, 1, row["province"], "province", COUNTRY, row["provinceLat"], row["provinceLon"])
        if district not in seen:
            yield unit(district, 1, row["district"], "district", f"{province}.1", row["districtLat"], row["districtLon"])
        seen |= {province, district}
        if row["wardCode"]:
            yield unit(row["wardCode"], 1, row["ward"], "commune", f"{district}.1", row["wardLat"], row["wardLon"])


def new_units(base: sqlite3.Connection) -> Iterator[Row]:
    """Provinces and communes since 1/7/2025."""
    seen: set[str] = set()
    for row in base.execute("SELECT * FROM admin_units ORDER BY provinceCode, wardCode"):
        province = row["provinceCode"]
        if province not in seen:
            seen.add(province)
            yield unit(province, 2, row["province"], "province", COUNTRY, row["provinceLat"], row["provinceLon"])
        yield unit(row["wardCode"], 2, row["ward"], "commune", f"{province}.2", row["wardLat"], row["wardLon"])


def successions(base: sqlite3.Connection, converter: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """Every old province and commune with what became of it; a district without communes stands as a commune here."""
    old_provinces = {
        r["provinceKey"]: r["provinceCode"] for r in base.execute("SELECT DISTINCT provinceKey, provinceCode FROM admin_units_legacy")
    }
    new_provinces = {
        r["provinceKey"]: r["provinceCode"] for r in base.execute("SELECT DISTINCT provinceKey, provinceCode FROM admin_units")
    }
    for new, olds in converter["DICT_PROVINCE"].items():
        for old in olds:
            yield f"{old_provinces[old]}.1", f"{new_provinces[new]}.2", "whole", NEW_FROM, PROVINCES_BASIS
    old_codes = {_old_key(r): r["wardCode"] or r["districtCode"] for r in base.execute("SELECT * FROM admin_units_legacy")}
    new_codes = {(r["provinceKey"], r["wardKey"]): r["wardCode"] for r in base.execute("SELECT * FROM admin_units")}
    for province, old, new, share in _links(converter):
        basis = COMMUNES_BASIS.get(new_provinces[province], CODES_BASIS)
        yield f"{old_codes[old]}.1", f"{new_codes[province, new]}.2", share, NEW_FROM, basis


def _old_key(row: sqlite3.Row) -> str:
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def _links(converter: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    """(new province, old unit, new unit, share) in the package's own keys."""
    for province, table in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in table.items():
            yield from ((province, old, new, "whole") for old in olds)
    for province, table in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in table.items():
            yield from ((province, old, part["newWardKey"], "part") for part in parts)


def write(name: str, columns: tuple[str, ...], table: Iterable[Row]) -> int:
    """Writes data/<name>; gives the number of rows."""
    lines = list(table)
    with (DATA_FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)
    return len(lines)


def main() -> None:
    """Writes both tables and says how many rows each has."""
    base, converter = package_data()
    countries = [tuple(row[column] for column in UNIT_COLUMNS) for row in rows("country.csv")]
    count = write("org_units.csv", UNIT_COLUMNS, [*countries, *old_units(base), *new_units(base)])
    links = write("successions.csv", SUCCESSION_COLUMNS, sorted(successions(base, converter)))
    sys.stdout.write(f"org_units.csv: {count} rows, successions.csv: {links} rows\n")


if __name__ == "__main__":
    main()
