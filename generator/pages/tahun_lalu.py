"""The page that shows a year beside the one before."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, settings_file, trail_year
from generator.views import YearView


def build_tahun_lalu(year: YearView) -> Iterator[Page]:
    """Yield the page of a year, if the office has plans of the year before too."""
    tahun, two, before = year.tahun, year.dua_tahun, year.before
    if two is None or before is None:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "tahun-lalu"),
        templat="tahun_lalu",
        judul=f"{tahun.tahun} di samping {two.lalu.tahun}",
        deskripsi=f"Rencana {tahun.satker.nama} {two.lalu.tahun} dan {tahun.tahun} berdampingan menurut kodenya.",
        jejak=trail_year(tahun),
        data={
            "dua": two,
            "per_lalu": before.nilai.per_tanggal,
            "per_kini": year.nilai.per_tanggal,
            "ringkasan": [(one.tahun, one.ringkas(letak.indikator for letak in one.letak)) for one in (before, year)],
        },
        year=year,
        menu="tahun-lalu",
        sumber=settings_file(tahun),
    )
