"""The page of a year's worksheets (LKE)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, section_marks, trail_year
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
        templat="lke",
        judul=f"LKE Zona Integritas {tahun.tahun}",
        deskripsi=f"Nilai LKE Zona Integritas {tahun.satker.nama} tahun {tahun.tahun} di samping bobot dan ambangnya.",
        jejak=trail_year(tahun),
        data={
            "daftar_lembar": shown,
            "daftar_instrumen": [year.kosakata.instrumen[kode] for kode in used],
            "mandiri": any(one.lembar.penilaian.penilai.jenis == "unit" for one in shown),
        },
        year=year,
        menu="lke-zi",
        singkat="LKE ZI",
        sumber=(place.berkas,),
        baris=place.baris,
        cari=section_marks("lke-zi", year),
    )
