"""What a page is, and the trails to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import routes
from generator.model.isi import Kantor, Rencana, Tahun, walk_area
from generator.model.kantor import Satker
from generator.model.rencana import Area, Butir
from generator.sections import SECTIONS
from generator.views import YearView
from generator.views.names import Link, name_area

HOME = (Link("Beranda", routes.PORTAL),)
"""The trail to a page of the whole site."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page before rendering."""

    alamat: str
    template: str
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
    line: int = 1
    """The line of the first of them where an editor should start."""
    short_title: str | None = None
    """The page's name at the end of its own trail, where the title would repeat the trail."""
    indexed: bool = True
    """Whether search engines may list the page."""
    cari: Mapping[str, str] | None = None
    """What the search says of the page beside its words, its kind first; None for a page that is not searched."""
    is_search: bool = False
    """Whether this is the search page, which alone loads the search and needs WebAssembly."""

    @property
    def tahun(self) -> Tahun | None:
        """The office's year that the page belongs to, as the data have it."""
        return self.year.tahun if self.year else None


def build_section_marks(kode: str, year: YearView | None = None) -> dict[str, str]:
    """Return the search marks of a page of a section, which must be one that is searched."""
    jenis = SECTIONS.named(kode).cari
    assert jenis is not None, kode  # noqa: S101 - only searched sections ask
    return build_search_marks(jenis, year)


def build_search_marks(
    jenis: str, year: YearView | None = None, area: str | None = None, kode: str | None = None
) -> dict[str, str]:
    """Return the marks by which the search can filter a page, or find it.

    Args:
        jenis: what kind of page it is.
        year: the year that it belongs to, if any.
        area: what the area is called that it belongs to, if any.
        kode: the kode of the one record that it shows, if any.
    """
    marks = {"jenis": jenis, "tahun": str(year.tahun.tahun) if year else None, "area": area, "kode": kode}
    return {key: value for key, value in marks.items() if value}


def build_office_trail(satker: Satker) -> tuple[Link, ...]:
    """Return the trail to an office."""
    return (*HOME, Link(satker.nama, routes.kantor(satker)))


def build_year_trail(tahun: Tahun) -> tuple[Link, ...]:
    """Return the trail to an office's year."""
    return (*build_office_trail(tahun.satker), Link(str(tahun.tahun), routes.tahun(tahun)))


def build_plan_trail(tahun: Tahun, rencana: Rencana) -> tuple[Link, ...]:
    """Return the trail to a plan."""
    return (*build_year_trail(tahun), Link(f"Rencana {rencana.jenis.upper()}", routes.rencana(tahun, rencana.jenis)))


def build_area_trail(tahun: Tahun, rencana: Rencana, area: Area) -> tuple[Link, ...]:
    """Return the trail to an area."""
    return (
        *build_plan_trail(tahun, rencana),
        Link(name_area(area, rencana.rezim), routes.area(tahun, rencana, area)),
    )


def find_source(*records: Butir) -> tuple[tuple[str, ...], int]:
    """Return the files that hold the records, and the line of the first record."""
    places = [record.place() for record in records]
    return tuple(dict.fromkeys(place.file for place in places)), places[0].line if places else 1


def list_plan_files(tahun: Tahun) -> tuple[str, ...]:
    """Return the files of all plans of a year."""
    return tuple(letak.berkas.place().file for letak in walk_area(tahun))


def find_settings_file(tahun: Tahun) -> tuple[str, ...]:
    """Return the file of a year's settings: the source of a page that gathers from all its files."""
    return (f"{tahun.folder}/tahun.yml",)
