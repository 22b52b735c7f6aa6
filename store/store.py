"""The store: what we keep, behind one door. Open it with `open_store`; every act is one transaction."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, func, select

from catalogue.facts import Issue, Observation
from catalogue.targets import Target, declared_targets
from store import backup, facts, memory, migrate, originals, origins, papers, records, registers, returns, schema, targets, verify
from store.database import DEFAULT_FOLDER, address, connect_to, reading, writing
from store.papers import Paper
from store.registers import AnyRecord, Record
from store.targets import Revision
from store.verify import Fault
from store.words import Answer, Narrative, Original, Remembered, Submission


def open_store(url: str | None = None, originals: Path | None = None) -> Store:
    """The store at `url` (else CHISO_DATABASE_URL, else SQLite under data/local/); originals beside it unless named.

    Opening writes nothing; `Store.initialise` makes or upgrades the tables.
    """
    parsed = address(url or os.environ.get("CHISO_DATABASE_URL"))
    named = originals or os.environ.get("CHISO_ORIGINALS")
    beside = Path(parsed.database or "").parent if parsed.get_backend_name() == "sqlite" else DEFAULT_FOLDER
    return Store(connect_to(parsed), Path(named) if named else beside / "originals")


class Store:
    """Holds the pool of connections and the folder of originals; safe to share between threads."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self.commits = 0
        """How many transactions were written through this very object: what was read before the last of them may be old."""

    def initialise(self) -> None:
        """Make the tables, or bring them to this version, and take in newly declared targets; harmless when there is nothing to do."""
        migrate.upgrade(self.engine)
        with self._writing() as connection:
            targets.sow(connection, declared_targets())

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with writing(self.engine) as connection:
                yield connection
        finally:
            self.commits += 1

    def is_ready(self) -> bool:
        """Whether the tables are those of this version."""
        return migrate.revision(self.engine) == migrate.head()

    def holds_something(self) -> bool:
        """Whether anything was ever done in it, beside making the tables and taking in declared targets."""
        return backup.holds_something(self.engine)

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def version(self) -> int:
        """Grows with every committed change; the key of every cache. Costs one look at the end of the audit trail."""
        with reading(self.engine) as connection:
            return connection.scalar(select(func.max(schema.audit.c.id))) or 0

    def keep_original(self, data: bytes, name: str) -> Original:
        """Write a file to disk for good, before anything is done with it. The same bytes are kept once, under their first name."""
        path = originals.keep(self.folder, data)
        with self._writing() as connection:
            if not path.exists():  # taken away meanwhile with illustrative data, which happens only while nobody else writes
                originals.keep(self.folder, data)
            return records.keep_original(connection, path, len(data), name)

    def original(self, sha256: str) -> bytes:
        """The bytes of an original; KeyError when none has that hash."""
        return records.read_original(self.folder, sha256)

    def commit_return(
        self,
        submission: Submission,
        observations: Sequence[Observation],
        issues: Iterable[Issue] = (),
        answers: Iterable[Answer] = (),
        narratives: Iterable[Narrative] = (),
        reading: Mapping[str, Any] | None = None,
    ) -> int:
        """Write one return whole, or not at all; gives its number. `reading` is any JSON value the reader wants to find again."""
        with self._writing() as connection:
            return returns.commit(connection, submission, observations, issues, answers, narratives, reading)

    def accept(self, submission: int, by: str, reason: str) -> None:
        """Let a waiting return come into force as it stands."""
        with self._writing() as connection:
            returns.accept(connection, submission, by, reason)

    def refuse(self, submission: int, by: str, reason: str) -> None:
        """Send a return back: it never came into force, or leaves it now."""
        with self._writing() as connection:
            returns.take_out(connection, [submission], "refused", by, reason)

    def withdraw(self, submission: int, by: str, reason: str) -> None:
        """Take a return out of force; what it superseded counts again."""
        with self._writing() as connection:
            returns.take_out(connection, [submission], "withdrawn", by, reason)

    def undo_batch(self, batch: str, by: str, reason: str) -> int:
        """Withdraw every return of a batch that was taken in, and lay aside the whole batch where none was; how many there were."""
        with self._writing() as connection:
            numbers = records.undone_with_batch(connection, batch)
            returns.take_out(connection, numbers, "withdrawn", by, reason)
            return len(numbers)

    def submissions(
        self,
        *,
        state: str | Collection[str] | None = None,
        batch: str | None = None,
        sender: str | None = None,
        sha256: str | None = None,
        origin: str | None = None,
    ) -> pd.DataFrame:
        """One row a submission, the newest first: the fields of Submission, `periods` as a tuple, `received_at` in UTC."""
        with reading(self.engine) as connection:
            return records.submissions(connection, state=state, batch=batch, sender=sender, sha256=sha256, origin=origin)

    def submission(self, number: int) -> Submission:
        """One submission; KeyError when there is none of that number."""
        with reading(self.engine) as connection:
            return records.submission(connection, number)

    def issues(self, submission: int) -> list[Issue]:
        """What was found wrong or doubtful in a return, in its order."""
        with reading(self.engine) as connection:
            return records.issues(connection, submission)

    def answers(self, submission: int) -> list[Answer]:
        """What people decided about a return."""
        with reading(self.engine) as connection:
            return records.answers(connection, submission)

    def narratives(self, unit: str | None = None, period: str | None = None, submission: int | None = None) -> list[Narrative]:
        """The texts of returns in force (of one submission, whatever its state), the latest return first."""
        with reading(self.engine) as connection:
            return records.narratives(connection, unit, period, submission)

    def reading(self, submission: int) -> Mapping[str, Any] | None:
        """What the reader kept with a return."""
        with reading(self.engine) as connection:
            return records.read_reading(connection, submission)

    def coverage(self, units: Collection[str] | None = None, periods: Collection[str] | None = None) -> pd.DataFrame:
        """Which return speaks of which unit and period, with its state, and how many cells were accepted, asked, rejected."""
        with reading(self.engine) as connection:
            return records.coverage(connection, units, periods)

    def periods(self) -> list[str]:
        """The periods that any return speaks of."""
        with reading(self.engine) as connection:
            return records.periods(connection)

    def reporters(self) -> dict[str, int]:
        """How many units have a figure in force, by period; periods without one are left out."""
        with reading(self.engine) as connection:
            return records.reporters(connection)

    def observations(
        self,
        periods: Collection[str] | None = None,
        elements: Collection[str] | None = None,
        units: Collection[str] | None = None,
        submission: int | None = None,
        status: str | None = "accepted",
        current: bool = True,
        places: bool = True,
        moment: dt.datetime | None = None,
    ) -> pd.DataFrame:
        """Cells, those of one period, element and unit together: unit, period, basis, element, value, sheet, cell, raw, status, submission.

        None asks for all, an empty collection for none. `current` keeps the values in force; `status=None` keeps asked and
        rejected cells too (never current). With `moment` the values are those in force then, whatever came later. Without
        `places` there are unit, period, basis, element and value alone, several times faster. unit, period, basis, element,
        sheet and status are categories that hold only the texts that occur.
        """
        with reading(self.engine) as connection:
            return facts.observations(
                connection,
                periods=periods,
                elements=elements,
                units=units,
                submission=submission,
                status=status,
                current=current,
                places=places,
                moment=moment,
            )

    def observation_history(self, unit: str, period: str, element: str) -> pd.DataFrame:
        """Every version ever received of one value, the oldest first, with its return, state, sender's file and cell."""
        with reading(self.engine) as connection:
            return facts.history(connection, unit, period, element)

    def remember_reading(self, signature: str, sender: str, mapping: Mapping[str, Any], by: str, sha256: str) -> None:
        """Keep how a layout is to be read; an empty sender means everyone's. A later mapping takes its place."""
        with self._writing() as connection:
            memory.remember(connection, signature, sender, mapping, by, sha256)

    def forget(self, signature: str, sender: str, by: str) -> bool:
        """Stop using a remembered mapping; False when there was none."""
        with self._writing() as connection:
            return memory.forget(connection, signature, sender, by)

    def remembered(self, signature: str | None = None, sender: str | None = None, at: dt.datetime | None = None) -> list[Remembered]:
        """Mappings in use (at a past moment), the newest first; with `sender`, its own and then those that hold for everyone."""
        with reading(self.engine) as connection:
            return memory.remembered(connection, signature, sender, at)

    def targets(self, on: dt.date | None = None, as_recorded: dt.date | None = None) -> list[Target]:
        """Each target in its last revision, or as known on the day `as_recorded`; with `on`, those whose span of months holds that day."""
        with reading(self.engine) as connection:
            return targets.targets(connection, on, as_recorded)

    def target_revisions(self, target: str | None = None) -> list[Revision]:
        """Every revision (of one target), the oldest first: target, recorded_on, recorded_at, by, reason."""
        with reading(self.engine) as connection:
            return targets.revisions(connection, target)

    def revise_target(self, target: Target, by: str, reason: str) -> int:
        """Record how a target reads from today on, or a new one; the number of the revision. Earlier revisions stay as they were."""
        with self._writing() as connection:
            return targets.revise(connection, target, by, reason)

    def write_paper(
        self, kind: str, subject: str, content: Mapping[str, Any], by: str, reason: str = "", at: dt.datetime | None = None
    ) -> int:
        """Record what was written for the report (a document, a text, a draft) as it reads from now on; the number of the revision."""
        with self._writing() as connection:
            return papers.write(connection, kind, subject, content, by, reason, at)

    def papers(self, kind: str | None = None, subject: str | None = None) -> list[Paper]:
        """Every revision of what was written (of one kind, about one subject), the oldest first."""
        with reading(self.engine) as connection:
            return papers.papers(connection, kind, subject)

    def has_demo(self) -> bool:
        """Whether any illustrative return is in the store."""
        with reading(self.engine) as connection:
            return origins.has(connection, "demo")

    def remove_origin(self, origin: str, by: str) -> int:
        """Delete every return of an origin and the files only they speak of; how many returns. The audit trail says so."""
        with self._writing() as connection:
            count, orphans = origins.remove(connection, origin, by)
        with self._writing() as connection:
            origins.remove_files(connection, self.folder, orphans)
        return count

    def setting(self, name: str) -> str | None:
        """The text of a setting; None when it was never set."""
        with reading(self.engine) as connection:
            return registers.setting(connection, name)

    def set_setting(self, name: str, value: str, by: str) -> None:
        """Give a setting another text."""
        with self._writing() as connection:
            registers.set_setting(connection, name, value, by)

    def save(self, record: AnyRecord, by: str) -> None:
        """Add a waiver, exemption, account, task or request, or change the one with the same key."""
        with self._writing() as connection:
            registers.save(connection, record, by)

    def remove(self, record: AnyRecord, by: str) -> None:
        """Take a waiver, exemption, account, task or request off its register."""
        with self._writing() as connection:
            registers.remove(connection, record, by)

    def every(self, kind: type[Record]) -> list[Record]:
        """All records of a register: `every(Waiver)`, `every(Exemption)`, `every(Account)`, `every(Task)`, `every(Request)`."""
        with reading(self.engine) as connection:
            return registers.every(connection, kind)

    def audit(self, act: str | None = None, subject: str | None = None, limit: int | None = None) -> pd.DataFrame:
        """Lines of the audit trail, the newest first: id, at (UTC), by, act, subject, detail (as a mapping)."""
        with reading(self.engine) as connection:
            return records.audit_lines(connection, act, subject, limit)

    def verify(self) -> list[Fault]:
        """Everything that does not hold between the audit trail, the originals and the tables; empty when the store is whole."""
        with reading(self.engine) as connection:
            return list(verify.faults(connection, self.folder))

    def backup(self, file: Path) -> dict[str, int]:
        """Save one moment of everything to one file; rows by table."""
        return backup.write(self.engine, self.folder, file)

    def restore(self, file: Path, *, force: bool = False) -> dict[str, int]:
        """Fill this store from a backup, of whichever engine; UserError when it holds something already, unless `force`."""
        return backup.restore(self.engine, self.folder, file, force=force)
