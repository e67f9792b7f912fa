"""The register of publication indicators, and one sheet of paper for each: what was published, where, since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import segno

from generator import routes
from generator.model.sidik import Sidik
from generator.pages.page import Page, build_year_trail, list_plan_files
from generator.views import YearView
from generator.views.names import Link


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
            "terpenuhi": sum(row.keadaan == "terpenuhi" for row in rows),
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
        address = year.situs.absolute(row.tempat.alamat) if row.tempat else None
        yield Page(
            alamat=routes.lembar(tahun, kode),
            template="lembar",
            judul=f"Lembar bukti terbit {kode}",
            deskripsi=f"Penerbitan indikator {kode} {tahun.satker.nama}: di mana, sejak kapan, dengan isi apa.",
            jejak=trail,
            data={
                "b": row,
                "berkas": row.berkas,
                "sidik_bagian": sidik.get(row.bagian_situs or ""),
                "alamat": address,
                "qr": codes.get(address or ""),
                "per_tanggal": year.nilai.per_tanggal,
                "sebab_riwayat": year.sebab_riwayat,
            },
            year=year,
            menu="publikasi",
            sumber=(place.file,),
            line=place.line,
            short_title=kode,
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
