"""The area inside which names are read: that of the installation, or the one beyond it that a file speaks of.

What is known of a name depends on it, so it is remembered for each area apart (`known_by_area`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

_BEYOND: ContextVar[str] = ContextVar("beyond", default="")


@contextmanager
def names_inside(area: str) -> Iterator[None]:
    """Read names as if the installation served the area; an empty one leaves them those of the installation."""
    before = _BEYOND.set(area)
    try:
        yield
    finally:
        _BEYOND.reset(before)


def area_beyond() -> str:
    """The area beyond that of the installation inside which names are read now; empty where there is none."""
    return _BEYOND.get()


_P = ParamSpec("_P")
_T = TypeVar("_T")


def known_by_area(size: int) -> Callable[[Callable[_P, _T]], Callable[_P, _T]]:
    """Remember what a function of names gives, for each area apart."""

    def remembering(act: Callable[_P, _T]) -> Callable[_P, _T]:
        @lru_cache(maxsize=size)
        def known(_area: str, *args: _P.args, **kwargs: _P.kwargs) -> _T:
            return act(*args, **kwargs)

        @wraps(act)
        def asked(*args: _P.args, **kwargs: _P.kwargs) -> _T:
            return known(_BEYOND.get(), *args, **kwargs)  # type: ignore[arg-type]

        return asked

    return remembering
