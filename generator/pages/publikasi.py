"""The publication indicators of a plan: which rows publication meets, by which page, and whether it holds anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.perubahan import JejakBagian
from generator.model.rencana import Area, Bagian, Indikator, Publikasi
from generator.model.sidik import Sidik
from generator.pages.bukti import list_bukti
from generator.pages.laporan import list_laporan
from generator.pages.page import Bahan, Page, Tautan, jejak_tahun, link_indikator
from generator.pages.terlambat import reports_here
from generator.progress import bukti_indikator

Keadaan = Literal["terpenuhi", "belum", "tanpa-laporan", "luar"]
_NAMA = {
    "ringkasan": "Ringkasan tahun",
    "rb": "Rencana RB",
    "zi": "Rencana ZI",
    "tim": "Tim",
    "keputusan": "Keputusan",
    "layanan": "Layanan",
    "survei": "Survei",
    "kanal": "Kanal",
    "laporan": "Laporan",
    "bukti": "Bukti",
}


@dataclass(frozen=True, slots=True)
class BarisPublikasi:
    """One indikator that publication meets, and whether it does."""

    rencana: Rencana
    area: Area
    bagian: Bagian
    indikator: Indikator
    publikasi: Publikasi
    alamat: str
    tujuan: Tautan | None
    """The section of this site that meets it; None where that holds nothing."""
    bukti: tuple[str, ...]
    """The kode of its open evidence."""
    keadaan: Keadaan
    sebab: str
    bagian_situs: str | None
    """The section that shows what meets it; None where that is elsewhere, or nothing meets it yet."""
    tempat: Tautan | None
    """That section's page."""
    jejak: JejakBagian | None
    """Since when that section is recorded; None where the history does not tell."""
    sidik: Sidik | None
    """The fingerprint of that section's records."""


def build_publikasi(bahan: Bahan, tahun: Tahun, rows: list[BarisPublikasi]) -> Iterator[Page]:
    """Yield the register of publication indicators, if the plans have any."""
    if not rows:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "indikator-publikasi"),
        templat="publikasi",
        judul=f"Indikator publikasi {tahun.tahun}",
        deskripsi=f"Indikator {tahun.satker.nama} yang dipenuhi dengan penerbitan, dan halaman yang memenuhinya.",
        jejak=jejak_tahun(tahun),
        data={
            "daftar": rows,
            "terpenuhi": sum(row.keadaan == "terpenuhi" for row in rows),
            "melapor": reports_here(bahan, tahun),
            "sebab_riwayat": sebab_riwayat(bahan, tahun),
            "paket": routes.paket_bukti(tahun) if bahan.berpaket else None,
        },
        tahun=tahun,
        menu="publikasi",
        sumber=tuple(berkas.place().berkas for rencana in tahun.rencana for berkas in rencana.berkas),
    )


def list_publikasi(bahan: Bahan, tahun: Tahun) -> list[BarisPublikasi]:
    """Return the publication indicators in force, in plan order, each with what the site can say of it."""
    nilai = bahan.nilai(tahun)
    there, links = sections(bahan, tahun), link_indikator(tahun)
    shown = {one.bukti.kode for one in list_bukti(bahan, tahun) if one.bukti.terbuka}
    rows = []
    for rencana in tahun.rencana:
        for area, bagian, indikator in rencana.semua_indikator():
            publikasi = indikator.publikasi
            if publikasi is None or indikator.kode not in nilai.indikator:
                continue
            tujuan = there.get(publikasi.halaman or "")
            bukti = tuple(kode for kode in bukti_indikator(nilai.log, indikator.kode) if kode in shown)
            keadaan, sebab = _state(bahan, tahun, publikasi, tujuan, bukti)
            name = _shown_in(publikasi, tujuan, bukti)
            row = BarisPublikasi(
                rencana=rencana,
                area=area,
                bagian=bagian,
                indikator=indikator,
                publikasi=publikasi,
                alamat=links[indikator.kode].alamat,
                tujuan=tujuan,
                bukti=bukti,
                keadaan=keadaan,
                sebab=sebab,
                bagian_situs=name,
                tempat=there[name] if name else None,
                jejak=bahan.jejak(tahun, name) if name else None,
                sidik=bahan.sidik.get(routes.tahun(tahun), {}).get(name) if name else None,
            )
            rows.append(row)
    return rows


def sebab_riwayat(bahan: Bahan, tahun: Tahun) -> str | None:
    """Return why the history of a year is not known, in words, where something is said of it."""
    riwayat = bahan.riwayat.get(routes.tahun(tahun))
    return riwayat.sebab if riwayat else None


def _shown_in(publikasi: Publikasi, tujuan: Tautan | None, bukti: tuple[str, ...]) -> str | None:
    """Return the section that shows what meets a row: its own, or for published documents the evidence register."""
    if publikasi.cara == "bukti":
        return "bukti" if bukti else None
    return publikasi.halaman if publikasi.cara == "halaman" and tujuan else None


def sections(bahan: Bahan, tahun: Tahun) -> dict[str, Tautan]:
    """Return the sections of the office's part of the site that hold content, by the word used in the data."""
    nilai = bahan.nilai(tahun)
    kantor = next((k for k in bahan.isi.kantor if k.satker.kode == tahun.satker.kode), None)
    reports = list_laporan(bahan, tahun)
    found = {rencana.jenis: routes.rencana(tahun, rencana.jenis) for rencana in tahun.rencana}
    if tahun.rencana:
        found["ringkasan"] = routes.tahun(tahun)
    if tahun.daftar_tim:
        found["tim"] = routes.bagian_tahun(tahun, "tim")
    if tahun.keputusan:
        found["keputusan"] = f"{routes.tahun(tahun)}#keputusan"
    if kantor and kantor.layanan and kantor.layanan.layanan:
        found["layanan"] = routes.layanan(tahun.satker)
    if any(survei.tanggal <= nilai.hari for survei in tahun.survei):
        found["survei"] = routes.bagian_tahun(tahun, "survei")
    if tahun.satker.kanal:
        found["kanal"] = routes.kanal(tahun.satker)
    if reports:
        found["laporan"] = routes.laporan(tahun, reports[-1].periode)
    if list_bukti(bahan, tahun):
        found["bukti"] = routes.bagian_tahun(tahun, "bukti")
    return {name: Tautan(_NAMA[name], address) for name, address in found.items()}


def _state(
    bahan: Bahan, tahun: Tahun, publikasi: Publikasi, tujuan: Tautan | None, bukti: tuple[str, ...]
) -> tuple[Keadaan, str]:
    """Return what the site can say of a row, and why. It never speaks for an office that does not report here."""
    nilai = bahan.nilai(tahun)
    if publikasi.cara == "luar":
        return "luar", "ada di tempat lain; situs ini tidak dapat membuktikannya sendiri"
    if publikasi.cara == "halaman" and tujuan is None:
        return "belum", "belum ada data"
    if publikasi.cara == "bukti" and not bukti:
        return "belum", "belum ada bukti yang diterbitkan"
    if not reports_here(bahan, tahun):
        return "tanpa-laporan", "isinya ada di sini, tetapi kantor ini belum melapor di situs ini"
    if publikasi.cara == "halaman" and nilai.basi and not nilai.berakhir:
        return "belum", "halamannya ada, tetapi datanya sudah lama tidak diperbarui"
    return "terpenuhi", "halamannya berisi" if publikasi.cara == "halaman" else "buktinya diterbitkan"
