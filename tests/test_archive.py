"""A zip of returns is unpacked one level deep, in memory, under ceilings; a workbook is itself."""

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalogue.language import use_language
from loaders.opening.archive import files_in
from loaders.opening.refusal import Unreadable


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def zipped(files, how=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def test_the_files_of_a_zip_in_its_order_without_their_folders():
    data = zipped([("Thang 10/Xã Đăk Pék.xlsx", b"1"), ("Thang 10/Xã Xốp.xls", b"2")])
    assert files_in(data, "thang10.zip") == [("Xã Đăk Pék.xlsx", b"1"), ("Xã Xốp.xls", b"2")]


def test_a_workbook_is_itself_though_it_is_a_zip():
    workbook = zipped([("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<x/>")])
    assert files_in(workbook, "a.xlsx") == [("a.xlsx", workbook)]


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04 broken", b"ten,so\n", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_zip_goes_on_as_it_came(data):
    assert files_in(data, "x") == [("x", data)]


def test_what_the_machine_adds_is_left_out():
    data = zipped([("__MACOSX/._a.xlsx", b"x"), (".DS_Store", b"x"), ("a/Thumbs.db", b"x"), ("a/", b""), ("a/a.xlsx", b"1")])
    assert files_in(data, "x.zip") == [("a.xlsx", b"1")]


def test_names_typed_on_windows_are_read_as_people_see_them():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("Xã Xốp.xlsx", b"1")
    data = bytearray(buffer.getvalue())
    for at in (data.find(b"PK\x03\x04") + 6, data.find(b"PK\x01\x02") + 8):
        data[at : at + 2] = b"\0\0"  # take away the sign that says UTF-8
    assert files_in(bytes(data), "x.zip") == [("Xã Xốp.xlsx", b"1")]


@pytest.mark.parametrize(
    "files",
    [
        [("../../etc/passwd", b"x")],
        [("..\\a.xlsx", b"x")],
        [(f"{n}.xlsx", b"") for n in range(2001)],
        [("bomb.xlsx", b"0" * 19_000_000 + bytes([n])) for n in range(12)],
        [("big.xlsx", b"0" * 21 * 1024 * 1024)],
        [],
    ],
    ids=["up", "up on windows", "too many", "bomb", "one too large", "empty"],
)
def test_an_unsafe_or_empty_zip_is_refused_with_a_sentence(files):
    named = [(f"{n}-{name}" if not name.startswith("..") else name, data) for n, (name, data) in enumerate(files)]
    with pytest.raises(Unreadable) as refused:
        files_in(zipped(named), "x.zip")
    assert len(str(refused.value)) > 15


@example(b"\x00" * 13, 116)
@given(st.binary(max_size=200), st.integers(0, 120))
def test_a_damaged_zip_never_breaks_the_reader(noise, at):
    data = zipped([("a.xlsx", b"one"), ("b.xlsx", b"two")])
    damaged = data[:at] + noise + data[at + len(noise) :]
    try:
        assert files_in(damaged, "x.zip")
    except Unreadable as refused:
        assert str(refused)
