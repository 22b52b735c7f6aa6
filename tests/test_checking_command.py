"""python -m report check where nothing has been set up."""

from __future__ import annotations

from report.__main__ import main


def test_without_a_store_it_says_so_and_leaves_no_file(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CHISO_DATABASE_URL", f"sqlite:///{tmp_path / 'none' / 'store.db'}")
    report = tmp_path / "report.txt"
    report.write_text("BÁO CÁO\n\nCó 45/60 thôn có nhà văn hóa (đạt 85%).", encoding="utf-8")
    assert main(["check", str(report)]) == 1
    assert "Chưa có kho số liệu" in capsys.readouterr().err
    assert not (tmp_path / "none" / "store.db").exists()
