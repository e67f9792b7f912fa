"""Each plan of a year at a glance, and which of its months have something to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.model.isi import Kosakata, Rencana, Tahun
from generator.model.periode import KOLOM, find_triwulan
from generator.model.perubahan import RiwayatTahun
from generator.progress import Penilaian, find_end_of_rencana
from generator.text import format_triwulan
from generator.views.counts import HeatRow, Ringkasan, list_heat, summarize_indikator
from generator.views.names import name_area
from generator.views.rows import BarisEntri, BarisKali, BarisTahap


def list_bulan(year: int, rows: Iterable[BarisKali], daftar_entri: Iterable[BarisEntri]) -> list[int]:
    """Return the months in which something is planned, due, or was done."""
    months = {row.entri.dilaksanakan.month for row in daftar_entri if row.entri.dilaksanakan.year == year}
    for row in rows:
        months |= {*row.tahap.tahap.bulan, *list_due_months(year, row)}
    return sorted(months)


def find_bulan_kini(year: int, day: date, months: Iterable[int]) -> int | None:
    """Return the month to show first: that of the day, or the nearest one that has a page; None without any."""
    now = day.month if day.year == year else 1 if day.year < year else 12
    return min(months, key=lambda month: (abs(month - now), month), default=None)


def count_due(year: int, rows: Iterable[BarisKali], month: int) -> int:
    """Return how many occurrences are due at the end of a month."""
    return sum(month in list_due_months(year, row) for row in rows)


def count_undated(rows: Iterable[BarisTahap]) -> int:
    """Return how many indikator are due in no known month, so that nothing can be said of their being late."""
    return sum(not row.tahap.tahap.bulan for row in rows)


def count_quarter(rows: Iterable[BarisKali], month: int) -> tuple[str, int] | None:
    """Return the quarter that holds a month, in words, and how many tahap with a target are due at its end."""
    quarter = find_triwulan(month)
    due = sum(row.tahap.tahap.triwulan == quarter for row in rows)
    return (format_triwulan(quarter), due) if due else None


def list_due_months(year: int, row: BarisKali) -> set[int]:
    """Return the month of a year in which an occurrence is due; none where it is due in no month of that year.

    One that is not late by itself is due with the last of its tahap.
    """
    tahap, kali = row.tahap.tahap, row.kali.kali
    day = kali.jatuh_tempo if tahap.binding or kali == tahap.kali[-1] else None
    if tahap.jatuh_tempo is None:
        day = None
    return {day.month} if day is not None and day.year == year else set()


@dataclass(frozen=True, slots=True)
class PlanGlance:
    """One plan at a glance."""

    jenis: str
    judul: str
    """What its regime calls such a plan."""
    berakhir: date | None
    """Its last day, where it has ended while another plan of the year goes on."""
    ringkasan: Ringkasan
    area: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh a year's data are."""

    per_tanggal: date
    terakhir: date | None
    """The last day on which the office reported."""
    berakhir: bool
    """Whether every plan of the year has ended."""
    basi: bool
    """Whether a reporting office has been silent for too long."""
    sejak: date | None
    """The day since which its data are recorded here; None where the history does not tell."""

    @property
    def recorded_later(self) -> bool:
        """Whether the data were recorded only after the day whose state they show."""
        return self.sejak is not None and self.sejak > self.per_tanggal


def assess_freshness(nilai: Penilaian, riwayat: RiwayatTahun | None) -> Freshness:
    """Return how fresh a year's data are on a day, and since when its history has them."""
    first = riwayat.sejak if riwayat else None
    day = first.tanggal if first else None
    return Freshness(nilai.per_tanggal, nilai.log.terakhir, nilai.berakhir, nilai.basi, day)


def list_glances(kosakata: Kosakata, tahun: Tahun, nilai: Penilaian) -> Iterator[PlanGlance]:
    """Yield each plan of a year at a glance."""
    for rencana in tahun.rencana:
        rows = (
            list_heat(
                kosakata,
                nilai,
                area.semua_indikator(),
                nomor=area.nomor,
                nama=name_area(area, rencana.rezim),
                alamat=routes.area(tahun, rencana, area),
                melapor=tahun.setelan.pelaporan is not None,
                kolom=KOLOM[rencana.rezim.periode],
            )
            for area in rencana.area
        )
        counts = summarize_indikator(kosakata, nilai, rencana.daftar_indikator())
        label = rencana.rezim.label.rencana
        yield PlanGlance(rencana.jenis, label, _ended(tahun, nilai, rencana), counts, tuple(rows))


def _ended(tahun: Tahun, nilai: Penilaian, rencana: Rencana) -> date | None:
    end = max(find_end_of_rencana(tahun, berkas) for berkas in rencana.berkas)
    return end if end < nilai.per_tanggal else None
