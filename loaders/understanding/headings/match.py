"""A heading and what stands above it -> the element or indicator it names. Only what is explained word by word is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _
from catalogue.text import heading_key
from loaders.understanding.headings.counted import counted_by_group
from loaders.understanding.headings.divisions import division
from loaders.understanding.headings.included import INCLUDING, including, without_included
from loaders.understanding.headings.known_paths import beyond_path, by_path, known
from loaders.understanding.headings.leading import behind_sign, without_leading
from loaders.understanding.headings.members import is_topic, only_members
from loaders.understanding.headings.tags import Meaning, meaning
from loaders.understanding.headings.things import is_bare, names_other, only_thing, services_asked, things
from loaders.understanding.headings.topics import own_topic
from loaders.understanding.headings.ways import ALWAYS, DIVIDING, PLAIN, Pattern, allowed, known_element, patterns_of, said_of
from loaders.understanding.texts.words import classes, plain, spelt_beside, table, without_item_number

_NARROWING = frozenset(row["tag"] for row in table("narrowing.csv"))
_AGES = frozenset({"adult", "age14", "age15"})
_OBJECTS = frozenset(row["tag"] for row in table("objects.csv"))
_FOREIGN = frozenset(row["tag"] for row in table("foreign.csv"))
_SOME = frozenset({"subset", "other"})
"""What a heading over others is tagged with that speaks of some people or things only, or of others than ours ("women", "land")."""
_PARTY = frozenset({"party"})
_EVERYBODY = frozenset({"citizen"})
_OBLIGED = frozenset({"must"})
"""What is to be done narrows a thing that stands below it ("to be digitised > dossiers")."""
_PROCESSED = frozenset({"resolve", "endtoend"})
_ALL_PARTS = frozenset({"total", "allways"})
_CAME, _WITH_CARRIED = frozenset({"new", "recv"}), frozenset({"inclcarried"})
_COUNTED = frozenset({"person", "dossier", "amount", "proc", "total"})
"""What a figure counts, or that it is the whole, may stand in brackets behind its heading."""
_DONE, _UNDER_WAY = frozenset({"resolved", "giveresult", "hasresult", "done"}), frozenset({"processing"})
"""What is settled, and what is still to be settled: a bare time limit under one of them is none of the other."""
_PAPERS, _DOSSIER = "doc", "dossier"
_TOTAL, _RATE = "tong", "ty le"
_LONGEST_HEADING = 1_000  # letters
_FORMULA = re.compile(r"\s*\(([^()/]+/[^()/]+)\)")
_SIGNED = re.compile(r"\s*\(\s*%\s*\)\s*$|\s*%\s*$")
_OWN_TOTAL = re.compile(r"tong( so| cong)?")
_SHARE = re.compile(r"(?<!\b100)(?<!\b100 )%")
"""A percent sign, but for the whole of a hundred percent."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading names. One code and `sure`: taken; several codes: arithmetic or a person must choose; none: not ours.

    `rate` says that the heading is a percentage, whether or not it is one we know. `why` is the evidence, in words.
    """

    codes: tuple[str, ...] = ()
    sure: bool = False
    rate: bool = False
    why: str = ""
    mended: tuple[str, ...] = ()
    ranked: bool = False


@lru_cache(maxsize=16384)
def match(leaf: str, above: tuple[str, ...] = (), sections: tuple[str, ...] = ()) -> Match:
    """The element a heading names. `above` are the headings over it, nearest first; `sections` the looser group titles.

    A declared path wins; then a declared heading, unless what stands above narrows it; then its words. A heading without a thing is in
    doubt under one that divides it in a way the element does not know ("online > on time"), any under one of some people only.
    """
    if len(leaf) > _LONGEST_HEADING:
        return Match()
    leaf, above = without_item_number(leaf), tuple(map(without_item_number, above))
    named, _colon, total = leaf.rpartition(":")
    if any(map(str.isalpha, named)) and _OWN_TOTAL.fullmatch(plain(total).strip(" .")):  # "slips of rating: total"
        return match(total.strip(), (named, *above), sections)
    around = " ".join((leaf, *above, *sections))
    leaf, above = spelt_beside(leaf, around), tuple(spelt_beside(text, around) for text in above)
    above = tuple(without_included(text, match) for text in above)
    above = tuple(own_topic(text, meaning(leaf).tags - PLAIN - ALWAYS, _NARROWING) for text in above)
    found = including(leaf, lambda text, over: match(text, over, sections), above) or _match(leaf, above, sections)
    if not found.codes and (explained := _by_formula(leaf, above, sections)):
        return explained
    if found.sure and (services_asked(found.codes[0], leaf, above) or _of_papers(found.codes[0], (leaf, *above))):
        found = Match()
    if found.sure and above and only_thing(meaning(leaf)) and (group := match(above[0], above[1:], sections)).sure and not group.rate:
        whole, said = denominators().get(group.codes[0], ""), frozenset().union(*(meaning(text).tags for text in above))
        found = group if counted_by_group(meaning(leaf), said, found.codes[0], group.codes[0], whole) else found
    if found.sure and any(_PARTY & meaning(text).tags for text in sections) and not _PARTY & allowed(found.codes[0]):
        return replace(found, sure=False)
    if found.sure and above:
        over = frozenset().union(*(meaning(text).tags for text in beyond_path(leaf, above, _passes)))
        doubted = over & (_SOME | (DIVIDING if is_bare(leaf) and not meaning(leaf).tags & _OBJECTS else frozenset()))
        if not doubted <= allowed(found.codes[0]) or only_members(leaf, above[0]) or _of_everybody(found.codes[0], above):
            return replace(found, sure=False)
        other = _under_topic(found, leaf, above) or _part_of_group(found, leaf, above)
        return Match((other, *found.codes), False, False, found.why) if other else found
    return found


def _of_papers(code: str, path: tuple[str, ...]) -> bool:
    """Whether a count of dossiers is headed by papers that are exchanged or settled, and no heading says dossier."""
    said = frozenset().union(*(meaning(text).tags for text in path))
    papers = _PAPERS in said - allowed(code) and _DOSSIER not in said
    return papers and known_element(code) and elements()[code].unit == _DOSSIER


def _of_everybody(code: str, above: tuple[str, ...]) -> bool:
    """Whether a heading over one that counts certain people names the people at large, and nothing else ("residents > accounts linked")."""
    if not known_element(code) or elements()[code].unit != "person" or _EVERYBODY & allowed(code):
        return False
    return any(meaning(text).tags == _EVERYBODY for text in above)


def _under_topic(found: Match, leaf: str, above: tuple[str, ...]) -> str:
    """The whole that a heading names by itself, where it is read as a part of it only under a title that is but a topic: it begins with
    what is done and names a thing as well ("disclosure of procedures > procedures")."""
    if found.rate or not known_element(found.codes[0]) or _dangles(leaf):
        return ""
    alone, said = _match(leaf, (), ()), meaning(leaf)
    whole = alone.codes[0] if alone.sure else denominators().get(found.codes[0], "") if only_thing(said) else ""
    if whole in ("", found.codes[0]) or not known_element(whole):
        return ""
    part = allowed(found.codes[0]) - allowed(whole)
    return whole if any(is_topic(meaning(text), part, allowed(whole)) for text in above) else ""


def _part_of_group(found: Match, leaf: str, above: tuple[str, ...]) -> str:
    """The part that a heading with no more than a thing makes with the one over it ("signatures given > leaders"), where it is read as all
    of them: either of both."""
    said = meaning(leaf)
    if found.rate or not only_thing(said) or plain(leaf).startswith(_TOTAL) or said.unknown:
        return ""
    part = _match(f"{leaf} {above[0]}", above[1:], ())
    return part.codes[0] if part.sure and not part.rate and denominators().get(part.codes[0]) == found.codes[0] else ""


def _match(leaf: str, above: tuple[str, ...], sections: tuple[str, ...]) -> Match:
    """What a heading names by its own words and those above it."""
    if rest := behind_sign(leaf):
        return match(f"{_RATE} {rest}", above, sections)
    told = bool(_SHARE.search(leaf)) or any("rate" in meaning(text).tags for text in (leaf, *above))
    ratio = division(leaf, told, lambda upper: match(upper, above, sections), lambda lower, upper: _below(lower, upper, above), allowed)
    if ratio is not None:
        return Match(ratio.codes, ratio.sure, told, ratio.why, ratio.mended)
    said = meaning(leaf)
    if above and said.tags & _OBJECTS and _dangles(leaf) and _completes(meaning(above[0]), said):
        whole = match(f"{leaf} {above[0]}", above[1:], sections)
        if whole.codes:
            return whole
    over = tuple(_of_amounts_or_dossiers(said, meaning(text)) for text in above)
    rate = "rate" in said.tags or bool(_SHARE.search(leaf))
    path = by_path(leaf, above, _passes)
    if path and not ("rate" in said.tags and known_element(path)):
        return Match((path,), True, rate, _("a known name or synonym: {text}", text=" > ".join([*reversed(above), leaf])))
    found = _by_tags(said, over, tuple(meaning(text) for text in sections))
    found = found if found.codes else _by_sign(leaf, said, over)
    exact = _exact(leaf, said, over)
    narrowed = any(m.tags & _NARROWING for m in over) and bool(found.codes)
    if above and only_thing(said) and (exact or found.codes == _by_tags(said, (), ()).codes) and "doing" in classes("sides.csv", above[0]):
        return match(f"{leaf} {above[0]}", above[1:], sections)
    if exact and not narrowed:
        known = Match((exact,), True, rate, _("a known name or synonym: {text}", text=leaf))
        return _beside(known, said, over) if over and is_bare(leaf) else known
    if not found.codes and not exact and (rest := without_leading(leaf)):
        return match(rest, above, sections)
    if said.tags == {"total"} and not said.unknown and found.codes:
        group = match(above[0], above[1:], sections) if above else found
        apart = group.codes and not set(group.codes) & set(found.codes)
        if not group.rate and (apart or (group.sure and len(found.codes) == 1)):
            found = group
        found = _whole_of(found) if len(found.codes) == 1 else found
    elif "total" in said.tags and (above or sections) and len(found.codes) == 1:
        alone = _by_tags(said, (), ())
        found = alone if alone.codes == (denominators().get(found.codes[0]),) else found
        found = _whole_of(found) if said.tags <= PLAIN | things() and not said.unknown else found
    found = _of_its_group(found, said, above, sections)
    if found.sure and over and "dossier" in over[0].tags - allowed(found.codes[0]) and not said.tags & things():
        return Match(rate=rate)
    over = (*over, *(title for text in sections if "proc" in (title := meaning(text)).tags and only_thing(title)))
    if found.sure and "proc" in said.tags.union(*(m.tags for m in over)) and not rate:
        found = _procedure_or_dossier(found, said, over, "procedures" in classes("sides.csv", leaf))
    return Match(found.codes, found.sure, rate, found.why, found.mended, found.ranked)


def _exact(leaf: str, said: Meaning, over: tuple[Meaning, ...]) -> str:
    """What a heading is by declaration; no count where it says a rate, nor all people under those of some age ("aged 18 and over")."""
    exact = known().get(heading_key(leaf), "")
    if exact and "rate" in said.tags and known_element(exact):
        return ""
    aged = frozenset().union(*(m.tags for m in over)) & _AGES
    return exact if exact and aged <= allowed(exact) else ""


def _by_sign(leaf: str, said: Meaning, over: tuple[Meaning, ...]) -> Match:
    """The rate that a heading names which says so by the percent sign behind it alone ("days used / days allowed (%)")."""
    rest = _SIGNED.sub("", leaf)
    return _by_tags(meaning(f"{_RATE} {rest}"), over, ()) if rest != leaf and "rate" not in said.tags else Match()


def _by_formula(leaf: str, above: tuple[str, ...], sections: tuple[str, ...]) -> Match | None:
    """What a heading names without the formula in its brackets ("degree of satisfaction (satisfied / ratings)"), where that is the rate
    which the formula reckons; in doubt where it reckons another."""
    for formula in _FORMULA.finditer(leaf):
        ratio = division(formula[1], True, match, _below, allowed)
        named = match(f"{leaf[: formula.start()]} {leaf[formula.end() :]}".strip(), above, sections)
        if len(named.codes) != 1 or known_element(named.codes[0]):
            continue
        if _names_sides(formula[1], named.codes[0]):
            return replace(named, rate=True)
        if ratio is not None and ratio.codes:
            return replace(named, sure=named.sure and ratio.sure and ratio.codes == named.codes, rate=True)
    return None


def _names_sides(formula: str, rate: str) -> bool:
    """Whether a formula says of a rate a part that is counted too, and of what whole ("with those still in time / all received")."""
    upper, lower = (text.strip() for text in formula.split("/"))
    lead = INCLUDING.match(plain(upper))
    if lead is None:
        return False
    part, whole = match(" ".join(upper.split()[len(lead[0].split()) :])), match(lower)
    sides = [(v.numerator.elements, v.denominator.elements) for v in indicators()[rate].versions if v.denominator]
    return part.sure and any(part.codes[0] in above and {*below} & {*whole.codes} for above, below in sides)


def _below(lower: str, upper: str, above: tuple[str, ...] = ()) -> Match:
    """What the lower side of a division names by itself, else under the upper one, else under what stands `above` the whole."""
    alone = match(lower)
    under = alone if alone.codes or "total" in meaning(lower).tags else match(lower, (upper,))
    return under if under.codes or not above or not is_bare(lower) else match(lower, above)


def _dangles(leaf: str) -> bool:
    """Whether a heading ends in a verb that waits for its object ("households that have" under "fibre")."""
    folded = plain(leaf).strip(" .:")
    return any(folded.endswith(f" {plain(row['phrase'])}") for row in table("dangling.csv"))


def _completes(over: Meaning, said: Meaning) -> bool:
    """Whether a heading says something clear that the one below it, which waits for its object, does not."""
    return not over.unknown and bool(over.tags - said.tags - PLAIN - ALWAYS)


def _procedure_or_dossier(found: Match, said: Meaning, over: tuple[Meaning, ...], counted: bool) -> Match:
    """A count of dossiers under "procedures" that never says dossier: they may be what is counted, unless it only is their topic.
    A heading that counts procedures ("number of procedures in processing") is in doubt."""
    if said.tags >= _PROCESSED and all(only_thing(level) for level in over if "proc" in level.tags):
        return found
    around = said.tags.union(*(m.tags for m in over))
    if not known_element(found.codes[0]) or elements()[found.codes[0]].unit != "dossier" or "dossier" in around:
        return found
    others = [p for p in patterns_of("element_tags.csv") if elements()[p.codes[0]].unit == "procedure"]
    meant = [p.codes[0] for p in others if "proc" in frozenset().union(*p.needs) and all(g & around for g in p.needs) and around <= p.may]
    return Match((*dict.fromkeys(meant), *found.codes), False, False, found.why) if meant or counted else found


def _beside(known: Match, said: Meaning, over: tuple[Meaning, ...]) -> Match:
    """A known name that says a part and no thing ("on time"): void where what stands above is another thing, or is settled where the
    part is not; in doubt where unknown."""
    fitting = allowed(known.codes[0])
    for level in over:
        if names_other(level, fitting) or _other_state(known.codes[0], said, level):
            return Match(rate=known.rate)
        if level.tags & fitting - ALWAYS:
            return known
        if len(level.unknown) > 1 and not level.tags & things():
            return replace(known, sure=False)
    return known


def _other_state(code: str, said: Meaning, level: Meaning) -> bool:
    """Whether a heading speaks of what is settled and the element is still under way ("resolved > within the limit"), or the other
    way round ("under way > before the limit")."""
    if _UNDER_WAY & level.tags:
        return not _UNDER_WAY & allowed(code)
    return bool(_UNDER_WAY & said_of(code) - said.tags and _DONE & level.tags)


def _passes(between: str, code: str) -> bool:
    """Whether a heading between those of a declared path leaves what they name as it is."""
    named = match(between)
    return meaning(between).tags <= ALWAYS | allowed(code) and (not named.sure or named.codes == (code,))


def declared(path: Sequence[str]) -> Match | None:
    """The element whose declared path is just this one, its words of basis included ("received > in the period > total")."""
    text = " > ".join(path)
    code = known().get(heading_key(text), "")
    return Match((code,), True, False, _("a known name or synonym: {text}", text=text)) if code else None


@lru_cache(maxsize=4096)
def by_declaration(leaf: str, found: Match) -> bool:
    """Whether a heading is taken for what it was declared to mean, its words alone naming nothing."""
    return found.sure and not _by_tags(meaning(leaf), (), ()).codes


def _whole_of(found: Match) -> Match:
    """ "Total" under a heading that names a part: the part's own total, or the whole it is a part of; only arithmetic can tell."""
    whole = denominators().get(found.codes[0])
    return Match((whole, found.codes[0]), False, False, found.why) if whole else found


def _of_its_group(found: Match, said: Meaning, above: tuple[str, ...], sections: tuple[str, ...]) -> Match:
    """A thing, or all of it, that may be several under a heading which surely names one of these ("newly received > total dossiers"): that
    one, or the whole of which it is a part."""
    if not found.codes[1:] or not above or said.unknown or not said.tags & things() or not said.tags <= {"total"} | things():
        return found
    group = match(above[0], above[1:], sections)
    return _whole_of(group) if group.sure and not group.rate and group.codes[0] in found.codes else found


@cache
def denominators() -> dict[str, str]:
    """Numerator to denominator, where an indicator has one of each."""
    found: dict[str, str] = {}
    for indicator in indicators().values():
        for d in indicator.versions:
            if not d.variant and d.denominator and len(d.numerator.elements) == len(d.denominator.elements) == 1:
                found.setdefault(d.numerator.elements[0], d.denominator.elements[0])
    return found


def _by_tags(said: Meaning, above: tuple[Meaning, ...], sections: tuple[Meaning, ...]) -> Match:
    patterns = patterns_of("indicator_tags.csv" if said.tags & {"rate", "degree"} else "element_tags.csv")
    if len(said.unknown) > 1 or "neg" in said.tags or (said.unknown and said.tags <= {"total"}):
        return Match()
    context: frozenset[str] = frozenset()
    first: Match | None = None
    above = tuple(_as_done(said, level) for level in above if not _all_parts(level))
    over = frozenset().union(*(m.tags - m.asides for m in above))
    aged = over & _AGES if "pop" in said.tags else frozenset[str]()
    narrowing = aged | over & (_NARROWING | _OBLIGED if only_thing(said) else _NARROWING)
    for level in (Meaning("", frozenset()), *above, *sections):
        context |= level.tags
        hits = [p for p in patterns if _fits(p, said.tags, context, narrowing, said.asides)]
        if first:
            hits = [p for p in hits if len(p.codes) == 1 and p.codes[0] in first.codes]
        best = _best(hits, said.tags, context)
        if best:
            text = _("the words of the heading: {text}", text=" < ".join([said.text, *(m.text for m in above)]))
            ranked = any(p.ranked and p.codes == best for p in hits)
            found = Match(best, len(best) == 1 and said.clear, False, text, said.mended, ranked)
            if len(best) == 1:
                return found
            first = first or found
    if not first and narrowing and not narrowing & (_FOREIGN | _AGES) and said.tags & _OBJECTS:
        return _by_tags(said, (), sections)
    return first or Match()


def _as_done(said: Meaning, over: Meaning) -> Meaning:
    """What stands over a heading that repeats what must be done ("to be checked > checked"): there it is done. What came in anew under
    all there is to resolve is that alone. What is processed from end to end under a topic of procedures are the dossiers of these."""
    if said.tags >= _PROCESSED and only_thing(over):
        over = replace(over, tags=over.tags - {"proc"})
    if said.tags & _CAME and not said.tags & _WITH_CARRIED:
        over = replace(over, tags=over.tags - _WITH_CARRIED)
    again = said.tags & over.tags - PLAIN - ALWAYS - things()
    return replace(over, tags=over.tags - {"must"}) if again and "must" in over.tags - said.tags else over


def _of_amounts_or_dossiers(said: Meaning, over: Meaning) -> Meaning:
    """What stands over a heading that counts dossiers: an amount named there ("collecting fees") is not what it counts."""
    return replace(over, tags=over.tags - {"amount"}) if "dossier" in said.tags else over


def _all_parts(over: Meaning) -> bool:
    """A heading over another that says no more than that all parts are summed ("total (in full + in part)")."""
    return over.clear and over.tags == _ALL_PARTS


def _fits(pattern: Pattern, leaf: frozenset[str], context: frozenset[str], narrowing: frozenset[str], asides: frozenset[str]) -> bool:
    if not leaf - asides <= pattern.may or not narrowing <= pattern.may:
        return False
    if not leaf <= PLAIN and not any(group & leaf for group in pattern.needs):
        return False
    others = context & _OBJECTS
    if others and not leaf & _OBJECTS and not others & pattern.may:
        return False
    told = leaf - (asides - _COUNTED) | context
    return all(group & told for group in pattern.needs)


def _best(hits: Sequence[Pattern], leaf: frozenset[str], context: frozenset[str]) -> tuple[str, ...]:
    if not hits:
        return ()
    top = max(_strength(p, leaf, context) for p in hits)
    codes = dict.fromkeys(code for p in hits if _strength(p, leaf, context) == top for code in p.codes)
    return tuple(codes)


def _strength(pattern: Pattern, leaf: frozenset[str], context: frozenset[str]) -> tuple[int, int, int]:
    """More groups met by the heading itself, then more of what stands above explained, then less borrowed from above."""
    own = sum(1 for group in pattern.needs if group & leaf)
    return own, len(context & pattern.may), own - len(pattern.needs)
