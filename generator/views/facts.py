"""What every form of the data says of a row beside its status: by when it is due, how late it is, what is proven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.progress import TERLAMBAT, Penilaian, PenilaianIndikator, find_proven_months
from generator.views.late import Keterlambatan
from generator.views.rows import BarisKali

_AWAITED = ("sedang-berjalan", "belum-waktunya", "ditunda")
"""Statuses of what is still to come."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is to be told of one indikator in force."""

    jatuh_tempo: date | None
    """The due day that it is late past, else the next one, else the last; None where nothing is due."""
    hari_terlambat: int | None
    """Days since the last day on which it would have been in time; None for a row that is not late."""
    bulan_terbukti: tuple[int, ...]
    """The months for which there is proof, 1 to 12."""


def list_facts(
    nilai: Penilaian, rows: Iterable[BarisKali], late: Iterable[Keterlambatan]
) -> Iterable[tuple[str, RowFacts]]:
    """Yield the kode of each indikator in force with what is to be told of it.

    Args:
        nilai: the state of its year.
        rows: the occurrences of the year.
        late: what is late in it, the longest late first.
    """
    daftar_kali: dict[str, list[BarisKali]] = {}
    for row in rows:
        daftar_kali.setdefault(row.indikator.kode, []).append(row)
    days: dict[str, int] = {}
    for one in late:
        days.setdefault(one.baris.indikator.kode, one.hari)
    for kode, state in nilai.indikator.items():
        yield kode, RowFacts(_due(daftar_kali.get(kode, ())), days.get(kode), list_bulan_terbukti(nilai, state))


def list_bulan_terbukti(nilai: Penilaian, state: PenilaianIndikator) -> tuple[int, ...]:
    """Return the months of a row for which there is proof; none that begins after the day of the data.

    A planned month is proven by what its own tahap asks for; another tahap that was done in it proves that other one.
    """
    planned = {month: step for step in state.tahap for month in step.tahap.bulan}
    found = {
        month
        for step in state.tahap
        for month in find_proven_months(step, nilai.tahun)
        if planned.get(month, step) is step
    }
    return tuple(sorted(month for month in found if date(nilai.tahun, month, 1) <= nilai.per_tanggal))


def _due(rows: Iterable[BarisKali]) -> date | None:
    known = [(row, day) for row in rows if (day := row.jatuh_tempo) is not None and not row.khusus]
    late = [(row.kali.batas or day, day) for row, day in known if row.status in TERLAMBAT]
    if late:
        return min(late)[1]
    awaited = [day for row, day in known if row.status in _AWAITED]
    return min(awaited) if awaited else max((day for _, day in known), default=None)
