"""What the rows of a table of indicators name beside each other: parts of the whole before them, parts of their group, strangers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from loaders.understanding.headings.divided import divided
from loaders.understanding.headings.match import denominators
from loaders.understanding.headings.ratios import wholes
from loaders.understanding.headings.siblings import part_done, parts_of, sum_of, summed_of, under, whole_of, within
from loaders.understanding.headings.strangers import beside_another, names_thing
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import is_bare, says_only_when
from loaders.understanding.headings.ways import said_of
from loaders.understanding.orienting.outline import Line
from loaders.understanding.texts.rowkinds import is_total, names_hamlet
from loaders.understanding.texts.words import plain
from loaders.understanding.typed.measures import of_element

_PAYEES = frozenset({"beneficiary", "ssp"})
_CARRIED = frozenset({"carried", "backlog"})
_OF_THOSE = re.compile(r"^(da|co|duoc|(tong )?(so )?nguoi)\b|\btrong (so|tong so) (do|nay|tren|ay)\b")
"""How a label says that it counts some of those before it: "have a team of digital technology", "people trained", "how many of these"."""
_ANEW = re.compile(r"\b(moi|phat sinh)\b")


def settled(lines: list[Line], title: str) -> list[Line]:
    """The lines with what each names once all are known; `title`: of the sheet."""
    return list(with_their_parts(with_carried(under_parts(list(wholes_or_parts(list(behind_others(list(with_wholes(lines)), title))))))))


def with_wholes(lines: list[Line]) -> Iterator[Line]:
    """The lines; one that names a part and no thing is the part of the whole before it, and doubted where that is not its whole."""
    main = whole = label = ""
    over: tuple[str, ...] = ()
    for line in lines:
        codes = line.match.codes
        beside = not codes and whole and not line.section and line.above == over and not line.percent
        if beside and (is_bare(line.label) or _OF_THOSE.search(plain(line.label))):
            named = under(line.label, label, (*line.above, *line.sections))
            if named.sure and len(named.codes) == 1 and (named.codes[0] in parts_of(whole) or _paid(whole, named.codes[0])):
                line, codes = replace(line, match=named), named.codes
        if codes and (len(codes) != 1 or codes[0] not in parts_of(whole)):
            whole, label = (codes[0], line.label) if len(codes) == 1 and codes[0] in _all_wholes() and line.match.sure else ("", "")
            over = line.above
        if codes and says_only_when(line.label) and not line.above and not line.sections and codes[0] not in parts_of(main):
            yield replace(line, match=replace(line.match, sure=False))
            continue
        if not line.section and not is_bare(line.label):
            main = codes[0] if len(codes) == 1 else ""
        yield line


def _paid(whole: str, code: str) -> bool:
    """Whether people paid stand behind those that are to be paid."""
    return "paid" in said_of(code) and bool(said_of(whole) & said_of(code) & _PAYEES)


@cache
def _all_wholes() -> frozenset[str]:
    """What the balances or the rates say is the whole of parts."""
    return frozenset((*wholes(), *denominators().values()))


def with_carried(lines: list[Line]) -> Iterator[Line]:
    """The lines; one of what came in with what was carried over among its parts holds it or not, as arithmetic says."""
    for line in lines:
        code = line.match.codes[0] if line.match.sure and len(line.match.codes) == 1 and not _says_new(line.label) else ""
        parts = [other.match.codes for other in lines if code and _within(other, line) and _CARRIED & meaning(other.label).tags]
        wholes_named = {whole for codes in parts if len(codes) == 1 and (whole := sum_of(code, codes[0]))}
        only = len(wholes_named) == 1 and not any(other.match.codes[:1] == (next(iter(wholes_named)),) for other in lines)
        yield replace(line, match=replace(line.match, codes=(wholes_named.pop(), code), sure=False)) if only else line


def with_their_parts(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; one that names no thing and whose parts below it are all those of one balance ("received": online, by hand, carried over)
    is their whole, or a smaller one, as arithmetic says."""
    known = list(lines)
    for line in known:
        below = {other.match.codes[0] for other in known if line.label in other.above[:1] and other.match.sure}
        said = meaning(line.label)
        found = whole_of(frozenset(below)) if len(below) > 1 and not line.match.codes and not line.section and said.clear else ""
        if found and said.tags and said.tags <= said_of(found) | {"total"}:
            codes = (found, *(part for part in within(found) if summed_of(below, part)))
            yield replace(line, match=replace(line.match, codes=codes, sure=False))
        else:
            yield line


def _says_new(label: str) -> bool:
    """Whether a label says that what it counts came in anew, or that it holds what was carried over."""
    return bool(_ANEW.search(plain(label))) or "inclcarried" in meaning(label).tags


def _within(line: Line, whole: Line) -> bool:
    """Whether a line is a part of another: below it by its mark, or in the group of which that is the total."""
    return whole.label in line.above or (
        is_total(whole.label) and line is not whole and line.sections == whole.sections and bool(line.sections)
    )


def wholes_or_parts(lines: list[Line]) -> Iterator[Line]:
    """The lines; a thing alone under a group of what is done with it ("trained: officials") may be the whole or that part, unless another
    line of the group, or one below it ("of these with a signature"), is the part."""
    for line in lines:
        group = next(iter((*line.above, *line.sections)), "")
        part = part_done(line.label, group, line.match) if group else ""
        unsaid = part and part not in _codes_of_family(line, lines)
        yield replace(line, match=replace(line.match, codes=(part, *line.match.codes), sure=False)) if unsaid else line


def _codes_of_family(line: Line, lines: list[Line]) -> set[str]:
    """What the lines of its group name, and those below it."""
    family = (line.above, (line.label, *line.above))
    return {code for other in lines if other.above in family and other.sections == line.sections for code in other.match.codes}


def under_parts(lines: list[Line]) -> list[Line]:
    """The lines; those that name wholes under a group that says a part ("online") are that part of each, or in doubt."""
    paths = {n: (*reversed(line.sections), *reversed(line.above), line.label) for n, line in enumerate(lines) if not line.section}
    titles = frozenset(line.label for line in lines if line.section) | {
        title for line in lines for title in line.sections if not names_hamlet(title)
    }
    parts = divided(paths, {n: lines[n].match for n in paths}, titles)
    return [replace(line, match=parts[n]) if n in parts else line for n, line in enumerate(lines)]


def _measured_alike(line: Line, code: str) -> bool:
    """Whether a row is measured in what it counts, and in what the row before it that names a thing counts as well."""
    return line.measure is not None and bool(code) and all(of_element(c) == line.measure for c in (code, *line.match.codes))


def behind_others(lines: list[Line], title: str) -> Iterator[Line]:
    """The lines; a bare one ("late") behind a row that names another thing ("feedback") is the part of that, or names nothing."""
    main = code = ""
    for line in lines:
        path = (*reversed(line.sections), *reversed(line.above), line.label)
        other = None if line.section or _measured_alike(line, code) else beside_another(path, line.match, main, code, title, line.counted)
        if line.section or names_thing(line.label):
            main = line.label if names_thing(line.label) else main
            code = line.match.codes[0] if line.match.sure and len(line.match.codes) == 1 else ""
        yield line if other is None else replace(line, match=other)
