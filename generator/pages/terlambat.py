"""The page of what is late; only for offices that report here."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, build_year_trail, find_settings_file
from generator.views import YearView


def build_terlambat(year: YearView) -> Iterator[Page]:
    """Yield the list of what is late, if the office reports here by the day."""
    if not year.melapor:
        return
    tahun = year.tahun
    yield Page(
        alamat=routes.bagian_tahun(tahun, "terlambat"),
        template="terlambat",
        judul=f"Terlambat {tahun.tahun}",
        deskripsi=f"Yang terlambat dikerjakan {tahun.satker.nama} pada {tahun.tahun}, sejak kapan, dan mengapa.",
        jejak=build_year_trail(tahun),
        data={"terlambat": year.terlambat, "tertunda": year.tertunda},
        year=year,
        menu="terlambat",
        sumber=find_settings_file(tahun),
    )
