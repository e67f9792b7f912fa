"""The lists of a year: its evidence, its teams, its worksheets (LKE)."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.pages.page import Page, build_section_marks, build_year_trail
from generator.views import YearView
from generator.views.tim import list_areas_of_tim, list_tim


def build_bukti(year: YearView) -> Iterator[Page]:
    """Yield the register of evidence."""
    tahun = year.tahun
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


def build_tim(year: YearView) -> Iterator[Page]:
    """Yield the roster page; search engines are asked not to list its names."""
    tahun = year.tahun
    assert tahun.daftar_tim is not None  # noqa: S101 - its section says so
    other = dict.fromkeys(tim.keputusan for tim in tahun.tim if tim.keputusan)
    yield Page(
        alamat=routes.bagian_tahun(tahun, "tim"),
        template="tim",
        judul=f"Tim {tahun.tahun}",
        deskripsi=f"Tim Reformasi Birokrasi {tahun.satker.nama} tahun {tahun.tahun}: anggota, kedudukan, dan tugas.",
        jejak=build_year_trail(tahun),
        data={
            "daftar_tim": tahun.daftar_tim,
            "keputusan": tahun.keputusan_berkode(tahun.daftar_tim.keputusan),
            "keputusan_lain": [tahun.keputusan_berkode(kode) for kode in other if kode != tahun.daftar_tim.keputusan],
            "daftar_berlaku": list_tim(tahun),
            "hari": year.nilai.per_tanggal,
            "area_tim": list_areas_of_tim(tahun),
        },
        year=year,
        menu="tim",
        sumber=(tahun.daftar_tim.place().file,),
        indexed=False,
        cari=build_section_marks("tim", year),
    )


def build_lke(year: YearView) -> Iterator[Page]:
    """Yield the page of a year's worksheets."""
    shown, tahun = year.lke, year.tahun
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
