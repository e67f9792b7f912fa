"""All that a site tells: its offices, what its own pages need of them, and each year's menu."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator import routes
from generator.model.isi import Isi, Kantor, Kosakata, Tahun
from generator.model.perubahan import RiwayatTahun
from generator.model.situs import Situs
from generator.progress import Penilaian
from generator.views.office import UNREAD, OfficeView
from generator.views.section import Sections
from generator.views.summary import OfficeSummary
from generator.views.two_years import list_shared_plans
from generator.views.year import YearView


@dataclass(frozen=True, slots=True)
class ButirMenu:
    """One entry: a section of the year."""

    nama: str
    judul: str
    alamat: str
    tingkat: int
    """1: always in the bar; 2: in the bar where there is room; 3: always behind "Lainnya"."""


def list_menu(year: YearView) -> tuple[ButirMenu, ...]:
    """Return the sections of a year that exist, in the order of the menu."""
    return tuple(
        ButirMenu(
            section.kode,
            section.judul_menu(year) if section.judul_menu else section.judul,
            section.alamat(year),
            section.tingkat,
        )
        for section in year.sections.daftar
        if section.tingkat is not None and section.ada(year)
    )


@dataclass(frozen=True, eq=False)
class SiteView:
    """Every office of a site; pages about all offices read only their summaries."""

    situs: Situs
    kosakata: Kosakata
    offices: tuple[OfficeView, ...]
    with_search: bool = True
    """Whether search indexes are made once the site is finished."""

    @cached_property
    def summaries(self) -> tuple[OfficeSummary, ...]:
        """The summary of each office."""
        return tuple(office.summary for office in self.offices)

    def years(self) -> Iterator[YearView]:
        """Yield every year of every office."""
        for office in self.offices:
            yield from office.years


@dataclass(frozen=True, slots=True)
class SiteMaterial:
    """What the view of a site is made from: its content, its state on one day, its history."""

    sections: Sections[YearView]
    isi: Isi
    penilaian: Mapping[str, Penilaian]
    """By the address of the year."""
    riwayat: Mapping[str, RiwayatTahun]
    """By the address of the office or year; empty where no history was read."""
    hari: Mapping[str, date] = field(default_factory=dict)
    """The day that decides which year of an office runs, by its kode, where it is known."""
    with_packs: bool = True
    """Whether proof packs are made once the site is finished."""
    with_search: bool = True
    """Whether search indexes are made once the site is finished."""


def build_site_view(material: SiteMaterial) -> SiteView:
    """Return the view of a site."""
    offices = tuple(build_office_view(material, kantor) for kantor in material.isi.kantor)
    return SiteView(material.isi.situs, material.isi.kosakata, offices, with_search=material.with_search)


def build_office_view(material: SiteMaterial, kantor: Kantor) -> OfficeView:
    """Return the view of an office; each of its years knows the year before, if both have a like plan here."""
    views: dict[int, YearView] = {}
    # Oldest first: a year's view needs that of the year before.
    for tahun in sorted(kantor.tahun, key=lambda tahun: tahun.tahun):
        views[tahun.tahun] = _view_year(material, kantor, tahun, views.get(tahun.tahun - 1))
    return OfficeView(
        kantor,
        tuple(views[tahun.tahun] for tahun in kantor.tahun),
        material.riwayat.get(routes.kantor(kantor.satker), UNREAD),
        material.hari.get(kantor.satker.kode),
        with_packs=material.with_packs,
    )


def _view_year(material: SiteMaterial, kantor: Kantor, tahun: Tahun, before: YearView | None) -> YearView:
    address = routes.tahun(tahun)
    return YearView(
        material.sections,
        material.isi.situs,
        material.isi.kosakata,
        kantor,
        tahun,
        material.penilaian[address],
        material.riwayat.get(address),
        before if before and list_shared_plans(before.tahun, tahun) else None,
    )
