"""The squares of an indikator's year: what was planned for each month or quarter, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.model.isi import Kosakata, Tahun
from generator.model.periode import KOLOM, Kolom, list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri
from generator.model.rencana import Indikator, Keadaan
from generator.model.situs import StatusBaku
from generator.progress import CapaianTriwulan, Penilaian, PenilaianTahap
from generator.text import format_pelaksanaan, format_ukuran
from generator.views.names import explain_di_luar

_RUNNING = "▷"
"""A month of a running tahap of which nothing has been reported yet."""


@dataclass(frozen=True, slots=True)
class Square:
    """One month or quarter of one indikator."""

    kolom: Kolom
    ikon: str
    kelompok: str
    """Colour group of the status, "kosong": not planned, "luar": done outside the plan, "lama": not in force."""
    kata: str
    """The same in words, for those who hear the page."""
    angka: str | None = None
    """What has been reached of the target, cumulative; None without a target."""


def list_columns(indikator: Indikator) -> tuple[Kolom, ...]:
    """Return the columns of an indikator's year: quarters where it has a target, else months."""
    return KOLOM["triwulan" if indikator.target is not None else "bulan"]


def build_squares(kosakata: Kosakata, tahun: Tahun, nilai: Penilaian, indikator: Indikator) -> tuple[Square, ...]:
    """Return the squares of an indikator; none where its months are unknown."""
    if not indikator.bulan:
        return ()
    year = list_columns(indikator)
    state = nilai.indikator.get(indikator.kode)
    if state is None:
        words = explain_di_luar(tahun, nilai, indikator).lower()
        return tuple(_outside(indikator, kolom, words) for kolom in year)
    by_month = {month: tahap for tahap in state.tahap for month in tahap.tahap.bulan}
    done = (entri for tahap in state.tahap for entri in tahap.entri if entri.dilaksanakan.year == tahun.tahun)
    outside = {kolom: entri for entri in done for kolom in year if entri.dilaksanakan.month in kolom.bulan}
    told = {month for entri in nilai.log.berlaku(indikator.kode) for month in _months(entri, tahun.tahun)}
    drawn = []
    for kolom in year:
        tahap = by_month.get(kolom.bulan[0])
        if tahap is None:
            drawn.append(_unplanned(kosakata, kolom, outside.get(kolom)))
        else:
            ahead = date(tahun.tahun, kolom.bulan[0], 1) > nilai.per_tanggal
            square = _planned(kosakata, kolom, tahap, told=not told.isdisjoint(kolom.bulan), ahead=ahead)
            drawn.append(_measured(square, state.capaian, tahap))
    return tuple(drawn)


def _measured(square: Square, quarters: tuple[CapaianTriwulan, ...], tahap: PenilaianTahap) -> Square:
    """Return a square with what has been reached of its target, where it has one."""
    one = next((one for one in quarters if one.triwulan == tahap.tahap.triwulan), None)
    if one is None:
        return square
    reached = format_ukuran(one.sampai) if one.sampai is not None else "–"
    goal = format_ukuran(one.sasaran)
    words = f"{square.kata}, {f'tercapai {reached}' if one.sampai is not None else 'belum ada capaian'} dari {goal}"
    return replace(square, angka=f"{reached}/{goal}", kata=words)


def _months(entri: Entri, year: int) -> tuple[int, ...]:
    return list_bulan_of_periode(entri.periode) if read_tahun_of_periode(entri.periode) == year else ()


def _outside(indikator: Indikator, kolom: Kolom, words: str) -> Square:
    """Return a square of a row that is not in force: the plan alone."""
    if kolom.bulan[0] in indikator.bulan:
        return Square(kolom, "▫", "lama", f"{kolom.nama}: dijadwalkan, {words}")
    return _empty(kolom)


def _empty(kolom: Kolom) -> Square:
    return Square(kolom, "·", "kosong", f"{kolom.nama}: tidak dijadwalkan")


def _planned(kosakata: Kosakata, kolom: Kolom, tahap: PenilaianTahap, *, told: bool, ahead: bool) -> Square:
    # Of a running tahap some months are still to come; they must not look as if work had begun in them.
    kode = "belum-waktunya" if ahead and tahap.status == "sedang-berjalan" else tahap.status
    status: StatusBaku = kosakata.status[kode]
    words = [f"{kolom.nama}: {status.nama.lower()}"]
    ikon = status.ikon
    if kode == "sedang-berjalan":
        words.append("sudah ada laporan" if told else "belum ada laporan")
        ikon = ikon if told else _RUNNING
    if tahap.first is not None:
        words.append(f"dilaksanakan {format_pelaksanaan(tahap.first)}")
    return Square(kolom, ikon, status.kelompok, ", ".join(words))


def _unplanned(kosakata: Kosakata, kolom: Kolom, entri: Entri | None) -> Square:
    if entri is None:
        return _empty(kolom)
    ikon = kosakata.status["selesai" if entri.bukti else "dilaporkan-tanpa-bukti"].ikon
    words = f"{kolom.nama}: tidak dijadwalkan, tetapi dilaksanakan {format_pelaksanaan(entri)}"
    return Square(kolom, ikon, "luar", words)


@dataclass(frozen=True, slots=True)
class Legend:
    """The signs that occur in the squares of some rows."""

    status: tuple[StatusBaku, ...]
    belum_dilaporkan: bool
    """Whether a running month stands there of which nothing has been reported."""
    wajar: bool
    luar: bool
    triwulan: bool
    """Whether the squares are quarters."""
    lama: bool
    """Whether a row stands there that is not in force."""

    def __bool__(self) -> bool:
        """Whether there is any sign to explain."""
        return bool(self.status)


def list_signs(kosakata: Kosakata, drawn: Iterable[tuple[Indikator, tuple[Square, ...]]]) -> Legend:
    """Return the signs in the squares of some rows that their page must explain."""
    rows = tuple(drawn)
    found = {(square.ikon, square.kelompok) for _, sequence in rows for square in sequence}
    known = kosakata.status.values()
    return Legend(
        status=tuple(status for status in known if (status.ikon, status.kelompok) in found),
        belum_dilaporkan=any(ikon == _RUNNING for ikon, _ in found),
        wajar=any(sequence and indikator.jadwal.keadaan is Keadaan.WAJAR for indikator, sequence in rows),
        triwulan=any(sequence and indikator.target is not None for indikator, sequence in rows),
        luar=any(kelompok == "luar" for _, kelompok in found),
        lama=any(kelompok == "lama" for _, kelompok in found),
    )
