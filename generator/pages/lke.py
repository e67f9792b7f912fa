"""The page of a year's worksheets (LKE)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, build_section_marks, build_year_trail
from generator.views import YearView


def build_lke(year: YearView) -> Iterator[Page]:
    """Yield the page of a year's worksheets, if any exists on the day."""
    shown, tahun = year.lke, year.tahun
    if not shown:
        return
    place = shown[0].lembar.penilaian.place()
    used = dict.fromkeys(one.lembar.instrumen.kode for one in shown)
    yield Page(
        alamat=routes.lke(tahun),
        template="lke",
        judul=f"LKE Zona Integritas {tahun.tahun}",
        deskripsi=f"Nilai LKE Zona Integritas {tahun.satker.nama} tahun {tahun.tahun} di samping bobot dan ambangnya.",
        jejak=build_year_trail(tahun),
        data={
            "daftar_lembar": shown,
            "daftar_instrumen": [year.kosakata.instrumen[kode] for kode in used],
            "mandiri": any(one.lembar.penilaian.penilai.jenis == "unit" for one in shown),
        },
        year=year,
        menu="lke-zi",
        short_title="LKE ZI",
        sumber=(place.file,),
        line=place.line,
        cari=build_section_marks("lke-zi", year),
    )
