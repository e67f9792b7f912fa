"""The page of the evidence register."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, build_section_marks, build_year_trail
from generator.views import YearView


def build_bukti(year: YearView) -> Iterator[Page]:
    """Yield the register, if it holds anything by the day."""
    tahun = year.tahun
    if not year.bukti:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "bukti"),
        template="bukti",
        judul=f"Bukti {tahun.tahun}",
        deskripsi=f"Daftar bukti {tahun.satker.nama} tahun {tahun.tahun}: apa, kapan, di mana, untuk indikator mana.",
        jejak=build_year_trail(tahun),
        data={"daftar_bukti": year.bukti, "terbuka": sum(one.bukti.terbuka for one in year.bukti)},
        year=year,
        menu="bukti",
        sumber=tuple(dict.fromkeys(bukti.place().file for bukti in tahun.bukti)),
        cari=build_section_marks("bukti", year),
    )
