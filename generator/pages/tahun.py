"""Pages of one office's year: at a glance, index, downloads."""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.realisasi import Entri
from generator.model.situs import StatusBaku
from generator.pages.page import Page, build_office_trail, build_year_trail, find_settings_file, list_plan_files
from generator.views import OfficeView, YearView
from generator.views.changes import list_saved
from generator.views.downloads import LICENSE
from generator.views.months import count_due, count_quarter
from generator.views.names import Link, name_area

_FEW = 3
"""Most of the latest commits on the year's first page."""
_MANY = 5
"""Most of the latest entries on the year's first page."""


def build_tahun(year: YearView) -> Iterator[Page]:
    """Yield the year at a glance."""
    tahun = year.tahun
    yield Page(
        alamat=routes.tahun(tahun),
        template="tahun",
        judul=f"{tahun.satker.nama} {tahun.tahun}",
        deskripsi=f"Rencana aksi {tahun.satker.nama} tahun {tahun.tahun}: apa yang dijanjikan, kapan, oleh siapa.",
        jejak=build_office_trail(tahun.satker),
        data={
            "rencana": year.glances,
            **_now(year),
            "melapor": year.melapor,
            "terlambat": year.terlambat,
            "terbaru": _latest(year),
            "perubahan": list_saved(year.perubahan)[:_FEW],
            "jumlah_bukti": len(year.bukti),
            "publikasi": _count_publikasi(year),
            "dua_tahun": year.dua_tahun,
            "daftar_laporan": [laporan.periode for laporan in year.laporan],
            "belum_disalin": [
                (keputusan, lampiran)
                for keputusan in tahun.keputusan
                for lampiran in keputusan.lampiran
                if not lampiran.disalin
            ],
        },
        year=year,
        menu="ringkasan",
        short_title=str(tahun.tahun),
        sumber=find_settings_file(tahun),
    )


def _now(year: YearView) -> dict[str, object]:
    """Return the month to show first, and what is due at the end of it and of its quarter."""
    month = year.bulan_kini
    return {
        "bulan_kini": month,
        "jatuh_tempo": count_due(year.tahun.tahun, year.tahap, month) if month else 0,
        "triwulan_kini": count_quarter(year.tahap, month) if month else None,
    }


def _count_publikasi(year: YearView) -> dict[str, int]:
    """Return how many indikator publication meets, and how many are met."""
    states = [row.keadaan for row in year.publikasi]
    return {"jumlah": len(states), "terpenuhi": states.count("terpenuhi")}


def _latest(year: YearView) -> list[tuple[Entri, Link]]:
    """Return the latest entries, each with its indikator."""
    links = year.link_indikator
    latest = reversed(year.nilai.log.entri)
    return [(entri, links[entri.indikator]) for entri in latest if entri.indikator in links][:_MANY]


def build_indeks_tahun(year: YearView) -> Iterator[Page]:
    """Yield the year's index, if it has plans."""
    tahun = year.tahun
    if not tahun.rencana:
        return
    yield Page(
        alamat=routes.bagian_tahun(tahun, "indeks"),
        template="indeks_tahun",
        judul=f"Indeks {tahun.tahun}",
        deskripsi=f"Indikator {tahun.satker.nama} {tahun.tahun} menurut status, dan kegiatan menurut abjad.",
        jejak=build_year_trail(tahun),
        data={
            "menurut_status": _by_status(year),
            "bagian": _by_name(year),
        },
        year=year,
        menu="indeks",
        sumber=list_plan_files(tahun),
    )


def _by_status(year: YearView) -> list[tuple[StatusBaku, list[tuple[Link, str]]]]:
    """Return the indikator in force by their status, in the vocabulary's order, each with its plan and area."""
    found: dict[str, list[tuple[Link, str]]] = {kode: [] for kode in year.kosakata.status}
    for letak in year.letak:
        status = year.status(letak.indikator)
        if status is not None:
            place = f"{letak.rencana.jenis.upper()} · {name_area(letak.area, letak.rencana.rezim)}"
            found[status.kode].append((year.link_indikator[letak.indikator.kode], place))
    return [(year.kosakata.status[kode], rows) for kode, rows in found.items() if rows]


def _by_name(year: YearView) -> list[dict[str, str]]:
    """Return every kegiatan and komponen in the order of the alphabet, with where it stands."""
    rows = sorted(year.daftar_bagian, key=lambda row: (row.bagian.nama.casefold(), row.bagian.kode))
    return [
        {
            "alamat": routes.letak(row),
            "nama": row.bagian.nama,
            "jenis": row.rencana.jenis,
            "nama_area": name_area(row.area, row.rencana.rezim),
            "kode": row.bagian.kode,
        }
        for row in rows
    ]


def build_unduhan(office: OfficeView, year: YearView) -> Iterator[Page]:
    """Yield the list of what can be downloaded of a year."""
    tahun, unduhan = year.tahun, office.unduhan(year.tahun)
    yield Page(
        alamat=routes.bagian_tahun(tahun, "unduhan"),
        template="unduhan",
        judul=f"Unduhan {tahun.tahun}",
        deskripsi=f"Data terbuka {tahun.satker.nama} tahun {tahun.tahun} dalam JSON, CSV, XLSX, dan kalender.",
        jejak=build_year_trail(tahun),
        data={
            "data": unduhan.data,
            "paket": unduhan.paket,
            "dokumen": unduhan.dokumen,
            "kalender": unduhan.kalender,
            "hak": LICENSE,
        },
        year=year,
        menu="unduhan",
        sumber=find_settings_file(tahun),
    )
