"""A month: what is due in it, what begins, what goes on, what was done in it, what is late from before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import routes
from generator.model.isi import Tahun
from generator.model.periode import bulan_periode, tahun_periode
from generator.model.target import triwulan_bulan
from generator.pages.page import Bahan, Page, jejak_tahun
from generator.pages.tahap import BarisEntri, BarisTahap, by_area, list_entri, list_tahap
from generator.pages.terlambat import list_tertunda
from generator.progress import TERLAMBAT
from generator.text import BULAN, format_triwulan


def build_bulan(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield a page for each month in which something is planned or was done."""
    rows = list(list_tahap(bahan, tahun))
    months = list_bulan(bahan, tahun)
    for number in months:
        yield _month(bahan, tahun, number, months, rows)


def list_bulan(bahan: Bahan, tahun: Tahun) -> list[int]:
    """Return the months that have a page."""
    months = {entri.entri.dilaksanakan.month for entri in list_entri(bahan, tahun) if _in_year(tahun, entri)}
    for row in list_tahap(bahan, tahun):
        months |= {*row.tahap.tahap.bulan, *_due_months(tahun, row)}
    return sorted(months)


def bulan_kini(bahan: Bahan, tahun: Tahun) -> int | None:
    """Return the month to show first: that of per_tanggal, or the nearest one that has a page; None without any."""
    day = bahan.nilai(tahun).per_tanggal
    now = day.month if day.year == tahun.tahun else 1 if day.year < tahun.tahun else 12
    return min(list_bulan(bahan, tahun), key=lambda month: (abs(month - now), month), default=None)


def count_due(bahan: Bahan, tahun: Tahun, month: int) -> int:
    """Return how many tahap are due at the end of a month."""
    return sum(month in _due_months(tahun, row) for row in list_tahap(bahan, tahun))


def count_quarter(bahan: Bahan, tahun: Tahun, month: int) -> tuple[str, int] | None:
    """Return the quarter that holds a month, in words, and how many tahap with a target are due at its end."""
    quarter = triwulan_bulan(month)
    due = sum(row.tahap.tahap.triwulan == quarter for row in list_tahap(bahan, tahun))
    return (format_triwulan(quarter), due) if due else None


def _due_months(tahun: Tahun, row: BarisTahap) -> set[int]:
    day = row.tahap.tahap.jatuh_tempo
    return {day.month} if day is not None and day.year == tahun.tahun else set()


def _in_year(tahun: Tahun, row: BarisEntri) -> bool:
    return row.entri.dilaksanakan.year == tahun.tahun


def _month(bahan: Bahan, tahun: Tahun, number: int, months: list[int], rows: list[BarisTahap]) -> Page:
    planned = [row for row in rows if number in row.tahap.tahap.bulan]
    due = [row for row in rows if number in _due_months(tahun, row)]
    begins = [row for row in planned if row not in due and row.tahap.tahap.bulan[0] == number]
    first = date(tahun.tahun, number, 1)
    late = [row for row in rows if row.tahap.status in TERLAMBAT and _due_before(row, first)]
    entries = list_entri(bahan, tahun)
    return Page(
        alamat=routes.bulan(tahun, number),
        templat="bulan",
        judul=f"{BULAN[number - 1]} {tahun.tahun}",
        deskripsi=f"Yang dijadwalkan dan dikerjakan {tahun.satker.nama} pada {BULAN[number - 1]} {tahun.tahun}.",
        jejak=jejak_tahun(tahun),
        data={
            "bulan": number,
            "bagian_bulan": [
                ("jatuh-tempo", "Jatuh tempo akhir bulan ini", by_area(due)),
                ("mulai", "Mulai bulan ini", by_area(begins)),
                ("berlanjut", "Berlanjut", by_area(row for row in planned if row not in due and row not in begins)),
                ("tertunda", "Ditunda ke bulan ini", by_area(_put_off_to(bahan, tahun, number))),
                (
                    "terlambat",
                    "Terlambat dari bulan sebelumnya",
                    by_area(late if first <= bahan.nilai(tahun).per_tanggal else ()),
                ),
            ],
            "entri_bulan": [row for row in entries if _in_year(tahun, row) and row.entri.dilaksanakan.month == number],
            "jumlah": len(planned),
            "jatuh_tempo": len(due),
            "tanpa_bulan": sum(not row.tahap.tahap.bulan for row in rows),
            "daftar_bulan": months,
        },
        tahun=tahun,
        menu="bulan",
        sumber=tuple(berkas.place().berkas for rencana in tahun.rencana for berkas in rencana.berkas),
    )


def _due_before(row: BarisTahap, day: date) -> bool:
    due = row.tahap.tahap.jatuh_tempo
    return due is not None and due < day


def _put_off_to(bahan: Bahan, tahun: Tahun, month: int) -> list[BarisTahap]:
    """Return the tahap that are put off to a month or a period that ends with it."""
    return [
        row
        for row, entri, _ in list_tertunda(bahan, tahun)
        if entri.penundaan
        and tahun_periode(entri.penundaan.ke) == tahun.tahun
        and bulan_periode(entri.penundaan.ke)[-1] == month
    ]
