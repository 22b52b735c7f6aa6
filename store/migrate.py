"""Bringing a database to the schema of this version, by Alembic and the files of migrations/."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from store.database import writing

FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """The revision this version of the code works with."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def revision(engine: Engine) -> str | None:
    """The revision a database stands at; None when it has never been initialised. Asking makes no file."""
    if engine.dialect.name == "sqlite" and engine.url.database and not Path(engine.url.database).exists():
        return None
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine) -> None:
    """Create what is missing, in one transaction: a broken upgrade leaves the database as it was."""
    with writing(engine) as connection:
        upgrade_on(connection, "head")


def upgrade_on(connection: Connection, to: str) -> None:
    """Bring the database of this connection to a revision, in the transaction it is in."""
    command.upgrade(_config(connection), to)
