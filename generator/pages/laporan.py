"""The pages of the reports that are made from the log."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, build_year_trail
from generator.text import format_periode
from generator.views import YearView


def build_laporan(year: YearView) -> Iterator[Page]:
    """Yield a page for each report; a period without entries of the office has none."""
    tahun = year.tahun
    for laporan in year.laporan:
        name = format_periode(laporan.periode)
        yield Page(
            alamat=routes.laporan(tahun, laporan.periode),
            template="laporan",
            judul=f"Laporan {name}",
            deskripsi=f"Realisasi rencana aksi {tahun.satker.nama} {name}: jatuh tempo, dikerjakan, terhambat.",
            jejak=build_year_trail(tahun),
            data={"laporan": laporan, "periode_lain": [one.periode for one in year.laporan if one is not laporan]},
            year=year,
            menu="laporan",
            sumber=laporan.sumber,
        )
