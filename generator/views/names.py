"""What records are called, on one line, where their own words are lost or too bare; and links to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.model.bukti import Bukti
from generator.model.isi import Tahun
from generator.model.lke import PenilaianLke
from generator.model.periode import Target
from generator.model.realisasi import Entri
from generator.model.rencana import Area, Bagian, Indikator
from generator.model.situs import Rezim
from generator.progress import CapaianTriwulan, Penilaian, Tahap
from generator.text import (
    format_bulan,
    format_calon,
    format_persen,
    format_tanggal,
    format_triwulan,
    format_ukuran,
    join_lines,
)

_HASIL = {
    "selesai": "Dilaporkan selesai",
    "berjalan": "Dilaporkan berjalan",
    "belum": "Dilaporkan belum selesai",
    "ditunda": "Ditunda",
    "tidak-dilaksanakan": "Tidak dilaksanakan",
}
_ABBREVIATIONS = {"sop": "SOP"}
_CLOSED = {"dikecualikan": "dikecualikan", "data-pribadi": "memuat data pribadi"}
_PENILAI = {"unit": "penilaian mandiri", "tpi": "penilaian TPI", "tpn": "penilaian TPN"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its words and its address (see routes)."""

    judul: str
    alamat: str


def name_hasil(entri: Entri) -> str:
    """Return what an entry reports, in words; one read out of a decree says so."""
    return f"{entri.hasil.value.capitalize()} menurut keputusan" if entri.dasar == "keputusan" else _HASIL[entri.hasil]


def name_tahap(tahap: Tahap) -> str:
    """Return when a tahap is planned, in words: months, or the quarter of its target."""
    return format_triwulan(tahap.triwulan) if tahap.triwulan else format_bulan(tahap.bulan)


# Of a state on a scale of its own a share says nothing: half of the points is not half of the way.
_UNSHARED = frozenset(["nilai", "indeks", "skor", "poin", "level", "tingkat", "predikat"])


def name_capaian(target: Target, one: CapaianTriwulan) -> str:
    """Return how much of a quarter's target is reached: a share where that means something, else whether it is."""
    if target.turun or target.satuan.casefold() in _UNSHARED:
        return "tercapai" if one.tercapai else "belum tercapai"
    reached = one.sampai or 0
    # What is more than promised is told, but not how many times: a low target would make it look like a great deed.
    return "lebih dari 100 %" if reached > one.sasaran else format_persen(reached, one.sasaran)


def name_indikator(indikator: Indikator, bagian: Bagian) -> str:
    """Return an indikator's words on one line; if they are lost, the name above it and why."""
    words = join_lines(" ".join(filter(None, (indikator.nama, *indikator.rincian))))
    return words or f"{join_lines(bagian.nama)} ({explain_bunyi_hilang(indikator)})"


def explain_bunyi_hilang(indikator: Indikator) -> str:
    """Return why an indikator has no words: unreadable in the source, or not in the decree at all."""
    return (
        "teks indikator tidak terbaca dari sumber" if indikator.nomor else "indikator tidak tercantum dalam keputusan"
    )


def explain_di_luar(tahun: Tahun, nilai: Penilaian, indikator: Indikator) -> str:
    """Return why a row that is not in force does not count: its decree is still to come, or it has been ended."""
    own = tahun.keputusan_berkode(indikator.keputusan)
    ahead = own is not None and own.tanggal is not None and own.tanggal > nilai.per_tanggal
    return "Belum berlaku" if ahead else "Tidak berlaku lagi"


def name_area(area: Area, rezim: Rezim) -> str:
    """Return an area's name as printed, or the canonical one with the reason why."""
    if area.nama is not None:
        return join_lines(area.nama)
    usual = next((baku.nama for baku in rezim.area if baku.kode == area.padanan), area.kode)
    return f"{usual} (judul tidak terbaca dari sumber)"


def name_with_number(butir: Any) -> str:  # noqa: ANN401 - any record with nomor and nama
    """Return a name with its printed number in front."""
    return join_lines(f"{butir.nomor} {butir.nama}" if butir.nomor else str(butir.nama))


def name_bukti(tahun: Tahun, bukti: Bukti) -> str:
    """Return what a piece of evidence is called; of a closed one only its kind, date and why it is closed."""
    jenis = _ABBREVIATIONS.get(bukti.jenis, bukti.jenis.replace("-", " ").capitalize())
    if not bukti.terbuka:
        day = f" {format_tanggal(bukti.tanggal)}" if bukti.tanggal else ""
        return f"{jenis}{day} (tidak diterbitkan: {_CLOSED[bukti.akses]})"
    keputusan = tahun.keputusan_berkode(bukti.keputusan)
    if keputusan is not None:
        return f"Keputusan {keputusan.nomor}"
    judul = join_lines(bukti.judul or bukti.kode)
    return judul if judul.casefold().startswith(jenis.casefold()) else f"{jenis}: {judul}"


def name_penilaian(penilaian: PenilaianLke) -> str:
    """Return what kind of assessment it is and of which day: penilaian mandiri, 30 Juni 2022."""
    return f"{_PENILAI[penilaian.penilai.jenis]}, {format_tanggal(penilaian.tanggal)}"


def format_jadwal(indikator: Indikator) -> str:
    """Return when an indikator is planned, in words: its months, or how much in which quarters."""
    if not indikator.bulan:
        calon = indikator.jadwal.calon
        unread = f"tidak terbaca (kemungkinan {format_calon(calon)})" if calon else "tidak terbaca"
        return "tidak tercantum" if indikator.jadwal.keadaan == "kosong" else unread
    if indikator.target is None:
        return format_bulan(indikator.bulan)
    printed = indikator.target.tercetak
    parts = (f"{format_triwulan(number)}: {format_ukuran(printed[number])}" for number in indikator.target.triwulan)
    return f"{'; '.join(parts)} ({indikator.target.satuan})"
