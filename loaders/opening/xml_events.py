"""Small XML parts read with expat: any document type or entity is refused, depth and size are bounded by the door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NoReturn
from xml.parsers import expat

from loaders.opening.door import broken, unsafe

MAX_DEPTH = 64
Attributes = dict[str, str]


def local(name: str) -> str:
    """The name without its namespace prefix."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> NoReturn:
    raise unsafe()


def parse(
    data: bytes, start: Callable[[str, Attributes], None], end: Callable[[str], None], text: Callable[[str], None] | None = None
) -> None:
    """Call `start(local name, attributes)`, `end(local name)` and `text` while reading; Unreadable when it is no well-formed XML."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise unsafe()
        start(local(name), attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(local(name))

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = parser.ExternalEntityRefHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise broken() from error


def elements(data: bytes) -> Iterator[tuple[str, Attributes]]:
    """Every element of a small part in document order: local name and attributes with local names."""
    found: list[tuple[str, Attributes]] = []
    parse(data, lambda name, attributes: found.append((name, {local(k): v for k, v in attributes.items()})), lambda _name: None)
    return iter(found)
