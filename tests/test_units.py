"""The register of units: both generations, what became of each unit, and what a typed name may mean."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import build_units
from catalogue.names import name_key, take_apart
from catalogue.text import fold
from catalogue.units import Units, units

OLD, NEW = dt.date(2025, 3, 14), dt.date(2025, 8, 1)


@pytest.fixture(scope="module")
def register() -> Units:
    return units()


def of(register: Units, level: str, generation: int) -> list:
    return [u for u in register if u.level == level and u.id.endswith(f".{generation}")]


def ids(found: list) -> list[str]:
    return [unit.id for unit in found]


# --- counts of the country ---------------------------------------------------------------------------------------------


def test_both_generations_are_whole(register):
    assert [len(of(register, level, 1)) for level in ("province", "district", "commune")] == [63, 696, 10_035]
    assert [len(of(register, level, 2)) for level in ("province", "district", "commune")] == [34, 0, 3_321]
    assert Counter(u.type for u in of(register, "commune", 2)) == {"xã": 2_621, "phường": 687, "đặc khu": 13}


def test_five_island_districts_without_communes_stand_for_themselves(register):
    alone = [u for u in of(register, "district", 1) if not register.children(u.id)]
    assert sorted(u.name for u in alone) == ["Huyện Bạch Long Vĩ", "Huyện Côn Đảo", "Huyện Cồn Cỏ", "Huyện Hoàng Sa", "Huyện Lý Sơn"]
    assert len(register.communes_under("VN", OLD)) == 10_040
    assert len(register.communes_under("VN", NEW)) == 3_321
    assert ids(register.communes_under("536.1", NEW)) == ["21548.2"], "Lý Sơn became a special zone"


def test_every_unit_has_dates_a_place_and_a_parent_of_its_time(register):
    for unit in register:
        if unit.level == "country":
            continue
        assert unit.parent in register and unit.latitude is not None and unit.longitude is not None, unit
        assert 8 <= unit.latitude <= 24 and 102 <= unit.longitude <= 116, unit
        assert (unit.valid_to == dt.date(2025, 6, 30)) == unit.id.endswith(".1"), unit
        assert (unit.valid_from == dt.date(2025, 7, 1)) == unit.id.endswith(".2"), unit


def test_the_key_of_each_row_is_the_key_of_its_name(register):
    stale = [id for id, row in register._rows.items() if row[10] != name_key(register[id].bare_name)]
    assert stale == [], "run python -m catalogue.build_units"


def test_old_units_went_whole_or_were_split(register):
    links = [register.successors(u.id) for u in register.communes_under("VN", OLD)]
    assert sum(len(found) == 1 and found[0].share == "whole" for found in links) == 9_569
    assert Counter(len(found) for found in links if found[0].share == "part") == {2: 397, 3: 58, 4: 15, 5: 1}


def test_new_units_that_can_be_rebuilt_exactly(register):
    new = of(register, "commune", 2)
    exact = [u for u in new if register.rebuilds_exactly(u.id)]
    assert len(exact) == 2_880
    assert sum(len(register.predecessors(u.id)) == 1 for u in exact) == 137
    assert sum(not register.rebuilds_exactly(u.id) for u in new) == 441


def test_codes_are_reused_and_point_elsewhere_than_names(register):
    new = of(register, "commune", 2)
    reused = [u for u in new if u.code in {register[s.old].code for s in register.predecessors(u.id)}]
    assert len(reused) == 3_316
    assert sorted(u.code for u in new if u not in reused) == ["11948", "19742", "20333", "21548", "26732"]


def test_name_against_code_by_the_short_names_of_the_package(register):
    """The package adds the type to 279 short names that repeat; without that there are a few more."""
    base, _converter = build_units.package_data()
    old = {r["wardCode"] or r["districtCode"]: r["wardShort"] for r in base.execute("SELECT * FROM admin_units_legacy")}
    new = {r["wardCode"]: r["wardShort"] for r in base.execute("SELECT * FROM admin_units")}
    against, shared = [], 0
    for unit in of(register, "commune", 2):
        before = [register[s.old].code for s in register.predecessors(unit.id)]
        named = [code for code in before if old[code] == new[unit.code]]
        shared += bool(named)
        if named and unit.code in before and unit.code not in named:
            against.append(unit)
    assert (shared, len(against)) == (2_199, 698)
    assert sum(u.parent == "51.2" for u in against) == 17
    assert {u.id for u in against} >= {"23341.2", "23356.2"}


def test_the_tables_are_what_the_build_makes():
    base, converter = build_units.package_data()
    made = [*build_units.old_units(base), *build_units.new_units(base)]
    kept = [tuple(row) for row in units()._rows.values()]
    assert kept[1:] == made
    assert sorted(build_units.successions(base, converter)) == sorted(tuple(link) for link in units()._links)


def test_provinces_became_thirty_four(register):
    became = {p.id: [s.new for s in register.successors(p.id)] for p in of(register, "province", 1)}
    assert became["62.1"] == ["51.2"] and became["51.1"] == ["51.2"]
    assert all(len(new) == 1 for new in became.values()) and len({n for new in became.values() for n in new}) == 34
    assert {s.legal_basis for s in register.predecessors("23341.2")} == {"nq-1677-2025"}
    quang_ngai = register.communes_under("51.2", NEW)
    assert Counter(u.type for u in quang_ngai) == {"xã": 86, "phường": 9, "đặc khu": 1}
    assert [u.name for u in register.leaves("51.1") + register.leaves("62.1") if len(register.successors(u.id)) > 1] == ["Xã Trà Bùi"]


# --- the lineage of one district ---------------------------------------------------------------------------------------

LINEAGE = """
23341 Thị trấn Đăk Glei > 23341 Xã Đăk Pék
23353 Xã Đăk Pék        > 23341 Xã Đăk Pék
23344 Xã Đăk Blô        > 23344 Xã Đăk Plô
23347 Xã Đăk Man        > 23344 Xã Đăk Plô
23350 Xã Đăk Nhoong     > 23344 Xã Đăk Plô
23356 Xã Đăk Choong     > 23356 Xã Xốp
23359 Xã Xốp            > 23356 Xã Xốp
23362 Xã Mường Hoong    > 23365 Xã Ngọc Linh
23365 Xã Ngọc Linh      > 23365 Xã Ngọc Linh
23368 Xã Đăk Long       > 23368 Xã Đăk Long
23371 Xã Đăk Kroong     > 23374 Xã Đăk Môn
23374 Xã Đăk Môn        > 23374 Xã Đăk Môn
"""


def test_the_lineage_of_dak_glei_is_exact(register):
    drawn = {line.split()[0]: line for line in LINEAGE.strip().splitlines()}
    assert {u.code for u in register.communes_under("610.1", OLD)} == set(drawn)
    for unit in register.communes_under("610.1", OLD):
        (link,) = register.successors(unit.id)
        new = register[link.new]
        before, after = (part.strip() for part in drawn[unit.code].split(">"))
        assert (f"{unit.code} {unit.name}", f"{new.code} {new.name}", link.share) == (before, after, "whole")
        assert link.date == dt.date(2025, 7, 1)


def test_the_area_of_an_old_district_is_followed_through_time(register):
    six = ["23341.2", "23344.2", "23356.2", "23365.2", "23368.2", "23374.2"]
    assert len(register.due_on("610.1", OLD)) == 12
    assert ids(register.due_on("610.1", NEW)) == six
    assert ids(register.due_on("610.1", dt.date(2025, 6, 30)))[0] == "23341.1", "the last day of the old units"
    assert ids(register.due_on("610.1", dt.date(2025, 7, 1))) == six, "the first day of the new ones"
    assert ids(register.communes_under("23341.2", OLD)) == ["23341.1", "23353.1"], "a new commune before it existed"
    assert ids(register.communes_under("23341.2", NEW)) == ["23341.2"]


def test_totals_before_and_after_agree(register):
    """What is counted once in the old units is counted once in the new ones, where no unit was split."""
    counted = {u.id: 1 for u in register.communes_under("610.1", OLD)}
    after = Counter()
    for id, value in counted.items():
        after.update({s.new: value for s in register.successors(id)})
    assert sum(after.values()) == sum(counted.values()) == 12 and len(after) == 6


def test_a_reused_code_is_two_units(register):
    assert [(u.id, u.name) for u in register.by_code("23341")] == [("23341.1", "Thị trấn Đăk Glei"), ("23341.2", "Xã Đăk Pék")]
    assert ids(register.by_code("23353")) == ["23353.1"]


def test_paths_children_and_unknown_ids(register):
    assert [u.name for u in register.path("23341.1")] == ["Việt Nam", "Tỉnh Kon Tum", "Huyện Đắk Glei", "Thị trấn Đăk Glei"]
    assert ids(register.path("23341.2")) == ["VN", "51.2", "23341.2"]
    assert len(register.children("62.1", OLD)) == 10 and register.children("62.1", NEW) == []
    assert "99999.1" not in register and "610.1/nowhere" not in register and None not in register
    with pytest.raises(KeyError):
        register["99999.1"]


def test_specialised_offices_are_units_of_their_own_kind(register):
    offices = register.offices("610.1")
    assert "610.1/kinh-te-ha-tang" in ids(offices) and len(offices) == 14
    office = register["23341.2/van-hoa-xa-hoi"]
    assert (office.level, office.parent, office.code) == ("office", "23341.2", "23341")
    assert office.exists(NEW) and not office.exists(OLD)
    assert "23341.1/kinh-te" not in register, "a division of the new communes only"
    assert ids(register.by_name("Phòng KT&HT", level="office", within="610.1").alias) == ["610.1/kinh-te-ha-tang"]
    assert ids(register.path("610.1/noi-vu"))[-2:] == ["610.1", "610.1/noi-vu"]


# --- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "on", "exact"),
    [
        ("Xã Đăk Pék", OLD, ["23353.1"]),
        ("Xã Đăk Pék", NEW, ["23341.2"]),
        ("UBND xã Đăk Pék", OLD, ["23353.1"]),
        ("Ủy ban nhân dân xã Đăk Pék", OLD, ["23353.1"]),
        ("Uỷ ban nhân dân xã Xốp", OLD, ["23359.1"]),
        ("UBND X. Đăk Man", OLD, ["23347.1"]),
        ("X.Xốp", OLD, ["23359.1"]),
        ("TT. Đăk Glei", OLD, ["23341.1"]),
        ("TT Đăk Glei", OLD, ["23341.1"]),
        ("THỊ TRẤN ĐĂK GLEI", OLD, ["23341.1"]),
        ("Công an xã Đăk Môn", OLD, ["23374.1"]),
        ("CAX Đăk Môn", OLD, ["23374.1"]),
        ("Đăk Long, huyện Đắk Glei", OLD, ["23368.1"]),
        ("Xã Đăk Long - huyện Đắk Glei - tỉnh Kon Tum", OLD, ["23368.1"]),
        ("Đảng ủy xã Ngọc Linh", NEW, ["23365.2"]),
        ("Phòng Văn hóa - Xã hội xã Đăk Pék", NEW, ["23341.2"]),
        ("Văn phòng HĐND - UBND xã Ngọc Linh", NEW, ["23365.2"]),
        ("(UBND xã Xốp)", NEW, ["23356.2"]),
        ("Đơn vị: UBND xã Đăk Long", NEW, ["23368.2"]),
        ("Tên đơn vị báo cáo: UBND xã Đăk Môn", NEW, ["23374.2"]),
        ("ĐăkPék", OLD, ["23353.1"]),
        ("XãĐăkPék", OLD, ["23353.1"]),
        ("MườngHoong", OLD, ["23362.1"]),
        ("ThịtrấnĐăkGlei", OLD, ["23341.1"]),
        ("XÃMƯỜNGHOONG", OLD, ["23362.1"]),
        ("  xã   mường  hoong ", OLD, ["23362.1"]),
    ],
)
def test_a_name_inside_its_district(register, typed, on, exact):
    assert ids(register.by_name(typed, within="610.1", on=on).exact) == exact


def test_a_name_with_a_parent_that_is_not_the_area_is_never_sure(register):
    match = register.by_name("xã Đăk Long, huyện Đăk Hà", within="610.1", on=OLD)
    assert (match.exact, match.alias, ids(match.folded)) == ([], [], ["23368.1"])
    assert ids(register.by_name("xã Đăk Long huyện Đắk Hà", on=OLD).exact) == ["23504.1"], "elsewhere that name exists"


def test_the_same_name_in_two_districts_is_two_units(register):
    assert {"23368.1", "23504.1"} <= set(ids(register.by_name("Đăk Long", on=OLD).exact))


def test_declared_other_names(register):
    assert ids(register.by_name("Đăk Plô", within="610.1", on=OLD).alias) == ["23344.1"]
    assert ids(register.by_name("Ngọk Linh", within="610.1", on=NEW).alias) == ["23365.2"]
    assert ids(register.by_name("Đăk Glêi", level="district").alias) == ["610.1"]


def test_without_accents_two_communes_share_a_name(register):
    by_accent = register.by_name("Xã Ba Tơ", within="51.2", on=NEW)
    assert ids(by_accent.exact) == ["21484.2"]
    bare = register.by_name("Xa Ba To", within="51.2", on=NEW)
    assert bare.exact == bare.alias == [] and set(ids(bare.folded)) == {"21484.2", "21523.2"}
    both = register.by_name("xa son ha", within="51.2", on=NEW)
    assert both.exact == [] and len(both.folded) == 2


def test_another_type_than_written_is_only_a_folded_match(register):
    match = register.by_name("Xã Đăk Glei", level="commune", within="610.1", on=OLD)
    assert match.exact == match.alias == [] and ids(match.folded) == ["23341.1"]


def test_tone_placement_and_composition_do_not_matter(register):
    import unicodedata

    for typed in ("Phường Thủy Biều", "Phường Thuỷ Biều", unicodedata.normalize("NFD", "Phường Thủy Biều")):
        assert ids(register.by_name(typed).exact) == ["19807.1"], typed


@pytest.mark.parametrize("nothing", ["", "   ", "---", "UBND", "STT", "Tổng cộng", "123", ","])
def test_what_is_no_name_matches_nothing(register, nothing):
    assert register.by_name(nothing).best == []


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(typed):
    match = units().by_name(typed, within="610.1")
    assert {u.id for u in match.exact}.isdisjoint(u.id for u in match.folded)


@given(st.sampled_from([u.id for u in units() if u.level == "commune"]), st.sampled_from(["", "UBND ", "Ủy ban nhân dân "]))
def test_every_commune_is_found_by_its_full_name(id, body):
    unit = units()[id]
    found = units().by_name(body + unit.name, within=unit.parent, on=unit.valid_from or unit.valid_to)
    assert id in ids(found.exact)


@given(st.sampled_from([u.id for u in units() if u.level == "commune"]))
def test_every_commune_is_found_without_accents_but_not_as_a_sure_match(id):
    unit = units()[id]
    typed = fold(unit.name)
    found = units().by_name(typed, within=unit.parent, on=unit.valid_from or unit.valid_to)
    assert id in ids(found.exact + found.alias + found.folded)
    if typed != unit.name.lower() and any(c in unit.bare_name for c in "ăâêôơưđ"):
        assert id not in ids(found.exact)


def test_a_name_is_taken_apart():
    typed = take_apart("UBND xã Đăk Pék, huyện Đắk Glei, tỉnh Kon Tum")
    assert (typed.bare, typed.type, typed.parents) == ("Đăk Pék", "xã", ("huyện Đắk Glei", "tỉnh Kon Tum"))


def test_between_two_changes_of_the_register_every_day_has_the_same_units():
    known = units()
    for day in (dt.date(2020, 5, 3), dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 9, 14)):
        since = known.unchanged_since(day)
        assert since <= day
        assert [unit.id for unit in known if unit.exists(day)] == [unit.id for unit in known if unit.exists(since)]
    assert known.unchanged_since(dt.date(2026, 9, 14)) >= dt.date(2025, 7, 1) > known.unchanged_since(dt.date(2025, 6, 30))
