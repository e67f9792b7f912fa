"""The page that shows a year beside the one before."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, build_year_trail, find_settings_file
from generator.views import YearView


def build_tahun_lalu(year: YearView) -> Iterator[Page]:
    """Yield the page of a year, if the office has plans of the year before too."""
    tahun, two, before = year.tahun, year.dua_tahun, year.before
    if two is None or before is None:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "tahun-lalu"),
        template="tahun_lalu",
        judul=f"{tahun.tahun} di samping {two.lalu.tahun}",
        deskripsi=f"Rencana {tahun.satker.nama} {two.lalu.tahun} dan {tahun.tahun} berdampingan menurut kodenya.",
        jejak=build_year_trail(tahun),
        data={
            "dua": two,
            "per_lalu": before.nilai.per_tanggal,
            "per_kini": year.nilai.per_tanggal,
            "ringkasan": [(one.tahun, one.summarize(letak.indikator for letak in one.letak)) for one in (before, year)],
        },
        year=year,
        menu="tahun-lalu",
        sumber=find_settings_file(tahun),
    )
