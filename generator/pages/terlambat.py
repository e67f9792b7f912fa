"""The page of what is late; only for offices that report here."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, settings_file, trail_year
from generator.views import YearView


def build_terlambat(year: YearView) -> Iterator[Page]:
    """Yield the list of what is late, if the office reports here by the day."""
    if not year.melapor:
        return
    tahun = year.tahun
    yield Page(
        alamat=routes.bagian_tahun(tahun, "terlambat"),
        templat="terlambat",
        judul=f"Terlambat {tahun.tahun}",
        deskripsi=f"Yang terlambat dikerjakan {tahun.satker.nama} pada {tahun.tahun}, sejak kapan, dan mengapa.",
        jejak=trail_year(tahun),
        data={"terlambat": year.terlambat, "tertunda": year.tertunda},
        year=year,
        menu="terlambat",
        sumber=settings_file(tahun),
    )
