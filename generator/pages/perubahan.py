"""Changes of the data: a page per year, and one with the latest of an office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import routes
from generator.model.letak import walk_area
from generator.pages.page import Page, build_office_trail, build_year_trail, find_settings_file
from generator.views import OfficeView, YearView
from generator.views.changes import list_saved, select_about
from generator.views.names import Link, name_area
from generator.views.office import UNREAD

_LATEST = 20
"""Most commits on an office's own page."""


def build_perubahan(year: YearView) -> Iterator[Page]:
    """Yield the page of a year's differences; where the history is not known it says why."""
    tahun, riwayat = year.tahun, year.riwayat or UNREAD
    yield Page(
        alamat=routes.perubahan(tahun),
        template="perubahan",
        judul=f"Perubahan {tahun.tahun}",
        deskripsi=f"Apa yang berubah dalam data {tahun.satker.nama} tahun {tahun.tahun}, kapan, dan oleh commit mana.",
        jejak=build_year_trail(tahun),
        data={
            "riwayat": riwayat,
            "simpan": list_saved(year.perubahan),
            "menurut_area": list(_by_area(year)),
            "umpan": routes.umpan(tahun.satker) if riwayat.sebab is None else None,
        },
        year=year,
        menu="perubahan",
        sumber=find_settings_file(tahun),
    )


def _by_area(year: YearView) -> Iterator[tuple[Link, int, date]]:
    """Yield each changed area: a link to its history, the number of changes, the day of the latest."""
    for letak in walk_area(year.tahun):
        rencana, area = letak.rencana, letak.area
        own = select_about(year.perubahan, rencana.jenis, area.kode)
        if own:
            name = f"{rencana.jenis.upper()}: {name_area(area, rencana.rezim)}"
            link = Link(name, f"{routes.area(year.tahun, rencana, area)}#riwayat")
            yield link, len(own), own[0].perubahan.commit.tanggal


def build_perubahan_kantor(office: OfficeView) -> Iterator[Page]:
    """Yield the page of the latest differences of an office, in all its years and its own data."""
    kantor, riwayat = office.kantor, office.riwayat
    yield Page(
        alamat=routes.perubahan_kantor(kantor.satker),
        template="perubahan_kantor",
        judul="Perubahan",
        deskripsi=f"Apa yang terakhir berubah dalam data {kantor.satker.nama}.",
        jejak=build_office_trail(kantor.satker),
        data={
            "kantor": kantor,
            "riwayat": riwayat,
            "simpan": office.terakhir[:_LATEST],
            "daftar_tahun": [(year.tahun, len(year.perubahan)) for year in office.years],
            "umpan": routes.umpan(kantor.satker) if riwayat.sebab is None else None,
        },
        kantor=kantor,
        sumber=(kantor.satker.place().file,),
    )
