"""Whole reports by other hands, each with planted faults between [[ and ]]: all of them are found, and nothing else."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from small_area import MONTHS, ROOT, filled

from indicators.cube import open_cube
from report.checking.check import findings, report_of
from report.checking.ours import Ours
from report.checking.reading import of_text, read
from report.compose import compose, sources
from report.document import docx
from report.order import Order

REPORTS = {
    "a quarter of another district": """UBND HUYỆN TU MƠ RÔNG
PHÒNG VĂN HÓA VÀ THÔNG TIN

BÁO CÁO
Kết quả cải cách hành chính quý III năm 2024

Kính gửi: Ủy ban nhân dân huyện Tu Mơ Rông

I. Kết quả đạt được
1. Toàn huyện có 11 xã; tổ chức 05 lớp tập huấn cho 234 cán bộ, công chức.
2. Tiếp nhận 1.500 hồ sơ, đã giải quyết 1.234/1.500 hồ sơ (đạt 82,3%).
3. [[100%]] trường học kết nối Internet; 45/60 thôn có nhà văn hóa (đạt 75%).
4. Tỷ lệ văn bản đi ký số đạt [[97%]] .
5. Nguồn vốn bố trí 1,2 tỷ đồng, giải ngân 85%; giảm 20% thời gian giải quyết thủ tục hành chính.
II. Tồn tại
Theo [[Nghị định số 61/2018/NĐ-CP ngày 23/4/2019]] của Chính phủ, việc công khai còn chậm.
Bộ phận một cửa [[chia sẽ]] dữ liệu chưa đầy đủ.
""",
    "the half year of a province": """ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI
BÁO CÁO
Kết quả 6 tháng cuối năm 2025 về chuyển đổi số

Kính gửi: Bộ Khoa học và Công nghệ
Quảng Ngãi, ngày 15 tháng 12 năm 2025

1. Kết quả
Toàn tỉnh có 96 xã, phường, đặc khu. Có 96/96 xã, phường, đặc khu có Trung tâm Phục vụ hành chính công (đạt 100%).
Thực hiện [[Nghị định số 107/2021/NĐ-CP ngày 06/12/2021]] của Chính phủ, tỉnh đã ban hành 12 văn bản.
Đã chi trả không dùng tiền mặt cho 12.345/15.000 đối tượng (82,3%).
[[Ủy ban nhân dân huyện]] Sơn Hà tiếp tục rà soát cơ sở dữ liệu.
Tỉnh đạt giải Nhì; 02 mô hình điểm được nhân rộng; [[căn cước công dân]] gắn chip được cấp lưu động tại 12 điểm.
2. Nhiệm vụ năm 2026
Phấn đấu 100% xã, phường có điểm hỗ trợ.
""",
    "a year of a ward": """ỦY BAN NHÂN DÂN PHƯỜNG BẾN NGHÉ
BÁO CÁO
Công tác cải cách hành chính năm 2023

Kính gửi: Ủy ban nhân dân Quận 1

I. Kết quả
1. Trong năm, phường tiếp nhận 12.540 hồ sơ, trong đó trực tuyến [[9.870 hồ sơ, đạt 87,8%]].
2. Giải quyết đúng hạn 12.400/12.540 hồ sơ (98,9%).
3. Phường có 5 khu phố, 45 tổ dân phố; 45/45 tổ dân phố có nhóm Zalo.
4. Ban hành Kế hoạch số 45/KH-UBND ngày 20/02/2023, [[Kế hoạch số 54/KH-UBND ngày 20/02/2023]] về cải cách hành chính.
5. Mức độ hài lòng: rất hài lòng 60%, hài lòng 35%, bình thường 5% (trên 1.200 phiếu khảo sát).
""",
    "a month of a new commune": """UBND XÃ XỐP
Xốp, ngày 20 tháng 8 năm 2025
BÁO CÁO
Công tác Đề án 06 tháng 8/2025

Kính gửi: Sở Nội vụ tỉnh Quảng Ngãi

Sau sắp xếp, xã Xốp được thành lập từ xã Đăk Choong và xã Xốp cũ.
Phần I. Kết quả
Đã hướng dẫn người dân [[huyện Đắk Glei]] sử dụng ứng dụng VNeID.
Thẻ [[CMND]] hết hạn được đổi sang thẻ căn cước cho 25 trường hợp; [[mười hai trên mười lăm thôn (đạt 85%]]) có tổ hỗ trợ.
Trung tâm Phục vụ hành chính công xã tiếp nhận 120 hồ sơ.
Phần II. Kiến nghị
Đề nghị cấp thêm 02 máy tính, 01 máy quét.
""",
    "the half year of a province far away": """UBND TỈNH GIA LAI
BÁO CÁO
Sơ kết 6 tháng đầu năm 2024 thực hiện Chương trình chuyển đổi số quốc gia
Kính gửi: Bộ Thông tin và Truyền thông
Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ, UBND tỉnh Gia Lai báo cáo như sau:
1. Tình hình thực hiện
Toàn tỉnh cung cấp 1.856 dịch vụ công trực tuyến, trong đó 985 dịch vụ công trực tuyến toàn trình, 871 dịch vụ công trực tuyến một phần.
Tỷ lệ hồ sơ trực tuyến đạt 61,2% (125.340/204.800 hồ sơ). 220/220 xã, phường, thị trấn có mạng chuyên dùng (đạt 100%).
Doanh nghiệp sử dụng nền tảng số: 1.200/4.000 doanh nghiệp (30%). Kinh tế số chiếm 8,5% GRDP. Có 1.576/1.576 thôn, làng có sóng 4G.
Chỉ số DTI năm 2023 xếp thứ 45/63 tỉnh, thành phố, tăng 3 bậc.
2. Kế hoạch 6 tháng cuối năm 2024
Phấn đấu tỷ lệ hồ sơ trực tuyến đạt 75%, thanh toán trực tuyến 60%.
""",
}
PLANTED = re.compile(r"\[\[(.*?)\]\]")


@pytest.mark.parametrize("name", REPORTS)
def test_all_that_was_planted_is_found_and_nothing_else(name):
    text = REPORTS[name]
    found = [f.text for f in findings(report_of(of_text(PLANTED.sub(r"\1", text)))) if f.alarm]
    assert sorted(found) == sorted(PLANTED.findall(text))


def test_our_own_draft_has_nothing_to_mend(tmp_path):
    store = filled(tmp_path)
    store.initialise()
    cube = open_cube(store)
    drafted = compose(sources(store, cube), Order(ROOT, MONTHS[-1], addressed=True), dt.date(2026, 10, 19))
    found = findings(report_of(read(docx(drafted))), Ours(cube))
    store.close()
    assert [f for f in found if f.alarm] == []
    assert len(found) > 5
