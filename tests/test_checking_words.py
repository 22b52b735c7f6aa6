"""The claim checker on words: citations, worn-out terms, names and slips, each found where it stands, and nothing else."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.errors import UserError
from catalogue.text import nfc
from report.checking.check import findings, report_of
from report.checking.citations import citations
from report.checking.days import days
from report.checking.folding import plain
from report.checking.reading import of_text, read

HEAD = """ỦY BAN NHÂN DÂN HUYỆN ĐẮK GLEI
BÁO CÁO

Kết quả chuyển đổi số năm 2024

Kính gửi: Sở Khoa học và Công nghệ.

"""


def said(body: str, head: str = HEAD) -> list[tuple[str, str, str]]:
    """Kind, verdict and text of every alarm on a report of 2024 with this body."""
    return [(f.kind, f.verdict, f.text) for f in findings(report_of(of_text(head + body))) if f.alarm]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Theo Quyết định số 172/QĐ-TTg ngày 26/01/2021.", ("citation", "inconsistent", "Quyết định số 172/QĐ-TTg ngày 26/01/2021")),
        ("Theo Quyết định số 127/QĐ-TTg ngày 27/01/2021.", ("citation", "inconsistent", "Quyết định số 127/QĐ-TTg ngày 27/01/2021")),
        ("Theo Nghị định số 42/2022/NĐ-CP ngày 24/6/2021.", ("citation", "inconsistent", "Nghị định số 42/2022/NĐ-CP ngày 24/6/2021")),
        ("Theo Nghị định số 59/2022/NĐ-CP ngày 05/9/2022.", ("citation", "outdated", "Nghị định số 59/2022/NĐ-CP ngày 05/9/2022")),
        ("Theo Công văn số 812/UBND-VX ngày 17/8/2024.", ("citation", "inconsistent", "Công văn số 812/UBND-VX ngày 17/8/2024")),
        ("Theo Kế hoạch số 15/KH-UBND ngày 31/6/2024.", ("citation", "inconsistent", "ngày 31/6/2024")),
        ("Duy trì dịch vụ công trực tuyến mức độ 3 và 4.", ("term", "outdated", "mức độ 3 và 4")),
        ("Cài đặt ứng dụng VNEID cho người dân.", ("spelling", "misspelt", "VNEID")),
        ("Tại xã Đak Man đã có điểm hỗ trợ.", ("spelling", "misspelt", "Đak Man")),
        ("Tại xã Xộp đã có điểm hỗ trợ.", ("spelling", "misspelt", "Xộp")),
        ("Tại xã Quắc Thước đã có điểm hỗ trợ.", ("unit", "no_basis", "xã Quắc Thước")),
        ("Huyện đã bổ xung kinh phí.", ("spelling", "misspelt", "bổ xung")),
        ("Nhân dân và và chính quyền cùng làm.", ("spelling", "misspelt", "và và")),
        ("Công văn số 9/SKHHCN-QLCN của Sở.", ("spelling", "misspelt", "SKHHCN")),
    ],
)  # fmt: skip
def test_one_fault_is_found_where_it_stands(body, expected):
    assert said(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Theo Quyết định số 127/QĐ-TTg ngày 26 tháng 01 năm 2021 của Thủ tướng Chính phủ.",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 (ký ngày Chủ nhật, sổ văn bản có ghi).",
        "Nghị định số 69/2024/NĐ-CP thay thế Nghị định số 59/2022/NĐ-CP ngày 05/9/2022.",
        "Kế hoạch số 12/KH-UBND và Kế hoạch số 13/KH-UBND cùng ngày 12/3/2024.",
        "Công dân kích hoạt tài khoản định danh mức độ 2 trên ứng dụng VNeID.",
        "Họp trực tuyến với thị trấn Đăk Glei, xã Đăk Pék và xã Ngọc Linh, tỉnh Kon Tum.",
        "Làm bù ngày thứ Bảy theo Công văn số 20/UBND-NV ngày 04/5/2024.",
        "Phong trào xã Nông thôn mới kiểu mẫu tiếp tục được duy trì.",
    ],
)
def test_what_is_right_is_left_alone(body):
    assert said(body) == []


def test_two_numbers_for_one_paper_are_told():
    body = "Theo Kế hoạch số 125/KH-UBND ngày 12/3/2024 về số hóa.\n\nNhư Kế hoạch số 152/KH-UBND ngày 12/3/2024 đã nêu."
    assert said(body) == [("citation", "inconsistent", "Kế hoạch số 152/KH-UBND ngày 12/3/2024")]


def test_a_title_given_at_length_is_given_whole():
    title = "ban hành Chiến lược quốc gia về nghiên cứu, phát triển trí tuệ nhân tạo đến năm 2030"
    (found,) = said(f"Theo Quyết định số 127/QĐ-TTg ngày 26/01/2021 của Thủ tướng Chính phủ {title}.")
    assert found[:2] == ("citation", "differs")


def test_a_paper_of_the_next_year_is_asked_about_in_the_results_alone():
    paper = "Văn bản số 01/KTHT-TH ngày 07/01/2025"
    assert said(f"2. Kết quả thực hiện\n\nBan hành {paper}.") == [("citation", "inconsistent", paper)]
    assert said(f"Thực hiện {paper} về chế độ báo cáo.") == []


def test_a_report_to_a_higher_body_names_it():
    body = "Ủy ban nhân dân huyện Đắk Glei báo cáo để Sở Khoa học và Công nghệ biết, tổng hợp./."
    assert said(body) == []
    assert said(body, HEAD.replace("Kính gửi: Sở Khoa học và Công nghệ.", "")) == [("term", "inconsistent", "BÁO CÁO")]


def test_unit_period_and_day_are_told_by_the_text():
    about = report_of(of_text(HEAD + "Đắk Glei, ngày 10 tháng 01 năm 2025\n\nỦy ban nhân dân huyện Đắk Glei báo cáo.")).about
    assert about.unit and about.unit.name == "Huyện Đắk Glei"
    assert (str(about.period), about.signed) == ("2024", dt.date(2025, 1, 10))


def test_lines_broken_for_a_page_are_put_together():
    text = "Đã tiếp nhận 1.\n234 hồ sơ theo Kế hoạch số 12/KH-\nUBND và tiếp tục triển khai các\n\n¹ Ghi chú ở cuối trang.\n\ndịch vụ công."
    texts = [p.text for p in of_text(text).passages]
    assert texts == [
        "Đã tiếp nhận 1.234 hồ sơ theo Kế hoạch số 12/KH-UBND và tiếp tục triển khai các dịch vụ công.",
        "¹ Ghi chú ở cuối trang.",
    ]


@given(st.text(max_size=300))
def test_folding_keeps_every_place(text):
    assert len(plain(nfc(text))) == len(nfc(text))


@given(st.dates(dt.date(1990, 1, 1), dt.date(2040, 12, 31)), st.integers(1, 9999), st.sampled_from(["QĐ-TTg", "KH-UBND", "UBND-VX"]))
def test_a_citation_comes_back_as_written(day, number, sign):
    text = f"Theo Văn bản số {number}/{sign} ngày {day.day} tháng {day.month} năm {day.year} về việc khác."
    (cited,) = citations(text)
    assert (cited.number, cited.sign, cited.date) == (str(number), sign, day)
    assert [d.day for d in days(text)] == [day]


def _docx(document: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old word",
        b"PK\x03\x04 cut off",
        b"%PDF-1.7 nothing behind",
        b"\x00\x01\x02binary",
        _docx("<a"),
        _docx('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        _docx("<a>" + " " * 30_000_000 + "</a>"),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_with_a_sentence(data):
    with pytest.raises(UserError):
        read(data)
