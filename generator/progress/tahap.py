"""The steps of an indikator by its plan: which months run together, how often, by when, and what is in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from generator.model.irama import JenisIrama, list_bagian_tahun
from generator.model.isi import Tahun, walk_area
from generator.model.periode import find_month_end, find_triwulan, group_runs, list_bulan_of_triwulan
from generator.model.rencana import BerkasRencana, Butir, Indikator, Keadaan
from generator.text import format_kali

# From half a year on a run of months describes routine work, not a deed with an end.
_SHORTEST_ROUTINE = 6
_YEAR = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class Kali:
    """One occurrence of what a tahap asks for."""

    bulan: tuple[int, ...]
    """Its planned months; none where they are unknown."""
    span: tuple[int, ...]
    """The months in which the periode of an entry about it lies: its month, quarter or half, or all of the tahap."""
    jatuh_tempo: date | None = None
    """The day by which it is owed; None where nothing tells."""
    tenggat: date | None = None
    """That day, with the days of grace."""

    @property
    def nama(self) -> str:
        """Which part of the year it is, in words: Maret, triwulan I, semester II."""
        return format_kali(self.bulan, self.span)


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
    turun: bool = False
    """Whether the target is a state that is to be low."""
    irama: Literal["sekali", "rutin", "berkala", "tersedia"] = "sekali"
    """Whether it is done once; again and again, as its length or the plan says; or whether it stands."""
    kali: tuple[Kali, ...] = ()
    """Its occurrences in order; one where it is not divided."""
    binding: bool = True
    """Whether each occurrence is late past its own day, not only past that of the whole tahap."""
    counted: bool = False
    """Whether the plan only says how many times: each entry stands for the next occurrence."""

    @property
    def triwulan(self) -> int | None:
        """The quarter of a tahap with a target; None in a plan by months."""
        return find_triwulan(self.bulan[0]) if self.target is not None else None

    def due(self, kali: Kali) -> date | None:
        """Return the day by which the plan wants an occurrence: its own, or that of all of them together."""
        return kali.jatuh_tempo if self.binding else self.jatuh_tempo

    def limit(self, kali: Kali) -> date | None:
        """Return the last day on which an occurrence is in time: that day, with the days of grace."""
        return kali.tenggat if self.binding else self.tenggat

    @property
    def sekali(self) -> bool:
        """Whether one deed within its months is all that it asks for."""
        return self.irama == "sekali"


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


def find_running(years: Sequence[Tahun], day: date) -> Tahun:
    """Return the year that runs on a day, the newest of several; if none does the latest begun, else the first to come.

    Args:
        years: at least one.
        day: the day.
    """
    newest = sorted(years, key=lambda tahun: -tahun.tahun)
    begun = [tahun for tahun in newest if date(tahun.tahun, 1, 1) <= day]
    running = [tahun for tahun in begun if day <= find_end_of_rencana(tahun)]
    return next(iter(running or begun), newest[-1])


def berlaku(tahun: Tahun, berkas: BerkasRencana, butir: Butir, day: date) -> bool:
    """Return whether a row is in force on a day: not yet ended by a decree, and not from a decree of a later date."""
    ended = tahun.keputusan_berkode(butir.dicabut)
    # A decree whose date cannot be read counts as in force.
    if ended is not None and (ended.tanggal is None or ended.tanggal <= day):
        return False
    own = tahun.keputusan_berkode(butir.keputusan) if butir.keputusan != berkas.keputusan else None
    return own is None or own.tanggal is None or own.tanggal <= day


@dataclass(frozen=True, slots=True)
class _Calendar:
    """By when months of a plan are owed."""

    tahun: int
    decreed: date | None
    end: date
    grace: timedelta

    def due(self, month: int) -> date:
        """Return the day by which what ends in a month is due, never after the plan's end."""
        day = find_month_end(self.tahun, month)
        # Nobody could keep a date before the plan existed; the decree's own month is the first fair one.
        if self.decreed is not None and day < self.decreed:
            day = find_month_end(self.decreed.year, self.decreed.month)
        return min(day, self.end)

    def kali(self, bulan: tuple[int, ...], span: tuple[int, ...]) -> Kali:
        """Return an occurrence; where its months are unknown, it is owed by the end of its part of the year."""
        due = self.due((bulan or span)[-1])
        return Kali(bulan, span, due, due + self.grace)


def list_tahap(tahun: Tahun, berkas: BerkasRencana, indikator: Indikator) -> tuple[Tahap, ...]:
    """Return the tahap of an indikator, each with its occurrences; one without due day where its months are unknown.

    What lies wholly before its decree's date is due at the end of the decree's month; nothing is due after its plan's
    end. A run is divided by the rhythm that the row has; without any, one of six months and more by its quarters.
    """
    keputusan = tahun.keputusan_berkode(berkas.keputusan_butir(indikator))
    calendar = _Calendar(
        tahun.tahun,
        keputusan.tanggal if keputusan else None,
        find_end_of_rencana(tahun, berkas),
        timedelta(days=tahun.setelan.tenggang_hari),
    )
    if not indikator.bulan:
        return (_unreadable(indikator, calendar),)
    if indikator.target is not None:
        return tuple(_measured(indikator, calendar))
    return tuple(_by_months(indikator, bulan, calendar) for bulan in group_runs(indikator.bulan))


def _measured(indikator: Indikator, calendar: _Calendar) -> Iterator[Tahap]:
    """Yield a tahap for each quarter that asks for something."""
    target = indikator.target
    assert target is not None, "only rows with a target are asked for"  # noqa: S101 - a defect of ours otherwise
    for number in target.triwulan:
        bulan = list_bulan_of_triwulan(number)
        kali = calendar.kali(bulan, bulan)
        goal, posisi, turun = target.sampai(number), target.posisi, target.turun
        yield Tahap(bulan, kali.jatuh_tempo, kali.tenggat, goal, posisi, turun, kali=(kali,))


def _by_months(indikator: Indikator, bulan: tuple[int, ...], calendar: _Calendar) -> Tahap:
    kind, irama = _kind(indikator, bulan), indikator.irama
    whole = calendar.kali(bulan, bulan)
    free = kind == "berkala" and irama is not None and irama.tiap is None and len(bulan) >= _SHORTEST_ROUTINE
    if kind == "sekali":
        daftar_kali: tuple[Kali, ...] = (whole,)
    elif free and irama is not None:
        daftar_kali = (whole,) * (irama.minimal or 1)
    else:
        parts = list_bagian_tahun((irama.tiap if irama else None) or "triwulan")
        there = ((tuple(month for month in bulan if month in part), part) for part in parts)
        daftar_kali = tuple(calendar.kali(own, part) for own, part in there if own)
    quoted = irama is not None and irama.dikutip and indikator.jadwal.keadaan is Keadaan.PASTI
    return Tahap(
        bulan,
        whole.jatuh_tempo,
        whole.tenggat,
        irama=kind,
        kali=daftar_kali,
        binding=kind == "sekali" or (kind == "berkala" and quoted),
        counted=free,
    )


def _kind(indikator: Indikator, bulan: tuple[int, ...]) -> Literal["sekali", "rutin", "berkala", "tersedia"]:
    if indikator.irama is not None:
        return indikator.irama.jenis.value
    return "rutin" if len(bulan) >= _SHORTEST_ROUTINE else "sekali"


def _unreadable(indikator: Indikator, calendar: _Calendar) -> Tahap:
    """Return the tahap of a row without known months; its own words may still say how often it is owed."""
    irama = indikator.irama
    if irama is None or irama.jenis is not JenisIrama.BERKALA:
        return Tahap((), kali=(Kali((), _YEAR),))
    if irama.tiap is None:
        return Tahap((), irama="berkala", kali=(calendar.kali((), _YEAR),) * (irama.minimal or 1), counted=True)
    parts = list_bagian_tahun(irama.tiap)
    return Tahap((), irama="berkala", kali=tuple(calendar.kali((), part) for part in parts))


def digeser(tahun: Tahun, tahap: Tahap) -> bool:
    """Return whether a tahap is due on another day than the end of its last month."""
    return tahap.jatuh_tempo is not None and tahap.jatuh_tempo != find_month_end(tahun.tahun, tahap.bulan[-1])
