"""What became different in the data: a page per year, and one for the latest of an office."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.isi import Kantor, Tahun
from generator.model.perubahan import RiwayatTahun
from generator.pages.page import Bahan, Page, Tautan, jejak_tahun, nama_area
from generator.pages.riwayat import about, list_perubahan, list_simpan, list_terakhir

_LATEST = 20
"""So many commits stand on an office's own page."""


def build_perubahan(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the page of a year's differences; where the history is not known it says why."""
    riwayat = bahan.riwayat.get(routes.tahun(tahun), RiwayatTahun("riwayat belum dibaca"))
    rows = list_perubahan(bahan, tahun)
    areas = []
    for rencana in tahun.rencana:
        for area in rencana.area:
            own = about(rows, rencana.jenis, area.kode)
            if own:
                name = f"{rencana.jenis.upper()}: {nama_area(area, rencana.rezim)}"
                link = Tautan(name, f"{routes.area(tahun, rencana, area)}#riwayat")
                areas.append((link, len(own), own[0].perubahan.commit.tanggal))
    yield Page(
        alamat=routes.perubahan(tahun),
        templat="perubahan",
        judul=f"Perubahan {tahun.tahun}",
        deskripsi=f"Apa yang berubah dalam data {tahun.satker.nama} tahun {tahun.tahun}, kapan, dan oleh commit mana.",
        jejak=jejak_tahun(tahun),
        data={
            "riwayat": riwayat,
            "simpan": list_simpan(rows),
            "menurut_area": areas,
            "umpan": routes.umpan(tahun.satker) if riwayat.sebab is None else None,
        },
        tahun=tahun,
        menu="perubahan",
        sumber=(f"{tahun.berkas}/tahun.yml",),
    )


def build_perubahan_kantor(bahan: Bahan, kantor: Kantor) -> Iterator[Page]:
    """Yield the page of the latest differences of an office, in all its years and its own data."""
    address = routes.kantor(kantor.satker)
    riwayat = bahan.riwayat.get(address, RiwayatTahun("riwayat belum dibaca"))
    yield Page(
        alamat=routes.perubahan_kantor(kantor.satker),
        templat="perubahan_kantor",
        judul="Perubahan",
        deskripsi=f"Apa yang terakhir berubah dalam data {kantor.satker.nama}.",
        jejak=_trail(kantor),
        data={
            "kantor": kantor,
            "riwayat": riwayat,
            "simpan": list_terakhir(bahan, kantor)[:_LATEST],
            "daftar_tahun": [(tahun, len(list_perubahan(bahan, tahun))) for tahun in kantor.tahun],
            "umpan": routes.umpan(kantor.satker) if riwayat.sebab is None else None,
        },
        sumber=(kantor.satker.place().berkas,),
    )


def _trail(kantor: Kantor) -> tuple[Tautan, ...]:
    return (Tautan("Beranda", routes.PORTAL), Tautan(kantor.satker.nama, routes.kantor(kantor.satker)))
