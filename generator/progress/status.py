"""The status of one indikator: its tahap closed by entries, and the first rule that fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.isi import Tahun
from generator.model.periode import bulan_periode, tahun_periode
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator, Keadaan, KeadaanKhusus
from generator.progress.tahap import Tahap

DITERBITKAN = ("selesai", "selesai-terlambat")
"""Statuses of what is done and proven."""
TERTUTUP = (*DITERBITKAN, "dilaporkan-tanpa-bukti")
"""Statuses of what is done or said to be."""
TERLAMBAT = ("tidak-selesai-akhir-tahun", "terlambat")
"""Statuses of what is late."""
_GIVEN = frozenset({Hasil.TIDAK_DILAKSANAKAN, Hasil.DITUNDA})
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

    tanggal: date
    """The plan's last day at the latest."""
    berakhir: bool
    """Whether the plan's end is past, so that nothing can be in time any more."""


@dataclass(frozen=True, slots=True)
class PenilaianTahap:
    """What became of one tahap."""

    tahap: Tahap
    status: str
    entri: tuple[Entri, ...] = ()
    """The entries that report it done."""

    @property
    def selesai(self) -> date | None:
        """The day on which it was done; None while it is open."""
        return min((entri.dilaksanakan for entri in self.entri), default=None)

    @property
    def bukti(self) -> tuple[str, ...]:
        """The kode of its evidence."""
        return tuple(dict.fromkeys(kode for entri in self.entri for kode in entri.bukti))


def assess_tahap(
    tahun: Tahun, indikator: Indikator, steps: Sequence[Tahap], entries: Sequence[Entri], hari: Hari
) -> tuple[PenilaianTahap, ...]:
    """Return what became of each tahap.

    Args:
        tahun: the year.
        indikator: the row.
        steps: its tahap.
        entries: its entries known by the day and not replaced, in any order.
        hari: the day to judge by.
    """
    closed = close_tahap(steps, entries, tahun.tahun)
    return tuple(
        PenilaianTahap(step, _closed(step, reports), tuple(reports))
        if reports
        else PenilaianTahap(step, _given(tahun, indikator, step, entries) or _open(tahun, indikator, step, hari))
        for step, reports in zip(steps, closed, strict=True)
    )


def close_tahap(steps: Sequence[Tahap], entries: Iterable[Entri], year: int) -> list[list[Entri]]:
    """Return for each tahap the entries that report it done.

    An entry closes the tahap that shares a month with its periode, else the earliest open one. Where all are closed
    it adds its evidence to one that has none. Entries are taken in the order in which they became known.
    """
    closed: list[list[Entri]] = [[] for _ in steps]
    done = [entri for entri in entries if entri.hasil is Hasil.SELESAI]
    for entri in sorted(done, key=lambda e: (e.diketahui, not _named(steps, e, year), e.kode)):
        places = [closed[index] for index in _named(steps, entri, year)] or closed
        target = next((place for place in places if not place), None)
        if target is None:
            target = next((place for place in places if not any(e.bukti for e in place)), places[-1])
        target.append(entri)
    return closed


def _named(steps: Sequence[Tahap], entri: Entri, year: int) -> list[int]:
    """Return which tahap an entry's periode names."""
    if tahun_periode(entri.periode) != year:
        return []
    months = set(bulan_periode(entri.periode))
    return [index for index, step in enumerate(steps) if months & set(step.bulan)]


def _closed(step: Tahap, reports: Sequence[Entri]) -> str:
    if not any(entri.bukti for entri in reports):
        return "dilaporkan-tanpa-bukti"
    late = step.tenggat is not None and min(entri.dilaksanakan for entri in reports) > step.tenggat
    return "selesai-terlambat" if late else "selesai"


def _given(tahun: Tahun, indikator: Indikator, step: Tahap, entries: Iterable[Entri]) -> str | None:
    """Return what the office or its decree has declared of an open tahap, the latest declaration first."""
    given = [entri for entri in entries if entri.hasil in _GIVEN and _covers(entri, step, tahun.tahun)]
    if given:
        return max(given, key=lambda entri: (entri.diketahui, entri.kode)).hasil.value
    return indikator.keadaan_khusus.value if indikator.keadaan_khusus else None


def _covers(entri: Entri, step: Tahap, year: int) -> bool:
    """Return whether a declaration is about a tahap: a postponement only about what was due by its new month."""
    if entri.penundaan is None or not step.bulan or tahun_periode(entri.penundaan.ke) > year:
        return True
    return step.bulan[-1] <= bulan_periode(entri.penundaan.ke)[-1]


def _open(tahun: Tahun, indikator: Indikator, step: Tahap, hari: Hari) -> str:
    if step.tenggat is None:
        return "tanpa-jadwal" if indikator.jadwal.keadaan is Keadaan.KOSONG else "jadwal-tidak-terbaca"
    if hari.berakhir or hari.tanggal > step.tenggat:
        since = tahun.setelan.pelaporan
        if since is None or step.tenggat < since:
            return "tanpa-laporan"
        if indikator.jadwal.keadaan is Keadaan.WAJAR:
            return "jadwal-tidak-pasti"
        return "tidak-selesai-akhir-tahun" if hari.berakhir else "terlambat"
    running = date(tahun.tahun, step.bulan[0], 1) <= hari.tanggal
    return "sedang-berjalan" if running else "belum-waktunya"


def status_indikator(steps: Sequence[PenilaianTahap], entries: Iterable[Entri]) -> str:
    """Return the status of an indikator by what became of its tahap and by what is reported of it."""
    found = {step.status for step in steps}
    if found <= set(TERTUTUP):
        return next(status for status in reversed(TERTUTUP) if status in found)
    for status in _FIRST:
        if status in found:
            return status
    if not found.isdisjoint(TERTUTUP):
        return "sebagian"
    running = "sedang-berjalan" in found or any(entri.hasil is Hasil.BERJALAN for entri in entries)
    return "sedang-berjalan" if running else "belum-waktunya"
