"""What no statement may do, whoever sends it: the database itself refuses to change or delete a line of these tables."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

_SQLITE = """CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
_FUNCTION = """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""
_POSTGRESQL = (
    "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()",
)


def put_up(connection: Connection, tables: Sequence[str]) -> None:
    """Create the triggers of some tables, which must be there."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_FUNCTION))
        statements = [one.format(table=table) for table in tables for one in _POSTGRESQL]
    else:
        statements = [_SQLITE.format(table=table, act=act) for table in tables for act in ("UPDATE", "DELETE")]
    for statement in statements:
        connection.execute(text(statement))
