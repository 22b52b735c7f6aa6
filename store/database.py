"""The connection: SQLite in one file or PostgreSQL by URL, one writer at a time, readers never waiting for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, text
from sqlalchemy.engine import URL, make_url

DEFAULT_FOLDER = Path(__file__).parents[1] / "data" / "local"
WRITER_LOCK = 0x63686973  # one advisory lock for all writers of a PostgreSQL database
BUSY_MILLISECONDS = 60_000


def address(url: str | None) -> URL:
    """The database meant by `url` (as in CHISO_DATABASE_URL); SQLite under data/local/ when there is none."""
    if not url:
        return URL.create("sqlite", database=str(DEFAULT_FOLDER / "chiso.db"))
    parsed = make_url(url)
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def connect_to(url: URL) -> Engine:
    """An engine whose transactions begin when we say so. A SQLite file's folder is made when missing."""
    if url.get_backend_name() == "sqlite":
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, pool_size=10, max_overflow=40, connect_args={"timeout": BUSY_MILLISECONDS / 1000})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, pool_size=10, max_overflow=40)


def _prepare_sqlite(raw: Any, record: object) -> None:
    """Write-ahead log (readers see the last commit while one writes), every commit on disk, references checked.

    Little of the file is mapped and cached here: the pages of a national store would count as this process's memory, and the
    system keeps them anyway; reads were measured to be as fast.
    """
    raw.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "cache_size=-16384",
        "mmap_size=134217728",
    ):
        raw.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One moment of the database, for reading (PostgreSQL wants that said, SQLite reads so anyway)."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction, the only one that writes: committed at the end, undone by any exception."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITER_LOCK})
        yield connection


def bulk_insert(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Insert many rows the quick way of each engine: COPY on PostgreSQL, one prepared statement on SQLite."""
    names = ", ".join(f'"{name}"' for name in columns)
    raw = connection.connection.cursor()
    try:
        if connection.dialect.name == "postgresql":
            with raw.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(columns))
            raw.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', rows)  # noqa: S608
    finally:
        raw.close()
