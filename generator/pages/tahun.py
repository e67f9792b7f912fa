"""Pages of one office's year: at a glance, index, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.realisasi import Entri
from generator.model.situs import StatusBaku
from generator.pages.bukti import list_bukti
from generator.pages.bulan import bulan_kini, count_due, count_quarter
from generator.pages.laporan import list_laporan
from generator.pages.ld import HAK
from generator.pages.page import (
    Bahan,
    Page,
    Tautan,
    baris_panas,
    jejak_kantor,
    jejak_tahun,
    link_indikator,
    nama_area,
    ringkas,
    semua_bagian,
)
from generator.pages.publikasi import list_publikasi
from generator.pages.riwayat import list_perubahan, list_simpan
from generator.pages.tahun_lalu import compare_years
from generator.pages.terlambat import list_terlambat, reports_here
from generator.pages.unduhan import daftar_data, daftar_dokumen, daftar_kalender, daftar_paket
from generator.progress import akhir_rencana
from generator.text import KOLOM

_FEW = 3
"""So many of the latest commits stand on the year's first page."""
_MANY = 5
"""So many of the latest entries stand on the year's first page."""


def build_tahun(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield the year at a glance, its index, and its downloads."""
    yield _glance(bahan, tahun)
    if tahun.rencana:
        yield _index(bahan, tahun)
    yield _downloads(bahan, tahun)


def sekilas(bahan: Bahan, tahun: Tahun) -> list[dict[str, object]]:
    """Return each plan of a year at a glance: its counts, and its areas month by month."""
    return [
        {
            "rencana": rencana,
            "berakhir": _ended(bahan, tahun, rencana),
            "ringkasan": ringkas(bahan, tahun, rencana.daftar_indikator()),
            "area": [
                baris_panas(
                    bahan,
                    tahun,
                    area.semua_indikator(),
                    nomor=area.nomor,
                    nama=nama_area(area, rencana.rezim),
                    alamat=routes.area(tahun, rencana, area),
                    kolom=KOLOM[rencana.rezim.periode],
                )
                for area in rencana.area
            ],
        }
        for rencana in tahun.rencana
    ]


def _ended(bahan: Bahan, tahun: Tahun, rencana: Rencana) -> date | None:
    """Return the last day of a plan that has ended while another of the year goes on, or None."""
    end = max(akhir_rencana(tahun, berkas) for berkas in rencana.berkas)
    return end if end < bahan.nilai(tahun).per_tanggal else None


def _glance(bahan: Bahan, tahun: Tahun) -> Page:
    return Page(
        alamat=routes.tahun(tahun),
        templat="tahun",
        judul=f"{tahun.satker.nama} {tahun.tahun}",
        deskripsi=f"Rencana aksi {tahun.satker.nama} tahun {tahun.tahun}: apa yang dijanjikan, kapan, oleh siapa.",
        jejak=jejak_kantor(tahun),
        data={
            "rencana": sekilas(bahan, tahun),
            "bulan_kini": (month := bulan_kini(bahan, tahun)),
            "jatuh_tempo": count_due(bahan, tahun, month) if month else 0,
            "triwulan_kini": count_quarter(bahan, tahun, month) if month else None,
            "melapor": reports_here(bahan, tahun),
            "terlambat": list_terlambat(bahan, tahun),
            "terbaru": _latest(bahan, tahun),
            "perubahan": list_simpan(list_perubahan(bahan, tahun))[:_FEW],
            "jumlah_bukti": len(list_bukti(bahan, tahun)),
            "publikasi": _count_publikasi(bahan, tahun),
            "dua_tahun": compare_years(bahan, tahun),
            "daftar_laporan": [laporan.periode for laporan in list_laporan(bahan, tahun)],
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


def _count_publikasi(bahan: Bahan, tahun: Tahun) -> dict[str, int]:
    """Return how many indikator publication meets, and how many are met."""
    states = [row.keadaan for row in list_publikasi(bahan, tahun)]
    return {"jumlah": len(states), "terpenuhi": states.count("terpenuhi")}


def _latest(bahan: Bahan, tahun: Tahun) -> list[tuple[Entri, Tautan]]:
    """Return the latest entries, each with its indikator."""
    links = link_indikator(tahun)
    entries = reversed(bahan.nilai(tahun).log.entri)
    return [(entri, links[entri.indikator]) for entri in entries if entri.indikator in links][:_MANY]


def _index(bahan: Bahan, tahun: Tahun) -> Page:
    return Page(
        alamat=routes.bagian_tahun(tahun, "indeks"),
        templat="indeks_tahun",
        judul=f"Indeks {tahun.tahun}",
        deskripsi=f"Indikator {tahun.satker.nama} {tahun.tahun} menurut status, dan kegiatan menurut abjad.",
        jejak=jejak_tahun(tahun),
        data={
            "menurut_status": _by_status(bahan, tahun),
            "bagian": sorted(semua_bagian(tahun), key=lambda row: (row[2].nama.casefold(), row[2].kode)),
        },
        tahun=tahun,
        menu="indeks",
        sumber=tuple(berkas.place().berkas for rencana in tahun.rencana for berkas in rencana.berkas),
    )


def _by_status(bahan: Bahan, tahun: Tahun) -> list[tuple[StatusBaku, list[tuple[Tautan, str]]]]:
    """Return the indikator in force by their status, in the vocabulary's order, each with its plan and area."""
    links = link_indikator(tahun)
    found: dict[str, list[tuple[Tautan, str]]] = {kode: [] for kode in bahan.isi.kosakata.status}
    for rencana in tahun.rencana:
        for area, _, indikator in rencana.semua_indikator():
            status = bahan.status(tahun, indikator)
            if status is not None:
                place = f"{rencana.jenis.upper()} · {nama_area(area, rencana.rezim)}"
                found[status.kode].append((links[indikator.kode], place))
    return [(bahan.isi.kosakata.status[kode], rows) for kode, rows in found.items() if rows]


def _downloads(bahan: Bahan, tahun: Tahun) -> Page:
    return Page(
        alamat=routes.bagian_tahun(tahun, "unduhan"),
        templat="unduhan",
        judul=f"Unduhan {tahun.tahun}",
        deskripsi=f"Data terbuka {tahun.satker.nama} tahun {tahun.tahun} dalam JSON, CSV, XLSX, dan kalender.",
        jejak=jejak_tahun(tahun),
        data={
            "data": tuple(daftar_data(bahan, tahun)),
            "paket": tuple(daftar_paket(bahan, tahun)),
            "dokumen": tuple(daftar_dokumen(bahan, tahun)),
            "kalender": tuple(daftar_kalender(bahan, tahun)),
            "hak": HAK,
        },
        tahun=tahun,
        menu="unduhan",
        sumber=(f"{tahun.berkas}/tahun.yml",),
    )
