"""What can be downloaded of a year: which files there are, and one line on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Tahun
from generator.pages.laporan import list_laporan
from generator.pages.page import Bahan, Tautan, nama_area
from generator.pages.tahap import list_tahap
from generator.pages.tahun_lalu import year_before
from generator.progress import bukti_tampil
from generator.text import format_periode

BENTUK = ("json", "csv", "xlsx")
"""Every set of data comes in these forms."""
_HIMPUNAN = {
    "rb": ("Rencana Aksi Reformasi Birokrasi", "Satu baris satu indikator: bunyi, jadwal, status, dan buktinya."),
    "zi": ("Rencana Aksi Zona Integritas", "Satu baris satu indikator: bunyi, jadwal, status, dan buktinya."),
    "realisasi": ("Realisasi", "Setiap entri laporan, juga yang sudah dikoreksi."),
    "bukti": ("Bukti", "Daftar bukti; yang tertutup hanya disebut jenis dan tanggalnya."),
    "tim": ("Susunan tim", "Satu baris satu anggota, dengan kedudukannya dalam tim."),
    "keputusan": ("Keputusan", "Nomor, tanggal, dan penanda tangan; isi diktumnya dalam JSON."),
}


@dataclass(frozen=True, slots=True)
class Unduhan:
    """One line of the list: what it is, and its files."""

    judul: str
    arti: str
    berkas: tuple[Tautan, ...]


def himpunan(bahan: Bahan, tahun: Tahun) -> tuple[str, ...]:
    """Return the sets of data that a year has, in the order of the list."""
    nilai = bahan.nilai(tahun)
    there = {
        **{rencana.jenis: True for rencana in tahun.rencana},
        "realisasi": bool(nilai.log.entri),
        "bukti": bool(bukti_tampil(tahun, nilai.log, nilai.hari)),
        "tim": tahun.daftar_tim is not None,
        "keputusan": bool(tahun.keputusan),
    }
    return tuple(name for name in _HIMPUNAN if there.get(name))


def daftar_data(bahan: Bahan, tahun: Tahun) -> Iterator[Unduhan]:
    """Yield the sets of data, then what describes them."""
    names = himpunan(bahan, tahun)
    for name in names:
        files = (Tautan(form.upper(), routes.data(tahun, f"{name}.{form}")) for form in BENTUK)
        yield Unduhan(*_HIMPUNAN[name], tuple(files))
    if before := year_before(bahan, tahun):
        arti = "Satu baris satu kode: bunyi, jadwal, dan status pada kedua tahun."
        yield Unduhan(f"{before.tahun} di samping {tahun.tahun}", arti, (Tautan("CSV", routes.tahun_lalu(tahun)),))
    if names:
        arti = "Data Package: arti dan jenis tiap kolom berkas CSV, untuk program pengolah data."
        yield Unduhan("Keterangan kolom", arti, (Tautan("JSON", routes.paket(tahun)),))


def daftar_dokumen(bahan: Bahan, tahun: Tahun) -> Iterator[Unduhan]:
    """Yield the reports as documents."""
    for laporan in list_laporan(bahan, tahun):
        arti = "Yang jatuh tempo, dikerjakan, dan terhambat, siap dicetak atau disunting."
        link = Tautan("DOCX", routes.dokumen(tahun, laporan.periode))
        yield Unduhan(f"Laporan {format_periode(laporan.periode)}", arti, (link,))


def daftar_kalender(bahan: Bahan, tahun: Tahun) -> Iterator[Unduhan]:
    """Yield the calendars: of the whole year, then of each area in which something is due."""
    due = Counter((row.rencana.jenis, row.area.kode) for row in list_tahap(bahan, tahun) if row.tahap.tahap.tenggat)
    if due:
        yield _kalender("Semua area", due.total(), routes.jadwal(tahun))
    for rencana in tahun.rencana:
        for area in rencana.area:
            if number := due[rencana.jenis, area.kode]:
                name = f"{rencana.jenis.upper()}: {nama_area(area, rencana.rezim)}"
                yield _kalender(name, number, routes.jadwal(tahun, rencana, area))


def _kalender(judul: str, number: int, alamat: str) -> Unduhan:
    return Unduhan(judul, f"{number} jatuh tempo", (Tautan("ICS", alamat),))
