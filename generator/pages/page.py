"""What a page is, and the trails to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import routes
from generator.model.isi import Kantor, Rencana, Tahun
from generator.model.kantor import Satker
from generator.model.letak import walk_area
from generator.model.rencana import Area, Butir
from generator.sections import SECTIONS
from generator.views import YearView
from generator.views.names import Link, nama_area

HOME = (Link("Beranda", routes.PORTAL),)
"""The trail to a page of the whole site."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page before rendering."""

    alamat: str
    templat: str
    """Name of its template in theme/pages/, without endings."""
    judul: str
    deskripsi: str
    jejak: tuple[Link, ...] = ()
    """The way from the portal to the page's parent."""
    data: Mapping[str, Any] = field(default_factory=dict)
    kantor: Kantor | None = None
    """The office that the page belongs to, if any."""
    year: YearView | None = None
    """The office's year that the page belongs to, if any."""
    menu: str = ""
    """Which entry of the year's menu is current: a section's kode, such as rb."""
    sumber: tuple[str, ...] = ()
    """The data files that the page shows."""
    baris: int = 1
    """The line of the first of them where an editor should start."""
    singkat: str | None = None
    """The page's name at the end of its own trail, where the title would repeat the trail."""
    terindeks: bool = True
    """Whether search engines may list the page."""
    cari: Mapping[str, str] | None = None
    """What the search says of the page beside its words, its kind first; None for a page that is not searched."""
    pencarian: bool = False
    """Whether this is the search page, which alone loads the search and needs WebAssembly."""

    @property
    def tahun(self) -> Tahun | None:
        """The office's year that the page belongs to, as the data have it."""
        return self.year.tahun if self.year else None


def section_marks(kode: str, year: YearView | None = None) -> dict[str, str]:
    """Return the search marks of a page of a section, which must be one that is searched."""
    jenis = SECTIONS.named(kode).cari
    assert jenis is not None, kode  # noqa: S101 - only searched sections ask
    return search_marks(jenis, year)


def search_marks(jenis: str, year: YearView | None = None, area: str | None = None) -> dict[str, str]:
    """Return the marks by which the search can filter a page.

    Args:
        jenis: what kind of page it is.
        year: the year that it belongs to, if any.
        area: what the area is called that it belongs to, if any.
    """
    marks = {"jenis": jenis, "tahun": str(year.tahun.tahun) if year else None, "area": area}
    return {key: value for key, value in marks.items() if value}


def trail_office(satker: Satker) -> tuple[Link, ...]:
    """Return the trail to an office."""
    return (*HOME, Link(satker.nama, routes.kantor(satker)))


def trail_year(tahun: Tahun) -> tuple[Link, ...]:
    """Return the trail to an office's year."""
    return (*trail_office(tahun.satker), Link(str(tahun.tahun), routes.tahun(tahun)))


def trail_plan(tahun: Tahun, rencana: Rencana) -> tuple[Link, ...]:
    """Return the trail to a plan."""
    return (*trail_year(tahun), Link(f"Rencana {rencana.jenis.upper()}", routes.rencana(tahun, rencana.jenis)))


def trail_area(tahun: Tahun, rencana: Rencana, area: Area) -> tuple[Link, ...]:
    """Return the trail to an area."""
    return (
        *trail_plan(tahun, rencana),
        Link(nama_area(area, rencana.rezim), routes.area(tahun, rencana, area)),
    )


def source_of(*records: Butir) -> tuple[tuple[str, ...], int]:
    """Return the files that hold the records, and the line of the first record."""
    places = [record.place() for record in records]
    return tuple(dict.fromkeys(place.berkas for place in places)), places[0].baris if places else 1


def plan_files(tahun: Tahun) -> tuple[str, ...]:
    """Return the files of all plans of a year."""
    return tuple(letak.berkas.place().berkas for letak in walk_area(tahun))


def settings_file(tahun: Tahun) -> tuple[str, ...]:
    """Return the file of a year's settings: the source of a page that gathers from all its files."""
    return (f"{tahun.folder}/tahun.yml",)
