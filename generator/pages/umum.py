"""Pages of the whole site and of an office: portal, office, channels, about, index."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.isi import Isi, Kantor, Rencana, Tahun
from generator.pages.kanal import build_kanal
from generator.pages.layanan import build_layanan, has_layanan
from generator.pages.page import Bahan, Page, Ringkasan, Tautan, ringkas, semua_bagian
from generator.pages.sematan import embedded
from generator.pages.survei import published_survei
from generator.pages.tahun import sekilas
from generator.progress import BATAS_BASI, lke_tampil

_BERANDA = (Tautan("Beranda", routes.PORTAL),)


def build_portal(bahan: Bahan) -> Page:
    """Return the front page: what this is, and every office with where it stands."""
    isi = bahan.isi
    real = [kantor for kantor in isi.kantor if not kantor.satker.contoh]
    only = next((tahun for tahun in real[0].tahun if tahun.rencana), None) if len(real) == 1 else None
    return Page(
        alamat=routes.PORTAL,
        templat="portal",
        judul=isi.situs.nama,
        deskripsi=isi.situs.deskripsi,
        data={
            "satu_satunya": (only, sekilas(bahan, only)) if only else None,
            "sungguhan": [_kantor_row(bahan, kantor) for kantor in real],
            "contoh": [_kantor_row(bahan, kantor) for kantor in isi.kantor if kantor.satker.contoh],
        },
    )


def _kantor_row(bahan: Bahan, kantor: Kantor) -> dict[str, object]:
    """Return an office with the counts of each plan of its newest year."""
    newest = kantor.tahun[0] if kantor.tahun else None
    return {
        "kantor": kantor,
        "tahun": newest,
        "nilai": bahan.nilai(newest) if newest else None,
        "rencana": _plans(bahan, newest) if newest else [],
    }


def _plans(bahan: Bahan, tahun: Tahun) -> list[tuple[Rencana, Ringkasan]]:
    return [(rencana, ringkas(bahan, tahun, rencana.daftar_indikator())) for rencana in tahun.rencana]


def build_kantor(bahan: Bahan, kantor: Kantor) -> Iterator[Page]:
    """Yield an office's own page, its channels and its services."""
    satker = kantor.satker
    yield Page(
        alamat=routes.kantor(satker),
        templat="kantor",
        judul=satker.nama,
        deskripsi=f"Rencana aksi, tim, dan keputusan {satker.nama_resmi}.",
        jejak=_BERANDA,
        data={
            "kantor": kantor,
            "daftar_tahun": [
                (tahun, bahan.nilai(tahun), _plans(bahan, tahun), bool(published_survei(bahan, tahun)))
                for tahun in kantor.tahun
            ],
            "ada_lke": {tahun.tahun for tahun in kantor.tahun if lke_tampil(tahun, bahan.nilai(tahun).hari)},
            "ada_layanan": has_layanan(kantor),
            "sematan": embedded(bahan, kantor),
        },
        sumber=(satker.place().berkas,),
    )
    yield build_kanal(bahan, kantor)
    yield from build_layanan(kantor)


def build_tentang(isi: Isi) -> Page:
    """Return the page that says what the site is, how it counts, and what its figures do not mean."""
    return Page(
        alamat=routes.TENTANG,
        templat="tentang",
        judul="Tentang situs ini",
        deskripsi="Apa isi situs ini, dari mana datanya, dan bagaimana status dihitung.",
        jejak=_BERANDA,
        data={
            "daftar_status": tuple(isi.kosakata.status.values()),
            "daftar_rezim": tuple(isi.kosakata.rezim.values()),
            "batas_basi": BATAS_BASI,
        },
    )


def build_indeks(isi: Isi) -> Page:
    """Return the index of all offices: every kegiatan of every plan on one page, without scripts."""
    return Page(
        alamat=routes.INDEKS,
        templat="indeks",
        judul="Indeks",
        deskripsi="Semua kantor, tahun, area, dan kegiatan dalam satu halaman.",
        jejak=_BERANDA,
        data={
            "daftar_kantor": [
                (kantor, [(tahun, list(semua_bagian(tahun))) for tahun in kantor.tahun])
                for kantor in sorted(isi.kantor, key=lambda kantor: kantor.satker.contoh)
            ]
        },
    )
