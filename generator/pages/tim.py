"""The roster of a year: who is responsible."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.letak import walk_area
from generator.pages.page import Page, build_section_marks, build_year_trail
from generator.views import YearView
from generator.views.rows import find_tim


def build_tim(year: YearView) -> Iterator[Page]:
    """Yield the roster page, if the year has a roster; search engines are asked not to list its names."""
    tahun = year.tahun
    if tahun.daftar_tim is None:
        return
    by_tim = {
        tim.kode: [(one.rencana, one.area) for one in walk_area(tahun) if find_tim(tahun, one.area) is tim]
        for tim in tahun.tim
    }
    yield Page(
        alamat=routes.bagian_tahun(tahun, "tim"),
        template="tim",
        judul=f"Tim {tahun.tahun}",
        deskripsi=f"Tim Reformasi Birokrasi {tahun.satker.nama} tahun {tahun.tahun}: anggota, kedudukan, dan tugas.",
        jejak=build_year_trail(tahun),
        data={
            "daftar_tim": tahun.daftar_tim,
            "keputusan": tahun.keputusan_berkode(tahun.daftar_tim.keputusan),
            "area_tim": by_tim,
        },
        year=year,
        menu="tim",
        sumber=(tahun.daftar_tim.place().file,),
        indexed=False,
        cari=build_section_marks("tim", year),
    )
