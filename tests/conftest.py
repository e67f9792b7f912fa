"""Fixtures that several test modules share. Only the fictitious office is read, and only as a copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.settings import Ruang

AKAR = Path(__file__).parent.parent
KANTOR_CONTOH = "content/data/kpu-kabupaten-contoh"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the golden pages anew."""
    parser.addoption("--tulis-golden", action="store_true", help="write the golden pages anew")


def copy_ruang(folder: Path) -> Ruang:
    """Return a working space of its own: the fictitious office, the pages, the settings."""
    for name in (KANTOR_CONTOH, "content/halaman"):
        shutil.copytree(AKAR / name, folder / name)
    for name in ("site_config/situs.yml", "mkdocs.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(AKAR / name, folder / name)
    return Ruang(folder)


@pytest.fixture
def ruang_contoh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ruang:
    """A working space of its own, to be broken at will; no date comes from outside."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return copy_ruang(tmp_path)
