"""The search page."""

from __future__ import annotations

from generator import routes
from generator.pages.page import HOME, Page
from generator.views import SiteView


def build_search(site: SiteView) -> Page:
    """Return the search page: the offices to choose from, and the words that mean the same."""
    offices = [summary.satker for summary in site.summaries]
    real = [satker for satker in offices if not satker.contoh]
    return Page(
        alamat=routes.CARI,
        template="cari",
        judul="Cari",
        deskripsi="Cari kata dalam kegiatan, indikator, keputusan, bukti, dan layanan sebuah kantor.",
        jejak=HOME,
        data={
            "bercari": site.with_search,
            # Real offices first; the fictitious one is for trying things out.
            "daftar_satker": sorted(offices, key=lambda satker: satker.contoh),
            "terpilih": next(iter(real or offices)).kode if len(real or offices) == 1 else None,
            "padanan": [istilah for istilah in site.kosakata.istilah if istilah.padanan_cari],
        },
        is_search=site.with_search,
    )
