"""What was in force at a moment of the past, told from what had arrived by then and from the audit trail."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from store.schema import STATUSES, audit, observation, submission
from store.words import IN_FORCE

ACCEPTED = STATUSES.index("accepted")
_KEY = (observation.c.period_id, observation.c.element_id, observation.c.unit_id, observation.c.basis)


def kept_then(connection: Connection, query: Select, moment: dt.datetime) -> Select:
    """Of a query of observations, whatever is current now: for each period, element, unit and basis the one in force at the moment."""
    rank = func.row_number().over(partition_by=_KEY, order_by=[submission.c.accepted_order.desc(), observation.c.place.desc()])
    joined = query.join(submission, submission.c.id == observation.c.submission_id)
    counted = joined.where(_in_force(moment, _out(connection, moment)), observation.c.status == ACCEPTED)
    ranked = counted.add_columns(rank.label("latest")).order_by(None).subquery("then")
    own = [column for column in ranked.c if column.name != "latest"]
    return select(*own).where(ranked.c.latest == 1).order_by(ranked.c.period_id, ranked.c.element_id, ranked.c.unit_id)


def _in_force(moment: dt.datetime, out: list[int]) -> ColumnElement[bool]:
    """Whether a return counted: it had come and been taken in, and no return that counted stood in its place."""
    text = moment.astimezone(dt.UTC).isoformat()
    later = submission.alias("later")
    there = (submission.c.accepted_order.is_not(None), submission.c.received_at <= text, submission.c.id.not_in(out))
    instead = (later.c.accepted_order.is_not(None), later.c.received_at <= text, later.c.id.not_in(out))
    replaced = exists().where(later.c.replaces == submission.c.id, *instead).correlate(submission)
    return and_(*there, ~replaced)


def _out(connection: Connection, moment: dt.datetime) -> list[int]:
    """Returns that did not count then although they came and count, or counted, at another time."""
    acts = connection.execute(select(audit.c.at, audit.c.detail).where(audit.c.act == "state").order_by(audit.c.id)).all()
    told = [(dt.datetime.fromisoformat(at), json.loads(detail)) for at, detail in acts]
    counted = _on_arrival(connection, {number for _at, act in told for number in act["submissions"]})
    for at, act in told:
        if at <= moment:
            counted |= dict.fromkeys(act["submissions"], act["state"] in IN_FORCE)
    return sorted(number for number, yes in counted.items() if not yes)


def _on_arrival(connection: Connection, numbers: set[int]) -> dict[int, bool]:
    """Whether each return was taken in when it came, as the trail noted it."""
    subjects = {f"submission {number}": number for number in numbers}
    lines = connection.execute(select(audit.c.subject, audit.c.detail).where(audit.c.act == "return", audit.c.subject.in_(subjects)))
    return {subjects[subject]: json.loads(detail)["state"] in IN_FORCE for subject, detail in lines}
