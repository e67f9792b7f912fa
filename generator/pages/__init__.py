"""Which pages there are and what each shows; how they look is theme/pages/."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.banding import build_banding
from generator.pages.bukti import build_bukti
from generator.pages.bulan import build_bulan
from generator.pages.cari import build_cari
from generator.pages.kamus import build_kamus
from generator.pages.keputusan import build_keputusan
from generator.pages.laporan import build_laporan
from generator.pages.lembar import build_lembar
from generator.pages.lke import build_lke
from generator.pages.page import Bahan, Page
from generator.pages.perubahan import build_perubahan, build_perubahan_kantor
from generator.pages.publikasi import build_publikasi, list_publikasi
from generator.pages.rencana import build_rencana
from generator.pages.survei import build_survei
from generator.pages.tahun import build_tahun
from generator.pages.tahun_lalu import build_tahun_lalu
from generator.pages.terlambat import build_terlambat
from generator.pages.tim import build_tim
from generator.pages.umum import build_indeks, build_kantor, build_portal, build_tentang


def build_pages(bahan: Bahan) -> Iterator[Page]:
    """Yield every page of the site; a page for which there is no data does not exist."""
    yield build_portal(bahan)
    yield build_tentang(bahan.isi)
    yield build_kamus(bahan.isi)
    yield build_indeks(bahan.isi)
    yield build_cari(bahan)
    yield from build_banding(bahan)
    for kantor in bahan.isi.kantor:
        yield from build_kantor(bahan, kantor)
        yield from build_perubahan_kantor(bahan, kantor)
        for tahun in kantor.tahun:
            yield from build_tahun(bahan, tahun)
            for rencana in tahun.rencana:
                yield from build_rencana(bahan, tahun, rencana)
            yield from build_bulan(bahan, tahun)
            yield from build_terlambat(bahan, tahun)
            yield from build_bukti(bahan, tahun)
            yield from build_laporan(bahan, tahun)
            register = list_publikasi(bahan, tahun)
            yield from build_publikasi(bahan, tahun, register)
            yield from build_lembar(bahan, tahun, register)
            yield from build_perubahan(bahan, tahun)
            yield from build_tim(tahun)
            yield from build_survei(bahan, tahun)
            yield from build_lke(bahan, tahun)
            yield from build_tahun_lalu(bahan, tahun)
            for keputusan in tahun.keputusan:
                yield from build_keputusan(tahun, keputusan)
