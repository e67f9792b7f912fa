"""The months of a year: which have a page, which is shown first, how much is due at the end of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.model.target import find_triwulan
from generator.text import format_triwulan
from generator.views.rows import BarisEntri, BarisTahap


def list_bulan(year: int, rows: Iterable[BarisTahap], daftar_entri: Iterable[BarisEntri]) -> list[int]:
    """Return the months in which something is planned, due, or was done."""
    months = {row.entri.dilaksanakan.month for row in daftar_entri if row.entri.dilaksanakan.year == year}
    for row in rows:
        months |= {*row.tahap.tahap.bulan, *list_due_months(year, row)}
    return sorted(months)


def find_bulan_kini(year: int, day: date, months: Iterable[int]) -> int | None:
    """Return the month to show first: that of the day, or the nearest one that has a page; None without any."""
    now = day.month if day.year == year else 1 if day.year < year else 12
    return min(months, key=lambda month: (abs(month - now), month), default=None)


def count_due(year: int, rows: Iterable[BarisTahap], month: int) -> int:
    """Return how many tahap are due at the end of a month."""
    return sum(month in list_due_months(year, row) for row in rows)


def count_quarter(rows: Iterable[BarisTahap], month: int) -> tuple[str, int] | None:
    """Return the quarter that holds a month, in words, and how many tahap with a target are due at its end."""
    quarter = find_triwulan(month)
    due = sum(row.tahap.tahap.triwulan == quarter for row in rows)
    return (format_triwulan(quarter), due) if due else None


def list_due_months(year: int, row: BarisTahap) -> set[int]:
    """Return the month of a year in which a tahap is due; none where it is due in no month of that year."""
    day = row.tahap.tahap.jatuh_tempo
    return {day.month} if day is not None and day.year == year else set()
