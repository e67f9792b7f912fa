"""What can be downloaded of a year: which files there are, and one line on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Tahun
from generator.pages.laporan import list_laporan
from generator.pages.layanan import has_layanan
from generator.pages.page import Bahan, Tautan, nama_area
from generator.pages.publikasi import list_publikasi
from generator.pages.riwayat import list_perubahan
from generator.pages.survei import published_survei
from generator.pages.tahap import list_tahap
from generator.pages.tahun_lalu import year_before
from generator.progress import bukti_tampil, lke_tampil
from generator.text import format_periode

BENTUK = ("json", "csv", "xlsx")
"""Every set of data comes in these forms."""
_HIMPUNAN = {
    "rb": ("Rencana Aksi Reformasi Birokrasi", "Satu baris satu indikator: bunyi, jadwal, status, dan buktinya."),
    "zi": ("Rencana Aksi Zona Integritas", "Satu baris satu indikator: bunyi, jadwal, status, dan buktinya."),
    "realisasi": ("Realisasi", "Setiap entri laporan, juga yang sudah dikoreksi."),
    "bukti": ("Bukti", "Daftar bukti; yang tertutup hanya disebut jenis dan tanggalnya."),
    "lke-zi": ("LKE Zona Integritas", "Satu baris satu area atau komponen tiap penilaian, dengan bobot dan ambangnya."),
    "tim": ("Susunan tim", "Satu baris satu anggota, dengan kedudukannya dalam tim."),
    "keputusan": ("Keputusan", "Nomor, tanggal, dan penanda tangan; isi diktumnya dalam JSON."),
    "perubahan": ("Perubahan", "Apa yang berubah dalam data ini, kapan, dan dalam commit mana."),
}
_HIMPUNAN_JSON = {
    "laporan": ("Laporan", "Isi tiap halaman laporan: yang jatuh tempo, entri, dan bukti."),
    "survei": ("Survei", "Hasil tiap survei, nilai unsurnya, dan tindak lanjutnya."),
}
_KANTOR = {
    "layanan": ("Layanan", "Standar pelayanan dan maklumat kantor."),
    "kanal": ("Kanal", "Kanal informasi dan pengaduan, dan rekapnya seperti yang tampil."),
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
        "lke-zi": bool(lke_tampil(tahun, nilai.hari)),
        "tim": tahun.daftar_tim is not None,
        "keputusan": bool(tahun.keputusan),
        "perubahan": bool(list_perubahan(bahan, tahun)),
    }
    return tuple(name for name in _HIMPUNAN if there.get(name))


def himpunan_json(bahan: Bahan, tahun: Tahun) -> tuple[str, ...]:
    """Return the sets of a year that are no tables and so come as JSON only."""
    there = {"laporan": bool(list_laporan(bahan, tahun)), "survei": bool(published_survei(bahan, tahun))}
    return tuple(name for name in _HIMPUNAN_JSON if there[name])


def daftar_data(bahan: Bahan, tahun: Tahun) -> Iterator[Unduhan]:
    """Yield the sets of data, those of the office too, then what describes them."""
    names = himpunan(bahan, tahun)
    for name in names:
        files = (Tautan(form.upper(), routes.data(tahun, f"{name}.{form}")) for form in BENTUK)
        yield Unduhan(*_HIMPUNAN[name], tuple(files))
    if before := year_before(bahan, tahun):
        arti = "Satu baris satu kode: bunyi, jadwal, dan status pada kedua tahun."
        yield Unduhan(f"{before.tahun} di samping {tahun.tahun}", arti, (Tautan("CSV", routes.tahun_lalu(tahun)),))
    for name in himpunan_json(bahan, tahun):
        yield Unduhan(*_HIMPUNAN_JSON[name], (Tautan("JSON", routes.data(tahun, f"{name}.json")),))
    kantor = next(kantor for kantor in bahan.isi.kantor if kantor.satker.kode == tahun.satker.kode)
    for name, there in {"layanan": has_layanan(kantor), "kanal": bool(kantor.satker.kanal)}.items():
        if there:
            yield Unduhan(*_KANTOR[name], (Tautan("JSON", routes.data_kantor(kantor.satker, f"{name}.json")),))
    arti = "Sidik isi tiap bagian, dan bagian berkas mana yang dihitung."
    yield Unduhan("Sidik isi", arti, (Tautan("JSON", routes.sidik(tahun)),))
    if names:
        arti = "Data Package: arti dan jenis tiap kolom berkas CSV, untuk program pengolah data."
        yield Unduhan("Keterangan kolom", arti, (Tautan("JSON", routes.paket(tahun)),))


def daftar_paket(bahan: Bahan, tahun: Tahun) -> Iterator[Unduhan]:
    """Yield the proof pack, where the year has publication indicators and packs are made."""
    if bahan.berpaket and list_publikasi(bahan, tahun):
        arti = "Lembar bukti terbit, salinan halaman yang disebutnya, dan datanya; dapat dibuka tanpa internet."
        yield Unduhan("Paket bukti", arti, (Tautan("ZIP", routes.paket_bukti(tahun)),))


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
