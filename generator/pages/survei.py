"""The page of a year's surveys: what visitors thought of the office, and what it does about that."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.layanan import Survei
from generator.pages.page import Page, build_section_marks, build_year_trail
from generator.views import YearView

_KEADAAN = {
    "belum": {"nama": "Belum dikerjakan", "ikon": "○", "kelompok": "rencana"},
    "berjalan": {"nama": "Sedang dikerjakan", "ikon": "►", "kelompok": "berjalan"},
    # Only the office's word, hence the sign of a claim; the indikator shows what is proven.
    "selesai": {"nama": "Dilaporkan selesai", "ikon": "?", "kelompok": "diklaim"},
}
"""Words and looks of what became of a recommendation."""


def build_survei(year: YearView) -> Iterator[Page]:
    """Yield the page of a year's surveys, if any is published."""
    if not year.survei:
        return
    tahun, place = year.tahun, year.survei[0].place()
    yield Page(
        alamat=routes.bagian_tahun(tahun, "survei"),
        template="survei",
        judul=f"Survei {tahun.tahun}",
        deskripsi=f"Hasil survei layanan {tahun.satker.nama} tahun {tahun.tahun} dan tindak lanjutnya.",
        jejak=build_year_trail(tahun),
        data={
            "daftar_survei": [(survei, _lowest(survei)) for survei in year.survei],
            "keadaan": _KEADAAN,
            "tercatat": {bukti.kode for bukti in year.bukti_tampil},
        },
        year=year,
        menu="survei",
        short_title="Survei",
        sumber=(place.file,),
        line=place.line,
        cari=build_section_marks("survei", year),
    )


def _lowest(survei: Survei) -> tuple[str, ...]:
    """Return the names of the elements with the lowest value; none where all are alike."""
    values = {unsur.nilai for unsur in survei.unsur}
    return tuple(unsur.nama for unsur in survei.unsur if unsur.nilai == min(values)) if len(values) > 1 else ()
