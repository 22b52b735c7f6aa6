"""Illustrative targets of the demo area: recorded like an analyst's, each with a document that says it is not real."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from catalogue.language import _
from catalogue.targets import Target
from demo.declarations import planned
from store import Store


def declared() -> list[Target]:
    """The targets of data/demo/targets.csv."""
    return [_target(row) for row in planned()]


def _target(row: dict[str, Any]) -> Target:
    return Target(**row | {"value": float(row["value"]), "verified": row["verified"] == "yes"})


def record(store: Store, by: str) -> None:
    """Have the register hold them as they are declared; what it holds already is left alone."""
    held = {target.id: replace(target, revision=1) for target in store.targets()}
    for target in declared():
        if held.get(target.id) != target:
            store.revise_target(target, by, _("An illustrative target for the demo"))


def withdraw(store: Store, by: str) -> None:
    """Take them back by a revision; the register forgets nothing."""
    mine = {target.id for target in declared()}
    for target in store.targets():
        if target.id in mine and target.status != "withdrawn":
            store.revise_target(replace(target, status="withdrawn"), by, _("The demo was taken away"))
