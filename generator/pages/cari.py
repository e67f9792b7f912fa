"""The search page, and how the other pages stand in the search index."""

from __future__ import annotations

from dataclasses import dataclass

from generator import routes
from generator.pages.page import Bahan, Page, Tautan, nama_area

_JENIS = {
    "kantor": "Kantor",
    "kanal": "Kanal",
    "layanan": "Layanan",
    "area": "Area",
    "bukti": "Bukti",
    "tim": "Tim",
    "survei": "Survei",
    "lke": "LKE ZI",
    "keputusan": "Keputusan",
}
"""The kind of a page by its template. Pages that only order the same rows anew are not searched."""


def build_cari(bahan: Bahan) -> Page:
    """Return the search page: the offices to choose from, and the words that mean the same."""
    offices = [kantor.satker for kantor in bahan.isi.kantor]
    real = [satker for satker in offices if not satker.contoh]
    return Page(
        alamat=routes.CARI,
        templat="cari",
        judul="Cari",
        deskripsi="Cari kata dalam kegiatan, indikator, keputusan, bukti, dan layanan sebuah kantor.",
        jejak=(Tautan("Beranda", routes.PORTAL),),
        data={
            "bercari": bahan.bercari,
            "daftar_satker": sorted(offices, key=lambda satker: satker.contoh),
            "terpilih": next(iter(real or offices)).kode if len(real or offices) == 1 else None,
            "padanan": [istilah for istilah in bahan.isi.kosakata.istilah if istilah.padanan_cari],
        },
        pencarian=bahan.bercari,
    )


@dataclass(frozen=True, slots=True)
class SearchMarks:
    """What the search index says of a page beside its words: what the search page filters by."""

    jenis: str
    tahun: str | None = None
    area: str | None = None


def search_marks(page: Page) -> SearchMarks | None:
    """Return what the index says of a page beside its words; None for a page that is not searched."""
    rencana, area = page.data.get("rencana"), page.data.get("area")
    jenis = rencana.rezim.label.bagian if page.templat == "bagian" and rencana else _JENIS.get(page.templat)
    if jenis is None:
        return None
    return SearchMarks(
        jenis=jenis,
        tahun=str(page.tahun.tahun) if page.tahun else None,
        area=nama_area(area, rencana.rezim) if rencana and area else None,
    )
