"""The register of publication indicators, and one sheet of paper for each: what was published, where, since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import segno

from generator import routes
from generator.model.sidik import Sidik
from generator.pages.page import Page, build_year_trail, list_plan_files
from generator.text import format_tanggal
from generator.views import YearView
from generator.views.names import Link
from generator.views.register import BarisPublikasi, count_register


def build_publikasi(year: YearView, sidik: Mapping[str, Sidik], *, with_packs: bool) -> Iterator[Page]:
    """Yield the register of publication indicators.

    Args:
        year: the year.
        sidik: the fingerprint of each of its sections.
        with_packs: whether proof packs are made.
    """
    tahun, rows = year.tahun, year.publikasi
    yield Page(
        alamat=routes.bagian_tahun(tahun, "indikator-publikasi"),
        template="publikasi",
        judul=f"Indikator publikasi {tahun.tahun}",
        deskripsi=f"Indikator {tahun.satker.nama} yang dipenuhi dengan penerbitan, dan halaman yang memenuhinya.",
        jejak=build_year_trail(tahun),
        data={
            "daftar": rows,
            "sidik": sidik,
            "hitungan": count_register(rows),
            "melapor": year.melapor,
            "kesegaran": year.kesegaran,
            "sebab_riwayat": year.sebab_riwayat,
            "paket": routes.paket_bukti(tahun) if with_packs else None,
        },
        year=year,
        menu="publikasi",
        sumber=list_plan_files(tahun),
    )


@dataclass(frozen=True, slots=True)
class KodeQR:
    """An address as a QR code: its drawing, to be scaled."""

    alamat: str
    side: int
    """Modules on a side, the quiet edge included."""
    path: str
    """The dark modules as the path of an SVG, one unit to a module."""


def build_lembar(year: YearView, sidik: Mapping[str, Sidik]) -> Iterator[Page]:
    """Yield the sheet of each row of the register.

    Args:
        year: the year.
        sidik: the fingerprint of each of its sections.
    """
    tahun = year.tahun
    register = routes.bagian_tahun(tahun, "indikator-publikasi")
    trail = (*build_year_trail(tahun), Link("Indikator publikasi", register))
    addresses = {year.situs.absolute(row.tempat.alamat) for row in year.publikasi if row.tempat}
    # Few sections meet many rows, and drawing a code is the dearest part of a sheet.
    codes = {address: draw_qr(address) for address in addresses if address}
    for row in year.publikasi:
        kode, place = row.indikator.kode, row.indikator.place()
        address = year.situs.absolute(row.tempat.alamat) if row.tempat and row.terpenuhi else None
        yield Page(
            alamat=routes.lembar(tahun, kode),
            template="lembar",
            judul=name_lembar(row),
            deskripsi=f"Penerbitan indikator {kode} {tahun.satker.nama}: di mana, sejak kapan, dengan isi apa.",
            jejak=trail,
            data={
                "b": row,
                "berkas": row.berkas,
                "sidik_bagian": sidik.get(row.bagian_situs or ""),
                "alamat": address,
                "qr": codes.get(address or ""),
                "dokumen": [year.bukti_berkode[name] for name in row.bukti],
                "per_tanggal": year.nilai.per_tanggal,
                "sebab_riwayat": year.sebab_riwayat,
            },
            year=year,
            menu="publikasi",
            sumber=(place.file,),
            line=place.line,
            short_title=kode,
        )


def name_lembar(row: BarisPublikasi) -> str:
    """Return the title of a sheet: only that of a row that is met calls itself a proof."""
    kode = row.indikator.kode
    if row.keadaan == "terpenuhi":
        return f"Lembar bukti terbit {kode}"
    if row.keadaan == "terpenuhi-sampai":
        return f"Lembar bukti terbit {kode} sampai {format_tanggal(row.nilai.hari)}"
    return (
        f"Bukan bukti terbit: {kode} {'belum terpenuhi' if row.keadaan == 'belum' else 'tanpa jadwal yang diketahui'}"
    )


def draw_qr(alamat: str) -> KodeQR:
    """Return an address as a QR code (ISO/IEC 18004, error correction M)."""
    # A scanner needs a quiet edge of four modules (ISO/IEC 18004).
    modules = [bytes(row) for row in segno.make_qr(alamat, error="m").matrix_iter(border=4)]
    path = []
    for y, row in enumerate(modules):
        x = 0
        while (start := row.find(1, x)) >= 0:
            x = row.find(0, start)
            # Whole runs of dark modules: one square for each would make the sheet several times as large.
            path.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
    return KodeQR(alamat, len(modules), "".join(path))
