"""One file that holds everything: the tables as lines of JSON and the originals. Either engine restores what the other saved."""

from __future__ import annotations

import base64
import datetime as dt
import itertools
import json
import os
import zipfile
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, MetaData, Table, exists, inspect, select, text

from catalogue.errors import UserError
from catalogue.language import _
from store import migrate, originals, schema
from store.database import bulk_insert, reading, writing
from store.words import now

FORMAT = 1
CHUNK = 20_000


def write(engine: Engine, folder: Path, file: Path) -> dict[str, int]:
    """Save one moment of the store to `file` (whole or not at all); rows by table. Nobody waits for it."""
    unfinished = file.with_name(file.name + ".unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            counts, hashes = _write_tables(engine, archive)
            for sha256 in hashes:
                archive.write(originals.place_of(folder, sha256), f"originals/{sha256}", zipfile.ZIP_STORED)
            manifest = {"format": FORMAT, "revision": migrate.head(), "made_at": now().isoformat(), "tables": counts}
            archive.writestr("manifest.json", json.dumps(manifest, indent=1))
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
    return counts


def restore(engine: Engine, folder: Path, file: Path, *, force: bool) -> dict[str, int]:
    """Fill an empty database (any, with `force`) and the folder of originals from a backup; rows by table."""
    with _open(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        if manifest["format"] > FORMAT:
            raise UserError(_("{file} was written by a newer version: upgrade this program first.", file=file.name))
        if not force and holds_something(engine):
            raise UserError(_("The database is not empty. Restore into an empty one, or add --force to replace what it holds."))
        _read_originals(folder, archive, file)
        with writing(engine) as connection:
            _drop_everything(connection)
            migrate.upgrade_on(connection, manifest["revision"])
            for name in manifest["tables"]:
                _read_table(connection, name, archive)
            migrate.upgrade_on(connection, "head")
    return manifest["tables"]


def holds_something(engine: Engine) -> bool:
    """Whether anything was ever done in the database beside making its tables and sowing the declared targets."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(schema.audit.name):
            return False
        done = exists().where(schema.audit.c.act != "seed")
        return bool(connection.scalar(select(done | exists().where(schema.original.c.size >= 0))))


def _open(file: Path) -> zipfile.ZipFile:
    broken = UserError(_("{file} is not a backup of this program, or is damaged.", file=file.name))
    if not file.is_file():
        raise UserError(_("There is no file {file}.", file=str(file)))
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile:
        raise broken from None
    if "manifest.json" not in archive.namelist():
        archive.close()
        raise broken
    return archive


def _write_tables(engine: Engine, archive: zipfile.ZipFile) -> tuple[dict[str, int], list[str]]:
    """All tables as they are at one moment; rows by table, hashes of originals."""
    counts = {}
    with reading(engine) as connection:
        for table in schema.metadata.sorted_tables:
            with archive.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as out:
                counts[table.name] = _write_table(connection, table, out)
        return counts, list(connection.scalars(select(schema.original.c.sha256)))


def _write_table(connection: Connection, table: Table, out: IO[bytes]) -> int:
    """One line with the names of the columns, then one a row; how many rows."""
    out.write(_line([column.name for column in table.columns]))
    rows = connection.execute(select(table).order_by(*table.primary_key.columns), execution_options={"yield_per": CHUNK})
    count = 0
    for some in rows.partitions():
        out.write(b"".join(_line([_plain(value) for value in row]) for row in some))
        count += len(some)
    return count


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    """Days as ISO text; bytes as {"base64": text}; anything else is JSON already."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _read_originals(folder: Path, archive: zipfile.ZipFile, file: Path) -> None:
    for name in archive.namelist():
        if name.startswith("originals/"):
            data = archive.read(name)
            if originals.hash_of(data) != name.removeprefix("originals/"):
                raise UserError(_("{file} is not a backup of this program, or is damaged.", file=file.name))
            originals.keep(folder, data)


def _drop_everything(connection: Connection) -> None:
    found = MetaData()
    found.reflect(connection)
    found.drop_all(connection)


def _read_table(connection: Connection, name: str, archive: zipfile.ZipFile) -> None:
    table = schema.metadata.tables[name]
    with archive.open(f"tables/{name}.jsonl") as lines:
        columns = json.loads(next(lines))
        while some := list(itertools.islice(lines, CHUNK)):
            bulk_insert(connection, table, columns, [[_value(value) for value in json.loads(line)] for line in some])
    if connection.dialect.name == "postgresql" and table.autoincrement_column is not None:
        _move_sequence(connection, name)


def _value(value: Any) -> Any:
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


def _move_sequence(connection: Connection, table: str) -> None:
    """PostgreSQL: let the next number come after those that were restored."""
    sequence = connection.scalar(text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": table})
    if sequence:
        last = connection.scalar(text(f'SELECT max(id) FROM "{table}"'))  # noqa: S608
        connection.execute(
            text("SELECT setval(:sequence, :value, :called)"), {"sequence": sequence, "value": last or 1, "called": last is not None}
        )
