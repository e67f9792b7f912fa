"""The pages made from the log: months, reports, what is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import routes
from generator.model.periode import BULAN, list_bulan_of_periode, read_tahun_of_periode
from generator.pages.page import Page, build_year_trail, find_settings_file, list_plan_files
from generator.progress import TERLAMBAT
from generator.text import format_periode
from generator.views import YearView
from generator.views.glance import count_undated, list_due_months
from generator.views.measures import select_reported
from generator.views.penundaan import count_dilepas
from generator.views.rows import BarisKali, group_by_area


def build_bulan(year: YearView) -> Iterator[Page]:
    """Yield a page for each month in which something is planned or was done."""
    for number in year.bulan:
        yield _month(year, number)


def _month(year: YearView, number: int) -> Page:
    tahun, name = year.tahun, BULAN[number - 1]
    done = [row for row in year.entri if row.entri.dilaksanakan.year == tahun.tahun]
    parts, planned, due = _parts(year, number)
    return Page(
        alamat=routes.bulan(tahun, number),
        template="bulan",
        judul=f"{name} {tahun.tahun}",
        deskripsi=f"Yang dijadwalkan dan dikerjakan {tahun.satker.nama} pada {name} {tahun.tahun}.",
        jejak=build_year_trail(tahun),
        data={
            "bulan": number,
            "bagian_bulan": [(kode, title, group_by_area(rows)) for kode, title, rows in parts],
            "entri_bulan": [row for row in done if row.entri.dilaksanakan.month == number],
            "jumlah": planned,
            "jatuh_tempo": due,
            "tanpa_bulan": count_undated(year.tahap),
            "daftar_bulan": year.bulan,
        },
        year=year,
        menu="bulan",
        sumber=list_plan_files(tahun),
    )


def _parts(year: YearView, number: int) -> tuple[list[tuple[str, str, list[BarisKali]]], int, int]:
    """Return the parts of a month's page, and how many occurrences are planned and due in it."""
    # Of what is only counted, all occurrences have the same months: one stands for them.
    rows = [row for row in year.kali if not row.tahap.tahap.counted or row.kali is row.tahap.kali[-1]]
    planned = [row for row in rows if number in row.kali.kali.bulan]
    due = [row for row in rows if number in list_due_months(year.tahun.tahun, row)]
    begins = [row for row in planned if row not in due and row.kali.kali.bulan[0] == number]
    go_on = [row for row in planned if row not in due and row not in begins]
    first = date(year.tahun.tahun, number, 1)
    late = [row for row in year.kali if row.status in TERLAMBAT and _due_before(row, first)]
    parts = [
        ("jatuh-tempo", "Jatuh tempo akhir bulan ini", due),
        ("mulai", "Mulai bulan ini", begins),
        ("berlanjut", "Berlanjut", go_on),
        ("tertunda", "Ditunda ke bulan ini", _put_off_to(year, number)),
        # None in a month to come: what will be late by then is not known.
        ("terlambat", "Terlambat dari bulan sebelumnya", late if first <= year.nilai.per_tanggal else []),
    ]
    return parts, len(planned), len(due)


def _due_before(row: BarisKali, day: date) -> bool:
    limit = row.jatuh_tempo
    return limit is not None and limit < day


def _put_off_to(year: YearView, month: int) -> list[BarisKali]:
    """Return the occurrences that are put off to a month or a period that ends with it."""
    return [
        row
        for row in year.kali
        if (entri := row.kali.pernyataan) is not None
        and entri.penundaan
        and row.status == entri.hasil
        and read_tahun_of_periode(entri.penundaan.ke) == year.tahun.tahun
        and list_bulan_of_periode(entri.penundaan.ke)[-1] == month
    ]


def build_laporan(year: YearView) -> Iterator[Page]:
    """Yield a page for each report; a period without entries of the office has none."""
    tahun = year.tahun
    for laporan in year.laporan:
        name = format_periode(laporan.periode)
        yield Page(
            alamat=routes.laporan(tahun, laporan.periode),
            template="laporan",
            judul=f"Laporan {name}",
            deskripsi=f"Realisasi rencana aksi {tahun.satker.nama} {name}: jatuh tempo, dikerjakan, terhambat.",
            jejak=build_year_trail(tahun),
            data={
                "laporan": laporan,
                "ukuran": select_reported(year.ukuran, (row.entri.kode for row in laporan.entri), laporan.periode),
                "periode_lain": [one.periode for one in year.laporan if one is not laporan],
                "tanpa_bulan": count_undated(year.tahap),
            },
            year=year,
            menu="laporan",
            sumber=laporan.sumber,
        )


def build_terlambat(year: YearView) -> Iterator[Page]:
    """Yield the list of what is late."""
    tahun = year.tahun
    yield Page(
        alamat=routes.bagian_tahun(tahun, "terlambat"),
        template="terlambat",
        judul=f"Terlambat {tahun.tahun}",
        deskripsi=f"Yang terlambat dikerjakan {tahun.satker.nama} pada {tahun.tahun}, sejak kapan, dan mengapa.",
        jejak=build_year_trail(tahun),
        data={
            "terlambat": year.terlambat,
            "tertunda": year.tertunda,
            "dilepas": count_dilepas(row.tahap.kali for row in year.tahap),
            "tanpa_bulan": count_undated(year.tahap),
        },
        year=year,
        menu="terlambat",
        sumber=find_settings_file(tahun),
    )
