"""The views: each answer is made once in a build, a year reads no other office, and an office's sum can travel."""

from __future__ import annotations

import pickle
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from conftest import KANTOR_CONTOH, view_workspace, year_of

from generator import pages
from generator.build import build_site
from generator.model.isi import walk, walk_bagian
from generator.pages import build_office
from generator.render import Renderer
from generator.sections import SECTIONS
from generator.settings import Workspace
from generator.views import OfficeView, Sections, office, year

HARI = date(2022, 11, 15)
ANSWERS = {
    year: (
        "link_indikator",
        "list_tahap",
        "list_entri",
        "list_bukti_tampil",
        "list_bukti",
        "link_lke",
        "list_lembar_kerja",
        "list_lke",
        "list_laporan",
        "list_terlambat",
        "list_tertunda",
        "list_bulan",
        "list_glances",
        "list_perubahan",
        "find_today",
        "list_publikasi",
        "list_sides",
        "compare_years",
        "walk",
        "walk_bagian",
    ),
    office: ("list_downloads", "summarize_year"),
}
"""What is asked of each year, by the module that asks."""
OF_OFFICE = ("list_latest", "list_kanal", "build_badge")


@pytest.fixture
def two_offices(example_workspace) -> Workspace:
    """The fictitious office and one more that has only a year."""
    first = example_workspace.root / KANTOR_CONTOH
    second = first.with_name("kpu-kabupaten-lain")
    shutil.copytree(first, second, ignore=shutil.ignore_patterns("2023"))
    satker = (second / "satker.yml").read_text(encoding="utf-8")
    (second / "satker.yml").write_text(satker.replace(first.name, second.name), encoding="utf-8")
    return example_workspace


@pytest.mark.slow
def test_each_answer_is_made_once_in_a_build(two_offices, monkeypatch):
    made = Counter[str]()

    def count(module, name):
        work = getattr(module, name)

        def counted(*arguments, **named):
            made[name] += 1
            return work(*arguments, **named)

        monkeypatch.setattr(module, name, counted)

    for module, names in (ANSWERS | {office: (*ANSWERS[office], *OF_OFFICE)}).items():
        for name in names:
            count(module, name)
    build_site(two_offices)
    years, offices = 3, 2
    limit = {name: offices if name in OF_OFFICE else years for name in made}
    assert {name: number for name, number in made.items() if number > limit[name]} == {}
    assert set(made) == {name for names in ANSWERS.values() for name in names} | set(OF_OFFICE)


@pytest.mark.slow
def test_the_squares_of_a_row_are_drawn_once(example_workspace, monkeypatch):
    drawn = Counter[str]()
    work = year.build_squares

    def counted(kosakata, tahun, nilai, indikator):
        drawn[f"{tahun.tahun} {indikator.kode}"] += 1
        return work(kosakata, tahun, nilai, indikator)

    monkeypatch.setattr(year, "build_squares", counted)
    build_site(example_workspace)
    assert set(drawn.values()) == {1}


def bodies(workspace: Workspace, kode: str) -> dict[str, object]:
    """Return the pages of an office as they are shown on a site of all offices of a working space."""
    shown = view_workspace(workspace, HARI)
    renderer = Renderer(workspace, shown, {"beranda": "", "tentang": ""})
    own = next(one for one in shown.offices if one.kantor.satker.kode == kode)
    return {page.alamat: renderer.render(page) for page in build_office(own, {})}


def test_an_office_tells_the_same_whoever_stands_beside_it(two_offices):
    kode = KANTOR_CONTOH.rpartition("/")[2]
    beside = bodies(two_offices, kode)
    shutil.rmtree(two_offices.root / "content/data/kpu-kabupaten-lain")
    assert beside == bodies(two_offices, kode)


def test_what_an_office_says_in_sum_crosses_a_process(example_workspace):
    (own,) = view_workspace(example_workspace, HARI).offices
    raw = pickle.dumps(own.summary)
    assert pickle.loads(raw) == own.summary  # noqa: S301 - our own bytes
    assert b"generator.model.rencana" not in raw, "no record of a plan travels with it"
    assert b"generator.model.isi" not in raw
    assert len(raw) < 100_000


def test_the_walk_passes_every_row_once_in_printed_order(example_workspace):
    tahun = year_of(view_workspace(example_workspace, HARI), 2022).tahun
    rows = [letak.indikator for letak in walk(tahun)]
    assert rows == [one for rencana in tahun.rencana for one in rencana.daftar_indikator()]
    assert [letak.bagian for letak in walk_bagian(tahun)] == [
        bagian for rencana in tahun.rencana for area in rencana.area for bagian in area.bagian
    ]
    with_sub = [letak for letak in walk(tahun) if letak.sub]
    assert with_sub
    assert all(letak.indikator in letak.sub.indikator and letak.induk[-1] is letak.sub for letak in with_sub)


def menus(own: OfficeView, tahun: int) -> set[str]:
    """Return the sections to which the pages of a year belong."""
    return {page.menu for page in build_office(own, {}) if page.year and page.year.tahun.tahun == tahun}


@pytest.mark.parametrize("tahun", [2022, 2023])
def test_a_section_has_pages_exactly_where_its_entry_says_so(example_workspace, tahun):
    (own,) = view_workspace(example_workspace, HARI).offices
    there = {
        section.kode
        for section in SECTIONS.daftar
        for year in own.years
        if year.tahun.tahun == tahun and section.ada(year)
    }
    assert menus(own, tahun) == {section.kode for section in SECTIONS.daftar if section.tingkat} & there


@pytest.mark.parametrize("kode", ["tim", "bukti", "terlambat", "publikasi", "rb", "survei", "indeks"])
def test_a_section_that_its_entry_hides_has_no_page(example_workspace, monkeypatch, kode):
    (own,) = view_workspace(example_workspace, HARI).offices
    shown = menus(own, 2022)
    hidden = tuple(replace(one, ada=lambda _: False) if one.kode == kode else one for one in SECTIONS.daftar)
    monkeypatch.setattr(pages, "SECTIONS", Sections(hidden, SECTIONS.himpunan))
    assert menus(own, 2022) == shown - {kode}
