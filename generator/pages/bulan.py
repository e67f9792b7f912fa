"""A month: what is due in it, what begins, what goes on, what was done in it, what is late from before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import routes
from generator.model.isi import Tahun
from generator.pages.page import Bahan, Page, jejak_tahun
from generator.pages.tahap import BarisTahap, by_area, list_tahap
from generator.progress import TERLAMBAT
from generator.text import BULAN


def build_bulan(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield a page for each month in which something is planned or was done."""
    rows = list(list_tahap(bahan, tahun))
    months = list_bulan(bahan, tahun)
    for number in months:
        yield _month(bahan, tahun, number, months, rows)


def list_bulan(bahan: Bahan, tahun: Tahun) -> list[int]:
    """Return the months that have a page."""
    months: set[int] = set()
    for row in list_tahap(bahan, tahun):
        months |= {*row.tahap.tahap.bulan, *_done_months(tahun, row)}
    return sorted(months)


def bulan_kini(bahan: Bahan, tahun: Tahun) -> int | None:
    """Return the month to show first: that of per_tanggal, or the nearest one that has a page; None without any."""
    day = bahan.nilai(tahun).per_tanggal
    now = day.month if day.year == tahun.tahun else 12
    return min(list_bulan(bahan, tahun), key=lambda month: (abs(month - now), month), default=None)


def count_due(bahan: Bahan, tahun: Tahun, month: int) -> int:
    """Return how many tahap end with a month."""
    return sum(row.tahap.tahap.bulan[-1:] == (month,) for row in list_tahap(bahan, tahun))


def _done_months(tahun: Tahun, row: BarisTahap) -> set[int]:
    day = row.tahap.selesai
    return {day.month} if day is not None and day.year == tahun.tahun else set()


def _month(bahan: Bahan, tahun: Tahun, number: int, months: list[int], rows: list[BarisTahap]) -> Page:
    planned = [row for row in rows if number in row.tahap.tahap.bulan]
    due = [row for row in planned if row.tahap.tahap.bulan[-1] == number]
    begins = [row for row in planned if row not in due and row.tahap.tahap.bulan[0] == number]
    arrived = date(tahun.tahun, number, 1) <= bahan.nilai(tahun).per_tanggal
    late = [row for row in rows if row.tahap.status in TERLAMBAT and row.tahap.tahap.bulan[-1] < number]
    return Page(
        alamat=routes.bulan(tahun, number),
        templat="bulan",
        judul=f"{BULAN[number - 1]} {tahun.tahun}",
        deskripsi=f"Yang dijadwalkan dan dikerjakan {tahun.satker.nama} pada {BULAN[number - 1]} {tahun.tahun}.",
        jejak=jejak_tahun(tahun),
        data={
            "bulan": number,
            "bagian_bulan": [
                ("jatuh-tempo", "Jatuh tempo bulan ini", by_area(due)),
                ("mulai", "Mulai bulan ini", by_area(begins)),
                ("berlanjut", "Berlanjut", by_area(row for row in planned if row not in due and row not in begins)),
                ("selesai", "Dikerjakan bulan ini", by_area(r for r in rows if number in _done_months(tahun, r))),
                ("terlambat", "Terlambat dari bulan sebelumnya", by_area(late if arrived else ())),
            ],
            "jumlah": len(planned),
            "mulai": sum(row.tahap.tahap.bulan[0] == number for row in planned),
            "jatuh_tempo": len(due),
            "tanpa_bulan": sum(not row.tahap.tahap.bulan for row in rows),
            "daftar_bulan": months,
        },
        tahun=tahun,
        menu="bulan",
        sumber=tuple(berkas.place().berkas for rencana in tahun.rencana for berkas in rencana.berkas),
    )
