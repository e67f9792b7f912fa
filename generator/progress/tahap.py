"""The steps of an indikator by its plan: which months run together, when each step is due, what is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from generator.model.isi import Tahun, walk_area
from generator.model.periode import find_month_end, find_triwulan, group_runs, list_bulan_of_triwulan
from generator.model.rencana import BerkasRencana, Butir, Indikator

# From half a year on a run of months describes routine work, not a deed with an end.
_SHORTEST_ROUTINE = 6


@dataclass(frozen=True, slots=True)
class Tahap:
    """A run of consecutive planned months, or a quarter with a target; one without months where they are unknown."""

    bulan: tuple[int, ...]
    jatuh_tempo: date | None = None
    """The day by which the plan wants it done; None where the months are unknown."""
    tenggat: date | None = None
    """The last day on which it is in time: the due day plus the days of grace."""
    target: Decimal | None = None
    """What is to be reached by then, cumulative over the year; None in a plan by months."""
    posisi: bool = False
    """Whether the target is a state, not an amount that adds up."""

    @property
    def triwulan(self) -> int | None:
        """The quarter of a tahap with a target; None in a plan by months."""
        return find_triwulan(self.bulan[0]) if self.target is not None else None

    @property
    def rutin(self) -> bool:
        """Whether it runs so long that it is routine work, shown quarter by quarter."""
        return len(self.bulan) >= _SHORTEST_ROUTINE


def find_end_of_rencana(tahun: Tahun, berkas: BerkasRencana | None = None) -> date:
    """Return the last day on which a plan is valid, or the last of all the year's plans.

    A plan ends when its decree says so, else when the year's settings say so, else with the year.
    """
    if berkas is None:
        ends = [find_end_of_rencana(tahun, letak.berkas) for letak in walk_area(tahun)]
        return max(ends, default=tahun.setelan.berlaku_sampai or date(tahun.tahun, 12, 31))
    keputusan = tahun.keputusan_berkode(berkas.keputusan)
    decreed = keputusan.berlaku_sampai if keputusan else None
    return decreed or tahun.setelan.berlaku_sampai or date(tahun.tahun, 12, 31)


def berlaku(tahun: Tahun, berkas: BerkasRencana, butir: Butir, day: date) -> bool:
    """Return whether a row is in force on a day: not yet ended by a decree, and not from a decree of a later date."""
    ended = tahun.keputusan_berkode(butir.dicabut)
    # A decree whose date cannot be read counts as in force.
    if ended is not None and (ended.tanggal is None or ended.tanggal <= day):
        return False
    own = tahun.keputusan_berkode(butir.keputusan) if butir.keputusan != berkas.keputusan else None
    return own is None or own.tanggal is None or own.tanggal <= day


def list_tahap(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> tuple[Tahap, ...]:
    """Return the tahap of an indikator; one without months or due day where its months are unknown.

    A tahap wholly before its decree's date is due at the end of the decree's month; none is due after its plan's end.
    """
    if not indikator.bulan:
        return (Tahap(()),)
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    decreed = keputusan.tanggal if keputusan else None
    end, grace = find_end_of_rencana(tahun, berkas), timedelta(days=tahun.setelan.tenggang_hari)
    daftar_tahap = []
    posisi = indikator.target is not None and indikator.target.posisi
    for bulan, target in _parts(indikator):
        due = find_month_end(tahun.tahun, bulan[-1])
        # Nobody could keep a date before the plan existed; the decree's own month is the first fair one.
        if decreed is not None and due < decreed:
            due = find_month_end(decreed.year, decreed.month)
        due = min(due, end)
        daftar_tahap.append(Tahap(bulan, due, due + grace, target, posisi))
    return tuple(daftar_tahap)


def _parts(indikator: Indikator) -> Iterator[tuple[tuple[int, ...], Decimal | None]]:
    """Yield the months of each tahap, and its target where the plan has one; a quarter without any is no tahap."""
    if indikator.target is None:
        yield from ((bulan, None) for bulan in group_runs(indikator.bulan))
    else:
        yield from (
            (list_bulan_of_triwulan(number), indikator.target.sampai(number)) for number in indikator.target.triwulan
        )


def digeser(tahun: Tahun, tahap: Tahap) -> bool:
    """Return whether a tahap is due on another day than the end of its last month."""
    return tahap.jatuh_tempo is not None and tahap.jatuh_tempo != find_month_end(tahun.tahun, tahap.bulan[-1])
