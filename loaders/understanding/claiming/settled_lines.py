"""What the rows of a table of indicators name beside each other: parts of the whole before them, parts of their group, strangers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.understanding.headings.divided import divided
from loaders.understanding.headings.match import denominators
from loaders.understanding.headings.ratios import wholes
from loaders.understanding.headings.siblings import part_done, parts_of, under
from loaders.understanding.headings.strangers import beside_another, names_thing
from loaders.understanding.headings.things import is_bare, says_only_when
from loaders.understanding.orienting.outline import Line


def settled(lines: list[Line], title: str) -> list[Line]:
    """The lines with what each names once all are known; `title`: of the sheet."""
    return under_parts(list(wholes_or_parts(list(behind_others(list(with_wholes(lines)), title)))))


def with_wholes(lines: list[Line]) -> Iterator[Line]:
    """The lines; one that names a part and no thing is the part of the whole before it, and doubted where that is not its whole."""
    main = whole = label = ""
    for line in lines:
        codes = line.match.codes
        if not codes and whole and not line.section and not line.above and not line.percent and is_bare(line.label):
            named = under(line.label, label, line.sections)
            if named.sure and len(named.codes) == 1 and named.codes[0] in parts_of(whole):
                line, codes = replace(line, match=named), named.codes
        if codes and (len(codes) != 1 or codes[0] not in parts_of(whole)):
            whole, label = (codes[0], line.label) if len(codes) == 1 and codes[0] in _all_wholes() and line.match.sure else ("", "")
        if codes and says_only_when(line.label) and not line.above and not line.sections and codes[0] not in parts_of(main):
            yield replace(line, match=replace(line.match, sure=False))
            continue
        if not line.section and not is_bare(line.label):
            main = codes[0] if len(codes) == 1 else ""
        yield line


@cache
def _all_wholes() -> frozenset[str]:
    """What the balances or the rates say is the whole of parts."""
    return frozenset((*wholes(), *denominators().values()))


def wholes_or_parts(lines: list[Line]) -> Iterator[Line]:
    """The lines; a thing alone under a group of what is done with it ("trained: officials") may be the whole or that part, unless another
    line of the group is the part."""
    for line in lines:
        group = next(iter((*line.above, *line.sections)), "")
        part = part_done(line.label, group, line.match) if group else ""
        beside = {code for other in lines if (other.above, other.sections) == (line.above, line.sections) for code in other.match.codes}
        yield replace(line, match=replace(line.match, codes=(part, *line.match.codes), sure=False)) if part and part not in beside else line


def under_parts(lines: list[Line]) -> list[Line]:
    """The lines; those that name wholes under a group that says a part ("online") are that part of each, or in doubt."""
    paths = {n: (*reversed(line.sections), *reversed(line.above), line.label) for n, line in enumerate(lines) if not line.section}
    parts = divided(paths, {n: lines[n].match for n in paths}, frozenset(line.label for line in lines if line.section))
    return [replace(line, match=parts[n]) if n in parts else line for n, line in enumerate(lines)]


def behind_others(lines: list[Line], title: str) -> Iterator[Line]:
    """The lines; a bare one ("late") behind a row that names another thing ("feedback") is the part of that, or names nothing."""
    main = code = ""
    for line in lines:
        path = (*reversed(line.sections), *reversed(line.above), line.label)
        other = None if line.section else beside_another(path, line.match, main, code, title, line.counted)
        if line.section or names_thing(line.label):
            main = line.label if names_thing(line.label) else main
            code = line.match.codes[0] if line.match.sure and len(line.match.codes) == 1 else ""
        yield line if other is None else replace(line, match=other)
