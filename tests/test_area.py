"""One area for the whole installation: what the pages show is where the reader looks for names."""

from catalogue.area import installed_root
from loaders.understanding.names import whose
from pages.parts import data


def test_the_reader_and_the_pages_serve_the_area_that_is_set(monkeypatch):
    monkeypatch.setenv("CHISO_ROOT", "51.2")
    assert (installed_root(), whose.root.__wrapped__(), data.root.__wrapped__()) == ("51.2", "51.2", "51.2")


def test_without_a_setting_the_delivered_area_is_served(monkeypatch):
    monkeypatch.delenv("CHISO_ROOT", raising=False)
    assert whose.root.__wrapped__() == data.root.__wrapped__() == installed_root() != ""
