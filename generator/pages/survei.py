"""The page of a year's surveys: what visitors thought of the office, and what it does about that."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.isi import Tahun
from generator.model.layanan import Survei
from generator.pages.page import Bahan, Page, jejak_tahun
from generator.progress import bukti_tampil

_KEADAAN = {
    "belum": {"nama": "Belum dikerjakan", "ikon": "○", "kelompok": "rencana"},
    "berjalan": {"nama": "Sedang dikerjakan", "ikon": "►", "kelompok": "berjalan"},
    # The office's own word; what is proven is said by its indikator.
    "selesai": {"nama": "Dilaporkan selesai", "ikon": "?", "kelompok": "diklaim"},
}
"""Words and looks of what became of a recommendation."""


def published_survei(bahan: Bahan, tahun: Tahun) -> tuple[Survei, ...]:
    """Return the surveys of a year that exist on the day of the build."""
    day = bahan.nilai(tahun).hari
    return tuple(survei for survei in tahun.survei if survei.tanggal <= day)


def build_survei(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the page of a year's surveys, if any is published."""
    surveys = published_survei(bahan, tahun)
    if not surveys:
        return
    nilai = bahan.nilai(tahun)
    place = surveys[0].place()
    yield Page(
        alamat=routes.bagian_tahun(tahun, "survei"),
        templat="survei",
        judul=f"Survei {tahun.tahun}",
        deskripsi=f"Hasil survei layanan {tahun.satker.nama} tahun {tahun.tahun} dan tindak lanjutnya.",
        jejak=jejak_tahun(tahun),
        data={
            "daftar_survei": [(survei, _lowest(survei)) for survei in surveys],
            "keadaan": _KEADAAN,
            "tercatat": {bukti.kode for bukti in bukti_tampil(tahun, nilai.log, nilai.hari)},
        },
        tahun=tahun,
        menu="survei",
        singkat="Survei",
        sumber=(place.berkas,),
        baris=place.baris,
    )


def _lowest(survei: Survei) -> tuple[str, ...]:
    """Return the names of the elements with the lowest value; none where all are alike."""
    values = {unsur.nilai for unsur in survei.unsur}
    return tuple(unsur.nama for unsur in survei.unsur if unsur.nilai == min(values)) if len(values) > 1 else ()
