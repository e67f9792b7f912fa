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
from generator.progress import (
    CapaianTriwulan,
    Penilaian,
    PenilaianKali,
    PenilaianTahap,
    find_claimed_months,
    find_months_of_entri,
    find_proven_months,
)
from generator.text import format_pelaksanaan, format_ukuran
from generator.views.names import explain_di_luar

_RUNNING = "▷"
"""A month of a running tahap of which nothing has been reported yet."""
_WINDOW = "□"
"""A planned month of what was done in another: no proof stands on it."""


@dataclass(frozen=True, slots=True)
class Square:
    """One month or quarter of one indikator."""

    kolom: Kolom
    ikon: str
    kelompok: str
    """Colour group of the status; "kosong": not planned, "luar": done outside the plan, "lama": not in force,
    "jendela": planned, and done in another month."""
    keadaan: str
    """The same in words, for those who hear the page."""
    angka: str | None = None
    """What has been reached of the target, cumulative; None without a target."""

    @property
    def kata(self) -> str:
        """Its month or quarter, and what became of it, in words."""
        return f"{self.kolom.nama}: {self.keadaan}"


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
    told = {month for entri in nilai.log.berlaku(indikator.kode) for month in _months(entri, tahun.tahun)}
    # Only a single deed can be done outside the months of its plan.
    single = [step for step in state.tahap if step.tahap.sekali]
    outside = {
        kolom: entri
        for step in single
        for entri in step.entri
        for kolom in year
        if not find_months_of_entri(step.tahap, entri, tahun.tahun).isdisjoint(kolom.bulan)
    }
    drawn = []
    for kolom in year:
        step = next((step for step in state.tahap if kolom.bulan[0] in step.tahap.bulan), None)
        if step is None:
            proven = any(not find_proven_months(one, tahun.tahun).isdisjoint(kolom.bulan) for one in single)
            drawn.append(_unplanned(kosakata, kolom, outside.get(kolom), proven=proven))
        else:
            ahead = date(tahun.tahun, kolom.bulan[0], 1) > nilai.per_tanggal
            pen = _Pen(kosakata, tahun.tahun, step, kolom)
            square = pen.draw(told=not told.isdisjoint(kolom.bulan), ahead=ahead)
            drawn.append(_measured(square, state.capaian, step))
    return tuple(drawn)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one planned month or quarter."""

    kosakata: Kosakata
    tahun: int
    tahap: PenilaianTahap
    kolom: Kolom

    def draw(self, *, told: bool, ahead: bool) -> Square:
        """Return the square.

        Args:
            told: whether an entry is about it.
            ahead: whether it has not begun on the day of the data.
        """
        kali = next(one for one in self.tahap.kali if self.kolom.bulan[0] in one.kali.bulan)
        months = set(self.kolom.bulan)
        proven = not months.isdisjoint(find_proven_months(self.tahap, self.tahun))
        claimed = not months.isdisjoint(find_claimed_months(self.tahap, self.tahun))
        if proven and not ahead:
            late = "lewat jadwal" if kali.status == "selesai-terlambat" else ""
            return self._square(kali.status if kali.terbukti else "selesai", "terbukti", late, self._done(kali))
        if claimed and not ahead:
            return self._square("dilaporkan-tanpa-bukti", "dilaporkan, belum ada bukti", self._done(kali))
        if kali.tertutup:
            return Square(self.kolom, _WINDOW, "jendela", f"dijadwalkan, {self._elsewhere(kali)}")
        # Of what is running some months are still to come; they must not look as if work had begun in them.
        kode = "belum-waktunya" if ahead and kali.status == "sedang-berjalan" else kali.status
        if kode != "sedang-berjalan":
            return self._square(kode, self.kosakata.status[kode].nama.lower())
        square = self._square(
            kode, self.kosakata.status[kode].nama.lower(), "sudah ada laporan" if told else "belum ada laporan"
        )
        return square if told else replace(square, ikon=_RUNNING)

    def _square(self, kode: str, *words: str) -> Square:
        status = self.kosakata.status[kode]
        return Square(self.kolom, status.ikon, status.kelompok, ", ".join(filter(None, words)))

    def _done(self, kali: PenilaianKali) -> str:
        """Return when it was done, if one deed is all there is to it."""
        return f"dilaksanakan {format_pelaksanaan(kali.entri[0])}" if self.tahap.tahap.sekali and kali.entri else ""

    def _elsewhere(self, kali: PenilaianKali) -> str:
        """Return what is known of the occurrence that this month belongs to, but that no entry is about."""
        if self.tahap.tahap.sekali:
            late = " (lewat jadwal)" if kali.status == "selesai-terlambat" else ""
            return f"{self._done(kali)}{late}"
        word = "terbukti" if kali.terbukti else "dilaporkan"
        return f"{kali.kali.nama} {word} untuk bulan lain"


def _measured(square: Square, quarters: tuple[CapaianTriwulan, ...], tahap: PenilaianTahap) -> Square:
    """Return a square with what has been reached of its target, where it has one."""
    one = next((one for one in quarters if one.triwulan == tahap.tahap.triwulan), None)
    if one is None:
        return square
    reached = format_ukuran(one.sampai) if one.sampai is not None else "–"
    goal = format_ukuran(one.sasaran)
    told = f"tercapai {reached}" if one.sampai is not None else "belum ada capaian"
    if one.turun:
        return replace(square, angka=f"{reached}/≤{goal}", keadaan=f"{square.keadaan}, {told}, paling tinggi {goal}")
    return replace(square, angka=f"{reached}/{goal}", keadaan=f"{square.keadaan}, {told} dari {goal}")


def _months(entri: Entri, year: int) -> tuple[int, ...]:
    return list_bulan_of_periode(entri.periode) if read_tahun_of_periode(entri.periode) == year else ()


def _outside(indikator: Indikator, kolom: Kolom, words: str) -> Square:
    """Return a square of a row that is not in force: the plan alone."""
    if kolom.bulan[0] in indikator.bulan:
        return Square(kolom, "▫", "lama", f"dijadwalkan, {words}")
    return _empty(kolom)


def _empty(kolom: Kolom) -> Square:
    return Square(kolom, "·", "kosong", "tidak dijadwalkan")


def _unplanned(kosakata: Kosakata, kolom: Kolom, entri: Entri | None, *, proven: bool) -> Square:
    if entri is None:
        return _empty(kolom)
    ikon = kosakata.status["selesai" if proven else "dilaporkan-tanpa-bukti"].ikon
    told = "terbukti" if proven else "belum ada bukti"
    words = f"tidak dijadwalkan, tetapi dilaksanakan {format_pelaksanaan(entri)}, {told}"
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
    window: bool
    """Whether a planned month stands there of what was done in another."""

    def __bool__(self) -> bool:
        """Whether there is any sign to explain."""
        return bool(self.status) or self.window


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
        window=any(kelompok == "jendela" for _, kelompok in found),
    )
