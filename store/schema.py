"""The tables. Moments are ISO texts in UTC, so that both engines keep and sort them alike."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

STATUSES = ("accepted", "asked", "rejected", "kept_out")
BASES = ("in_period", "year_to_date", "to_date")


def _dimension(name: str) -> Table:
    """A table of texts that facts name by a small number; rows are only ever added."""
    return Table(
        name, metadata, Column("id", Integer, primary_key=True, autoincrement=False), Column("code", Text, nullable=False, unique=True)
    )


period = _dimension("period")
element = _dimension("element")
unit = _dimension("unit")
sheet = _dimension("sheet")

original = Table(
    "original",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
)

submission = Table(
    "submission",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), ForeignKey("original.sha256"), nullable=False, index=True),
    Column("file_name", Text, nullable=False),
    Column("state", String(12), nullable=False),
    Column("received_by", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("sender", Text, index=True),
    Column("periods", Text, nullable=False),
    Column("batch", Text, nullable=False, index=True),
    Column("signature", Text, nullable=False),
    Column("origin", String(8), nullable=False, index=True),
    Column("replaces", Integer, ForeignKey("submission.id"), index=True),
    Column("received_at", Text, nullable=False),
    Column("accepted_order", Integer, unique=True),
    Column("state_reason", Text, nullable=False),
    CheckConstraint("state IN ('received','asked','to_fix','accepted','superseded','withdrawn','refused','duplicate')", name="state"),
    CheckConstraint("origin IN ('user','demo')", name="origin"),
    sqlite_autoincrement=True,
)

# `place` is the observation's number in its return. The key is also the order on disk: by period, element, unit. The numbers of
# dimensions carry no foreign key (a check a cell is dear): rows of dimensions cannot be changed or deleted, see guards.py.
observation = Table(
    "observation",
    metadata,
    Column("period_id", SmallInteger, nullable=False),
    Column("element_id", SmallInteger, nullable=False),
    Column("unit_id", Integer, nullable=False),
    Column("submission_id", Integer, ForeignKey("submission.id"), nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("basis", SmallInteger, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("current", SmallInteger, nullable=False),
    Column("value", Float(53), nullable=False),
    Column("sheet_id", Integer, nullable=False),
    Column("cell", Text, nullable=False),
    Column("raw", Text, nullable=False),
    PrimaryKeyConstraint(
        "period_id", "element_id", "unit_id", "submission_id", "place", postgresql_include=["basis", "status", "current", "value"]
    ),
    sqlite_with_rowid=False,
)

# Which units and periods a return speaks of, and how many of its cells are in which class.
coverage = Table(
    "coverage",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), nullable=False),
    Column("unit_id", Integer, ForeignKey("unit.id"), nullable=False),
    Column("period_id", SmallInteger, ForeignKey("period.id"), nullable=False),
    Column("accepted", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    PrimaryKeyConstraint("period_id", "unit_id", "submission_id"),
    Index("ix_coverage_submission_id", "submission_id"),
    sqlite_with_rowid=False,
)

issue = Table(
    "issue",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("sheet", Text, nullable=False),
    Column("cell", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("severity", String(10), nullable=False),
    Column("message", Text, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
)

narrative = Table(
    "narrative",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_narrative_unit", "unit", "period"),
)

# What the reader said of the file beside observations (tables, ledger, questions): JSON, compressed.
reading = Table(
    "reading",
    metadata,
    Column("submission_id", Integer, ForeignKey("submission.id"), primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)

remembered_reading = Table(
    "remembered_reading",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("signature", Text, nullable=False, index=True),
    Column("sender", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("forgotten_by", Text),
    Column("forgotten_at", Text),
)

target = Table(
    "target",
    metadata,
    Column("id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

waiver = Table(
    "waiver",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("unit", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("element", Text, nullable=False),
    Column("expected", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)

exemption = Table(
    "exemption",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("subject", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("active", Boolean, nullable=False),
)

task = Table(
    "task",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("unit", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("assigned_on", Date, nullable=False),
    Column("due_on", Date),
    Column("done_on", Date),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("progress", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("origin", String(8), nullable=False),
)

request = Table(
    "request",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("issuer", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("elements", Text, nullable=False),
    Column("units", Text, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# What is written for the report and revised: each revision a line of its own, its content JSON that only its writers know.
paper = Table(
    "paper",
    metadata,
    Column("kind", String(12), primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

setting = Table("setting", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
