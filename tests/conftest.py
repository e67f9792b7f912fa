"""Fixtures that several test modules share. Only the fictitious office is read, and only as a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.history import Riwayat
from generator.inspect import assess_years, check_content
from generator.model.isi import Isi, Tahun
from generator.model.perubahan import RiwayatTahun
from generator.progress import Penilaian
from generator.sections import SECTIONS
from generator.settings import Ruang
from generator.views import SiteView, YearView
from generator.views.site import SiteMaterial, view_site

AKAR = Path(__file__).parent.parent
KANTOR_CONTOH = "content/data/kpu-kabupaten-contoh"
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that write what is expected anew."""
    parser.addoption("--tulis-golden", action="store_true", help="write the golden pages anew")
    parser.addoption("--tulis-salah", action="store_true", help="write the expected lines of the cases in tests/salah")


def copy_ruang(folder: Path) -> Ruang:
    """Return a working space of its own: the fictitious office, the pages, the settings."""
    for name in (KANTOR_CONTOH, "content/halaman"):
        shutil.copytree(AKAR / name, folder / name)
    for name in ("site_config/situs.yml", "mkdocs.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(AKAR / name, folder / name)
    return Ruang(folder)


def build_situs(folder: Path, *setelan: str, nyata: bool = False) -> Path:
    """Build the fictitious office's site with a history and some more settings, and return its folder.

    Args:
        folder: where the working space goes.
        setelan: lines for situs.yml.
        nyata: whether the office passes for a real one.
    """
    ruang = copy_ruang(folder)
    with ruang.situs.open("a", encoding="utf-8") as settings:
        settings.writelines(f"\n{line}\n" for line in setelan)
    office = folder / KANTOR_CONTOH / "satker.yml"
    if nyata:
        office.write_text(office.read_text(encoding="utf-8").replace("contoh: ya\n", ""), encoding="utf-8")
    commit(folder)
    subprocess.run([sys.executable, "-m", "generator", "bangun"], cwd=folder, check=True, capture_output=True)
    return folder / "site"


def view(isi: Isi, states: Mapping[str, Penilaian], riwayat: Mapping[str, RiwayatTahun] | None = None) -> SiteView:
    """Return what a site tells of some content."""
    return view_site(SiteMaterial(SECTIONS, isi, states, riwayat or {}))


def view_ruang(ruang: Ruang, day: date | None, riwayat: Mapping[str, RiwayatTahun] | None = None) -> SiteView:
    """Return what the site of a working space tells on a day; its content has no mistakes."""
    isi, findings = check_content(ruang, day)
    assert isi is not None, findings
    return view(isi, assess_years(isi, Riwayat(ruang.akar), day)[0], riwayat)


def year_of(site: SiteView, tahun: Tahun | int) -> YearView:
    """Return the view of a year: of the very record, or the first of that number."""
    return next(year for year in site.years() if year.tahun is tahun or year.tahun.tahun == tahun)


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular, whatever this machine's own settings say, and return what it prints."""
    nobody = {f"GIT_{who}_{what}": "x@contoh.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | nobody | alone, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Put all of a folder into git, in a repository of its own where there is none, and return the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "simpan")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def ruang_contoh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ruang:
    """A working space of its own, to be broken at will; no date comes from outside."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return copy_ruang(tmp_path)


@pytest.fixture(scope="session")
def peramban():
    """The system's own Chromium; one for the whole run, since Playwright allows no second beside it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for the tests that need it

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()
