"""Lembar bukti terbit: one sheet of paper per publication indicator that says what was published, where, since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import segno

from generator import routes
from generator.model.isi import Tahun
from generator.pages.page import Bahan, Page, Tautan, jejak_tahun
from generator.pages.publikasi import BarisPublikasi, sebab_riwayat


@dataclass(frozen=True, slots=True)
class KodeQR:
    """An address as a QR code: its drawing, to be scaled."""

    alamat: str
    sisi: int
    """Modules on a side, the quiet edge included."""
    garis: str
    """The dark modules as the path of an SVG, one unit to a module."""


def build_lembar(bahan: Bahan, tahun: Tahun, rows: list[BarisPublikasi]) -> Iterator[Page]:
    """Yield the sheet of each row of the register."""
    register = routes.bagian_tahun(tahun, "indikator-publikasi")
    trail = (*jejak_tahun(tahun), Tautan("Indikator publikasi", register))
    reason = sebab_riwayat(bahan, tahun)
    for row in rows:
        kode = row.indikator.kode
        address = absolute(bahan, row.tempat.alamat) if row.tempat else None
        berkas = next(berkas for berkas in row.rencana.berkas if berkas.area is row.area)
        yield Page(
            alamat=routes.lembar(tahun, kode),
            templat="lembar",
            judul=f"Lembar bukti terbit {kode}",
            deskripsi=f"Penerbitan indikator {kode} {tahun.satker.nama}: di mana, sejak kapan, dengan isi apa.",
            jejak=trail,
            data={
                "b": row,
                "berkas": berkas,
                "alamat": address,
                "qr": draw_qr(address) if address else None,
                "per_tanggal": bahan.nilai(tahun).per_tanggal,
                "sebab_riwayat": reason,
            },
            tahun=tahun,
            menu="publikasi",
            sumber=(row.indikator.place().berkas,),
            baris=row.indikator.place().baris,
            singkat=kode,
        )


def absolute(bahan: Bahan, alamat: str) -> str | None:
    """Return the full address of a page; None where the site does not say where it stands."""
    base = bahan.isi.situs.alamat
    return f"{base.rstrip('/')}/{alamat}" if base else None


@lru_cache(maxsize=256)
def draw_qr(alamat: str) -> KodeQR:
    """Return an address as a QR code (ISO/IEC 18004, error correction M)."""
    modules = [bytes(row) for row in segno.make_qr(alamat, error="m").matrix_iter(border=4)]
    path = []
    for y, row in enumerate(modules):
        x = 0
        while (start := row.find(1, x)) >= 0:
            x = row.find(0, start)
            path.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
    return KodeQR(alamat, len(modules), "".join(path))
