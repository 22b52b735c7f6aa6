"""The migrations make exactly the tables the code speaks of, on both engines."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from store import open_store
from store.schema import metadata


def test_an_empty_database_becomes_ready_and_stays_so(empty_url: str, tmp_path: Path) -> None:
    opened = open_store(empty_url, tmp_path)
    assert not opened.is_ready()
    opened.initialise()
    assert opened.is_ready()
    version = opened.version()
    opened.initialise()
    assert opened.version() == version
    opened.close()


def test_migrations_and_tables_agree(store_url: str, tmp_path: Path) -> None:
    opened = open_store(store_url, tmp_path)
    with opened.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}
    opened.close()


def test_facts_lie_in_the_order_they_are_read(store_url: str, tmp_path: Path) -> None:
    """What alembic does not compare: clustering on SQLite, the covering key on PostgreSQL."""
    opened = open_store(store_url, tmp_path)
    with opened.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            made = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name='observation'"))
            assert "PRIMARY KEY (period_id, element_id, unit_id, submission_id, place)" in made
            assert made.rstrip().endswith("WITHOUT ROWID")
        else:
            made = connection.scalar(text("SELECT indexdef FROM pg_indexes WHERE indexname='pk_observation'"))
            assert made.endswith("(period_id, element_id, unit_id, submission_id, place) INCLUDE (basis, status, current, value)")
    opened.close()
