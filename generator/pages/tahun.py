"""Pages of one office's year: at a glance, months, index, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.rencana import Area, Bagian, Indikator
from generator.pages.page import Bahan, Page, baris_panas, jejak_kantor, jejak_tahun, nama_area, ringkas, semua_bagian
from generator.text import BULAN, runs


@dataclass(frozen=True, slots=True)
class BarisBulan:
    """One indikator that is planned for a month."""

    bagian: Bagian
    indikator: Indikator
    mulai: bool
    """The month begins a tahap."""
    jatuh_tempo: bool
    """The month ends a tahap."""


def build_tahun(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the pages of a year that are not those of its plans, teams and decrees."""
    yield _glance(bahan, tahun)
    months = [n for n in range(1, 13) if any(_planned(tahun, bahan, r, n) for r in tahun.rencana)]
    for number in months:
        yield _month(bahan, tahun, number, months)
    if tahun.rencana:
        yield _index(tahun)
    yield _downloads(tahun)


def bulan_kini(bahan: Bahan, tahun: Tahun) -> int | None:
    """Return the month to show first: that of per_tanggal, or the nearest one planned; None without any."""
    months = [n for n in range(1, 13) if any(_planned(tahun, bahan, r, n) for r in tahun.rencana)]
    day = bahan.nilai(tahun).per_tanggal
    now = day.month if day.year == tahun.tahun else 12
    return min(months, key=lambda month: (abs(month - now), month), default=None)


def sekilas(bahan: Bahan, tahun: Tahun) -> list[dict[str, object]]:
    """Return each plan of a year at a glance: its counts, and its areas month by month."""
    return [
        {
            "rencana": rencana,
            "ringkasan": ringkas(bahan, tahun, rencana.daftar_indikator()),
            "area": [
                baris_panas(
                    bahan,
                    tahun,
                    area.semua_indikator(),
                    nomor=area.nomor,
                    nama=nama_area(area, rencana.rezim),
                    alamat=routes.area(tahun, rencana, area),
                )
                for area in rencana.area
            ],
        }
        for rencana in tahun.rencana
    ]


def _glance(bahan: Bahan, tahun: Tahun) -> Page:
    return Page(
        alamat=routes.tahun(tahun),
        templat="tahun",
        judul=f"{tahun.satker.nama} {tahun.tahun}",
        deskripsi=f"Rencana aksi {tahun.satker.nama} tahun {tahun.tahun}: apa yang dijanjikan, kapan, oleh siapa.",
        jejak=jejak_kantor(tahun),
        data={
            "rencana": sekilas(bahan, tahun),
            "bulan_kini": bulan_kini(bahan, tahun),
            "belum_disalin": [
                (keputusan, lampiran)
                for keputusan in tahun.keputusan
                for lampiran in keputusan.lampiran
                if not lampiran.disalin
            ],
        },
        tahun=tahun,
        menu="ringkasan",
        singkat=str(tahun.tahun),
        sumber=(f"{tahun.berkas}/tahun.yml",),
    )


def _planned(tahun: Tahun, bahan: Bahan, rencana: Rencana, month: int) -> list[tuple[Area, list[BarisBulan]]]:
    """Return the indikator in force that are planned for a month, by area."""
    areas = []
    for area in rencana.area:
        rows = []
        for bagian in area.bagian:
            for indikator in bagian.semua_indikator():
                steps = [step for step in runs(indikator.jadwal.bulan or ()) if month in step]
                if steps and bahan.status(tahun, indikator) is not None:
                    rows.append(BarisBulan(bagian, indikator, steps[0][0] == month, steps[0][-1] == month))
        if rows:
            areas.append((area, rows))
    return areas


def _month(bahan: Bahan, tahun: Tahun, number: int, months: list[int]) -> Page:
    plans = [(rencana, _planned(tahun, bahan, rencana, number)) for rencana in tahun.rencana]
    rows = [row for _, areas in plans for _, area_rows in areas for row in area_rows]
    unread = sum(i.jadwal.bulan is None for rencana in tahun.rencana for i in rencana.daftar_indikator())
    return Page(
        alamat=routes.bulan(tahun, number),
        templat="bulan",
        judul=f"{BULAN[number - 1]} {tahun.tahun}",
        deskripsi=f"Yang dijadwalkan {tahun.satker.nama} pada {BULAN[number - 1]} {tahun.tahun}.",
        jejak=jejak_tahun(tahun),
        data={
            "bulan": number,
            "rencana": [(rencana, areas) for rencana, areas in plans if areas],
            "jumlah": len(rows),
            "mulai": sum(row.mulai for row in rows),
            "jatuh_tempo": sum(row.jatuh_tempo for row in rows),
            "tanpa_bulan": unread,
            "daftar_bulan": months,
        },
        tahun=tahun,
        menu="bulan",
        sumber=tuple(berkas.place().berkas for rencana in tahun.rencana for berkas in rencana.berkas),
    )


def _index(tahun: Tahun) -> Page:
    return Page(
        alamat=routes.bagian_tahun(tahun, "indeks"),
        templat="indeks_tahun",
        judul=f"Indeks {tahun.tahun}",
        deskripsi=f"Semua kegiatan {tahun.satker.nama} tahun {tahun.tahun} menurut abjad.",
        jejak=jejak_tahun(tahun),
        data={"bagian": sorted(semua_bagian(tahun), key=lambda row: (row[2].nama.casefold(), row[2].kode))},
        tahun=tahun,
        menu="indeks",
        sumber=tuple(berkas.place().berkas for rencana in tahun.rencana for berkas in rencana.berkas),
    )


def _downloads(tahun: Tahun) -> Page:
    return Page(
        alamat=routes.bagian_tahun(tahun, "unduhan"),
        templat="unduhan",
        judul=f"Unduhan {tahun.tahun}",
        deskripsi=f"Data terbuka {tahun.satker.nama} tahun {tahun.tahun} dalam JSON dan CSV.",
        jejak=jejak_tahun(tahun),
        tahun=tahun,
        menu="unduhan",
        sumber=(f"{tahun.berkas}/tahun.yml",),
    )
