"""Which observation is in force: for each period, element, unit and basis the last accepted one of the last accepted return."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select, update

from store.schema import STATUSES, observation, submission
from store.words import IN_FORCE

ACCEPTED = STATUSES.index("accepted")
_KEY = ("period_id", "element_id", "unit_id", "basis")
_ROW = ("period_id", "element_id", "unit_id", "submission_id", "place")


def in_force() -> ColumnElement[bool]:
    """Whether a row of `submission` counts: accepted once, not withdrawn since, and no accepted return stands in its place."""
    later = submission.alias("later")
    replaced = exists().where(later.c.replaces == submission.c.id, later.c.state.in_(IN_FORCE), later.c.accepted_order.is_not(None))
    return and_(submission.c.state.in_(IN_FORCE), submission.c.accepted_order.is_not(None), ~replaced.correlate(submission))


def judged(submissions: Sequence[int] | None = None) -> Select:
    """Each accepted cell (of the keys that some submissions touch) with `is_current` and what it should be, `in_force`."""
    weight = case((in_force(), submission.c.accepted_order), else_=-1)
    rank = func.row_number().over(partition_by=[observation.c[name] for name in _KEY], order_by=[weight.desc(), observation.c.place.desc()])
    rows = select(
        *(observation.c[name] for name in _ROW),
        observation.c.current.label("is_current"),
        case((and_(weight >= 0, rank == 1), 1), else_=0).label("in_force"),
    ).join(submission, submission.c.id == observation.c.submission_id)
    if submissions is not None:
        touched = observation.alias("touched")
        keys = select(*(touched.c[name] for name in _KEY)).where(touched.c.submission_id.in_(submissions), touched.c.status == ACCEPTED)
        keyed = keys.distinct().subquery("keyed")
        rows = rows.join(keyed, and_(*(observation.c[name] == keyed.c[name] for name in _KEY)))
    return rows.where(observation.c.status == ACCEPTED)


def supersede(connection: Connection, number: int) -> None:
    """After a new return, the last accepted one, came with its current cells marked: what it repeats is no longer current."""
    mine = observation.alias("mine")
    same = and_(
        *(observation.c[name] == mine.c[name] for name in _KEY),
        mine.c.submission_id == number,
        mine.c.current == 1,
        observation.c.submission_id != number,
        observation.c.current == 1,
    )
    others = list(connection.scalars(select(observation.c.submission_id).where(same).distinct()))
    if others:
        connection.execute(update(observation).values(current=0).where(same))
        _mark_superseded(connection, others)


def settle(connection: Connection, submissions: Sequence[int]) -> None:
    """After `submissions` came into force or left it: mark what is current, and which returns are wholly superseded."""
    verdict = judged(submissions).subquery("verdict")
    same = and_(*(observation.c[name] == verdict.c[name] for name in _ROW), verdict.c.is_current != verdict.c.in_force)
    others = _neighbours(connection, submissions)
    connection.execute(update(observation).values(current=verdict.c.in_force).where(same))
    _mark_superseded(connection, [*submissions, *others])


def _neighbours(connection: Connection, submissions: Sequence[int]) -> list[int]:
    """Other returns in force that speak of the same keys."""
    found = judged(submissions).subquery("found")
    return list(connection.scalars(select(found.c.submission_id).where(found.c.submission_id.not_in(submissions)).distinct()))


def _mark_superseded(connection: Connection, submissions: Sequence[int]) -> None:
    """A return in force is superseded when it has accepted cells and none of them is current any more."""
    mine = observation.c.submission_id == submission.c.id
    any_current = exists().where(mine, observation.c.current == 1)
    any_accepted = exists().where(mine, observation.c.status == ACCEPTED)
    state = case((or_(any_current, ~any_accepted), "accepted"), else_="superseded")
    where = and_(submission.c.id.in_(submissions), in_force())
    connection.execute(update(submission).where(where).values(state=state))
