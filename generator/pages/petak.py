"""Twelve squares: the year of one indikator, plan against realisation, in the decree's own columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.isi import Tahun
from generator.model.periode import bulan_periode, tahun_periode
from generator.model.realisasi import Entri
from generator.model.rencana import Indikator, Keadaan
from generator.model.situs import StatusBaku
from generator.pages.page import Bahan, kata_di_luar
from generator.progress import PenilaianTahap
from generator.text import BULAN, format_pelaksanaan

_RUNNING = "▷"
"""A month of a running tahap of which nothing has been reported yet."""


@dataclass(frozen=True, slots=True)
class Petak:
    """One month of one indikator."""

    bulan: int
    ikon: str
    kelompok: str
    """Colour group of the status, "kosong": not planned, "luar": done outside the plan, "lama": not in force."""
    kata: str
    """The same in words, for those who hear the page."""


def squares(bahan: Bahan, tahun: Tahun, indikator: Indikator) -> tuple[Petak, ...]:
    """Return the twelve squares of an indikator; none where its months are unknown."""
    if not indikator.jadwal.bulan:
        return ()
    nilai = bahan.nilai(tahun).indikator.get(indikator.kode)
    if nilai is None:
        words = kata_di_luar(bahan, tahun, indikator).lower()
        return tuple(_outside(indikator, month, words) for month in range(1, 13))
    entries = bahan.nilai(tahun).log.berlaku(indikator.kode)
    by_month = {month: step for step in nilai.tahap for month in step.tahap.bulan}
    outside = {
        entri.dilaksanakan.month: entri
        for step in nilai.tahap
        for entri in step.entri
        if entri.dilaksanakan.year == tahun.tahun
    }
    told = {month for entri in entries for month in _months(entri, tahun.tahun)}
    day = bahan.nilai(tahun).per_tanggal
    return tuple(
        _planned(bahan, month, by_month[month], told=month in told, ahead=date(tahun.tahun, month, 1) > day)
        if month in by_month
        else _unplanned(bahan, month, outside.get(month))
        for month in range(1, 13)
    )


def _months(entri: Entri, year: int) -> tuple[int, ...]:
    return bulan_periode(entri.periode) if tahun_periode(entri.periode) == year else ()


def _outside(indikator: Indikator, month: int, words: str) -> Petak:
    """Return a square of a row that is not in force: the plan alone."""
    if month in (indikator.jadwal.bulan or ()):
        return Petak(month, "▫", "lama", f"{BULAN[month - 1]}: dijadwalkan, {words}")
    return _empty(month)


def _empty(month: int) -> Petak:
    return Petak(month, "·", "kosong", f"{BULAN[month - 1]}: tidak dijadwalkan")


def _planned(bahan: Bahan, month: int, step: PenilaianTahap, *, told: bool, ahead: bool) -> Petak:
    kode = "belum-waktunya" if ahead and step.status == "sedang-berjalan" else step.status
    status: StatusBaku = bahan.isi.kosakata.status[kode]
    words = [f"{BULAN[month - 1]}: {status.nama.lower()}"]
    ikon = status.ikon
    if kode == "sedang-berjalan":
        words.append("sudah ada laporan" if told else "belum ada laporan")
        ikon = ikon if told else _RUNNING
    if step.pertama is not None:
        words.append(f"dilaksanakan {format_pelaksanaan(step.pertama)}")
    return Petak(month, ikon, status.kelompok, ", ".join(words))


def _unplanned(bahan: Bahan, month: int, entri: Entri | None) -> Petak:
    if entri is None:
        return _empty(month)
    ikon = bahan.isi.kosakata.status["selesai" if entri.bukti else "dilaporkan-tanpa-bukti"].ikon
    words = f"{BULAN[month - 1]}: tidak dijadwalkan, tetapi dilaksanakan {format_pelaksanaan(entri)}"
    return Petak(month, ikon, "luar", words)


@dataclass(frozen=True, slots=True)
class Legenda:
    """The signs that occur in the squares of some rows."""

    status: tuple[StatusBaku, ...]
    belum_dilaporkan: bool
    """Whether a running month stands there of which nothing has been reported."""
    wajar: bool
    luar: bool
    lama: bool
    """Whether a row stands there that is not in force."""

    def __bool__(self) -> bool:
        """Whether there is any sign to explain."""
        return bool(self.status)


def list_signs(bahan: Bahan, tahun: Tahun, daftar_indikator: Iterable[Indikator]) -> Legenda:
    """Return what the squares of some rows need to have explained."""
    drawn = [(indikator, squares(bahan, tahun, indikator)) for indikator in daftar_indikator]
    found = {(petak.ikon, petak.kelompok) for _, deret in drawn for petak in deret}
    known = bahan.isi.kosakata.status.values()
    return Legenda(
        status=tuple(status for status in known if (status.ikon, status.kelompok) in found),
        belum_dilaporkan=any(ikon == _RUNNING for ikon, _ in found),
        wajar=any(deret and indikator.jadwal.keadaan is Keadaan.WAJAR for indikator, deret in drawn),
        luar=any(kelompok == "luar" for _, kelompok in found),
        lama=any(kelompok == "lama" for _, kelompok in found),
    )
