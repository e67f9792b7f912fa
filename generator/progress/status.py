"""The status of one indikator: its tahap closed by entries, and the first rule that fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model.isi import Tahun
from generator.model.periode import list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator, Keadaan, KeadaanKhusus
from generator.progress.capaian import close_by_capaian, prove_by_capaian
from generator.progress.tahap import Tahap

TERBUKTI = ("selesai", "selesai-terlambat")
"""Statuses of what is done and proven."""
TERTUTUP = (*TERBUKTI, "dilaporkan-tanpa-bukti")
"""Statuses of what is done or said to be."""
TERLAMBAT = ("tidak-selesai-akhir-tahun", "terlambat")
"""Statuses of what is late."""
# What an open tahap gives to its whole indikator, the first that any of them has. A tahap put off to a new month
# does not hide that another one is late.
_FIRST = (
    *TERLAMBAT,
    *(hasil.value for hasil in (Hasil.TIDAK_DILAKSANAKAN, Hasil.DITUNDA)),
    *(khusus.value for khusus in KeadaanKhusus),
    "jadwal-tidak-terbaca",
    "tanpa-jadwal",
    "jadwal-tidak-pasti",
    "tanpa-laporan",
)


@dataclass(frozen=True, slots=True)
class Hari:
    """The day by which a row is judged."""

    kini: date
    """The day asked for."""
    akhir: date
    """The plan's last day."""

    @property
    def tanggal(self) -> date:
        """The day asked for, or the plan's last day if that is earlier."""
        return min(self.kini, self.akhir)


@dataclass(frozen=True, slots=True)
class PenilaianTahap:
    """What became of one tahap."""

    tahap: Tahap
    status: str
    entri: tuple[Entri, ...] = ()
    """The entries that report it done, the one that closed it first."""
    pernyataan: Entri | None = None
    """The entry by which the office has put it off or given it up, while it is open."""

    @property
    def first(self) -> Entri | None:
        """The entry that closed it, by whose day it is late or not; None while it is open."""
        return self.entri[0] if self.entri else None

    @property
    def bukti(self) -> tuple[str, ...]:
        """The kode of its evidence."""
        return tuple(dict.fromkeys(kode for entri in self.entri for kode in entri.bukti))


def assess_tahap(
    tahun: Tahun, indikator: Indikator, daftar_tahap: Sequence[Tahap], daftar_entri: Sequence[Entri], hari: Hari
) -> tuple[PenilaianTahap, ...]:
    """Return what became of each tahap.

    Args:
        tahun: the year.
        indikator: the row.
        daftar_tahap: its tahap.
        daftar_entri: its entries known by the day and not replaced, in any order.
        hari: the day to judge by.
    """
    closed = close_tahap(daftar_tahap, daftar_entri, tahun.tahun)
    # Either all tahap of an indikator have a target or none has.
    proven = prove_by_capaian(daftar_tahap, daftar_entri) if daftar_tahap[0].target is not None else closed
    declared = declare_tahap(daftar_tahap, daftar_entri, tahun.tahun)
    found = []
    for tahap, claims, shown, entri in zip(daftar_tahap, closed, proven, declared, strict=True):
        # Where evidence does not reach the target but all entries do, these stand as a claim.
        daftar_laporan = shown or claims
        if daftar_laporan:
            status = _closed(tahap, shown)
        elif entri is not None:
            status = entri.hasil.value
        else:
            special = indikator.keadaan_khusus
            status = special.value if special else _open(tahun, indikator, tahap, hari)
        found.append(PenilaianTahap(tahap, status, tuple(daftar_laporan), None if daftar_laporan else entri))
    for index in _begun(daftar_tahap, found, daftar_entri, tahun.tahun):
        found[index] = replace(found[index], status="sedang-berjalan")
    return tuple(found)


def _begun(
    daftar_tahap: Sequence[Tahap], found: Sequence[PenilaianTahap], daftar_entri: Iterable[Entri], year: int
) -> Iterator[int]:
    """Yield the index of each tahap reported as running before its months: those an entry names, else the next."""
    ahead = [index for index, tahap in enumerate(found) if tahap.status == "belum-waktunya"]
    for entri in daftar_entri:
        if entri.hasil is Hasil.BERJALAN:
            named = _named(daftar_tahap, entri, year)
            yield from (index for index in ahead if index in named) if named else ahead[:1]


def close_tahap(daftar_tahap: Sequence[Tahap], daftar_entri: Iterable[Entri], year: int) -> list[list[Entri]]:
    """Return for each tahap the entries that report it done.

    An entry closes the tahap that shares a month with its periode, else the earliest open one. Where all are closed
    it adds its evidence to one that has none. Entries are taken in the order in which they became known. A tahap with
    a target is closed by what has been reached instead.
    """
    if daftar_tahap[0].target is not None:
        return close_by_capaian(daftar_tahap, daftar_entri)
    closed: list[list[Entri]] = [[] for _ in daftar_tahap]
    done = [entri for entri in daftar_entri if entri.hasil is Hasil.SELESAI]
    # Of two known since the same day the one that names a tahap goes first and gets the one that it means.
    for entri in sorted(done, key=lambda e: (e.diketahui, not _named(daftar_tahap, e, year), e.kode)):
        places = [closed[index] for index in _named(daftar_tahap, entri, year)] or closed
        target = next((place for place in places if not place), None)
        if target is None:
            target = next((place for place in places if not any(e.bukti for e in place)), places[-1])
        target.append(entri)
    return closed


def _named(daftar_tahap: Sequence[Tahap], entri: Entri, year: int) -> list[int]:
    """Return the indexes of the tahap that share a month with an entry's periode."""
    if read_tahun_of_periode(entri.periode) != year:
        return []
    months = set(list_bulan_of_periode(entri.periode))
    return [index for index, tahap in enumerate(daftar_tahap) if months & set(tahap.bulan)]


def _closed(tahap: Tahap, daftar_laporan: Sequence[Entri]) -> str:
    if not any(entri.bukti for entri in daftar_laporan):
        return "dilaporkan-tanpa-bukti"
    # By the entry that closed it; later ones only add their evidence.
    late = tahap.tenggat is not None and daftar_laporan[0].dilaksanakan > tahap.tenggat
    return "selesai-terlambat" if late else "selesai"


def declare_tahap(daftar_tahap: Sequence[Tahap], daftar_entri: Iterable[Entri], year: int) -> list[Entri | None]:
    """Return for each tahap the latest entry by which the office puts it off or says that it will not be done."""
    given = [entri for entri in daftar_entri if entri.hasil.dilepas]
    latest: list[Entri | None] = [None for _ in daftar_tahap]
    for entri in sorted(given, key=lambda e: (e.diketahui, e.kode)):
        for index in find_covered(daftar_tahap, entri, year):
            latest[index] = entri
    return latest


def find_covered(daftar_tahap: Sequence[Tahap], entri: Entri, year: int) -> set[int]:
    """Return the indexes of the tahap that an entry puts off or gives up.

    What will not be done is given up from its periode on. What is put off is the tahap that the periode names, else
    those that were due by the new month.
    """
    whole = set(range(len(daftar_tahap)))
    if read_tahun_of_periode(entri.periode) != year or not daftar_tahap[0].bulan:
        return whole
    if entri.penundaan is None:
        first = list_bulan_of_periode(entri.periode)[0]
        return {index for index in whole if daftar_tahap[index].bulan[-1] >= first} or whole
    if named := _named(daftar_tahap, entri, year):
        return set(named)
    until = entri.penundaan.ke
    last = list_bulan_of_periode(until)[-1] if read_tahun_of_periode(until) == year else 12
    return {index for index in whole if daftar_tahap[index].bulan[-1] <= last} or {0}


def _open(tahun: Tahun, indikator: Indikator, tahap: Tahap, hari: Hari) -> str:
    if tahap.tenggat is None:
        return "tanpa-jadwal" if indikator.jadwal.keadaan is Keadaan.KOSONG else "jadwal-tidak-terbaca"
    if hari.kini > tahap.tenggat:
        since = tahun.setelan.pelaporan
        # Who does not report here is never called late: a missing report is no proof of a missing deed.
        if since is None or tahap.tenggat < since:
            return "tanpa-laporan"
        # The due day is only our reading of the decree, too weak a ground for the word late.
        if indikator.jadwal.keadaan is Keadaan.WAJAR:
            return "jadwal-tidak-pasti"
        return "tidak-selesai-akhir-tahun" if hari.kini > hari.akhir else "terlambat"
    running = date(tahun.tahun, tahap.bulan[0], 1) <= hari.tanggal
    return "sedang-berjalan" if running else "belum-waktunya"


def decide_status(daftar_tahap: Sequence[PenilaianTahap]) -> str:
    """Return the status of an indikator by what became of its tahap."""
    found = {tahap.status for tahap in daftar_tahap}
    if found <= set(TERTUTUP):
        # The weakest counts: one claim without evidence leaves the whole row a claim.
        return next(status for status in reversed(TERTUTUP) if status in found)
    for status in _FIRST:
        if status in found:
            return status
    if not found.isdisjoint(TERTUTUP):
        return "sebagian"
    return "sedang-berjalan" if "sedang-berjalan" in found else "belum-waktunya"
