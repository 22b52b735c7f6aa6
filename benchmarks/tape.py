"""Records which widgets a page draws, with what, and draws them again without asking, computing or deciding anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

Place = tuple[int, int]  # the call that made a container, and which of the containers it gave back
DRAWING = [n for n, act in vars(st).items() if isinstance(getattr(act, "__self__", None), DeltaGenerator) and not n.startswith("_")]


@dataclass(frozen=True)
class Call:
    """One widget: where (None: the page itself), which, with what."""

    where: Place | None
    name: str
    given: tuple[Any, ...]
    named: dict[str, Any]


@dataclass
class Tape:
    """The calls of one run of a page, in order."""

    calls: list[Call] = field(default_factory=list)

    def play(self) -> None:
        """Draw the same widgets with the same contents."""
        made: list[list[DeltaGenerator]] = []
        for call in self.calls:
            drawn_in = st if call.where is None else made[call.where[0]][call.where[1]]
            made.append(_containers(getattr(drawn_in, call.name)(*call.given, **call.named)))


def _containers(result: object) -> list[DeltaGenerator]:
    found = result if isinstance(result, list | tuple) else [result]
    return [one for one in found if isinstance(one, DeltaGenerator)]


def record(page: Callable[[], None]) -> Tape:
    """Run a page and note what it draws; widgets that widgets draw inside themselves are not noted."""
    tape, depth = Tape(), [0]
    known: dict[int, Place] = {}

    def noting(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def noted(self: DeltaGenerator, *given: Any, **named: Any) -> Any:
            if depth[0]:
                return act(self, *given, **named)
            active = self._active_dg
            at = len(tape.calls)
            tape.calls.append(Call(known.get(id(active)), name, given, named))
            depth[0] += 1
            try:
                result = act(self, *given, **named)
            finally:
                depth[0] -= 1
            for number, container in enumerate(_containers(result)):
                known[id(container)] = (at, number)
            kept.append(result)
            return result

        return noted

    kept: list[object] = []  # so that no id is used twice
    with _replaced(noting):
        page()
    return tape


@contextmanager
def _replaced(noting: Callable[[str, Callable[..., Any]], Callable[..., Any]]) -> Iterator[None]:
    """The drawing functions replaced, of containers and of `st` itself, until the block ends."""
    before = {name: (getattr(DeltaGenerator, name), getattr(st, name)) for name in DRAWING}
    for name, (act, bound) in before.items():
        changed = noting(name, act)
        setattr(DeltaGenerator, name, changed)
        setattr(st, name, changed.__get__(bound.__self__))
    try:
        yield
    finally:
        for name, (act, bound) in before.items():
            setattr(DeltaGenerator, name, act)
            setattr(st, name, bound)
