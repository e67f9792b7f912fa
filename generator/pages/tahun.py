"""Pages of one office's year: at a glance, index, downloads, changes of its data, the year before."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from generator import routes
from generator.model.isi import walk_area
from generator.model.realisasi import Entri
from generator.model.situs import StatusBaku
from generator.pages.page import Page, build_office_trail, build_year_trail, find_settings_file, list_plan_files
from generator.views import OfficeView, YearView
from generator.views.changes import list_saved, select_about
from generator.views.counts import Ringkasan
from generator.views.downloads import LICENSE
from generator.views.glance import count_due, count_quarter
from generator.views.held import list_held, list_not_copied
from generator.views.measures import join_series
from generator.views.names import Link, name_area
from generator.views.office import UNREAD
from generator.views.penundaan import count_dilepas
from generator.views.register import count_register
from generator.views.tim import list_tim
from generator.views.two_years import list_shared_plans

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
            "dilepas": count_dilepas(row.tahap.kali for row in year.tahap),
            "terbaru": _latest(year),
            **_count_tim(year),
            "perubahan": list_saved(year.perubahan)[:_FEW],
            "kesegaran": year.kesegaran,
            "jumlah_bukti": len(year.bukti),
            "publikasi": count_register(year.publikasi),
            "dua_tahun": year.dua_tahun,
            "daftar_laporan": [laporan.periode for laporan in year.laporan],
            "held": list_held(year.kosakata, tahun),
            "belum_disalin": list(list_not_copied(tahun.keputusan)),
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
        "jatuh_tempo": count_due(year.tahun.tahun, year.kali, month) if month else 0,
        "triwulan_kini": count_quarter(year.kali, month) if month else None,
    }


def _count_tim(year: YearView) -> dict[str, int]:
    """Return how many teams are at work, how many places they have, and how many teams are not."""
    found = list_tim(year.tahun)
    at_work = [one.tim for one in found if one.term.holds(year.nilai.per_tanggal)]
    members = sum(len(tim.anggota) for tim in at_work)
    return {"tim": len(at_work), "kedudukan": members, "tim_lain": len(found) - len(at_work)}


def _latest(year: YearView) -> list[tuple[Entri, Link]]:
    """Return the latest entries, each with its indikator."""
    links = year.link_indikator
    latest = reversed(year.nilai.log.entri)
    return [(entri, links[entri.indikator]) for entri in latest if entri.indikator in links][:_MANY]


def build_indeks_tahun(year: YearView) -> Iterator[Page]:
    """Yield the year's index."""
    tahun = year.tahun
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


def build_tahun_lalu(year: YearView) -> Iterator[Page]:
    """Yield the page that shows a year beside the one before."""
    tahun, two, before = year.tahun, year.dua_tahun, year.before
    assert two is not None and before is not None  # noqa: S101, PT018 - its section says so
    shared = list_shared_plans(before.tahun, tahun)
    yield Page(
        alamat=routes.bagian_tahun(tahun, "tahun-lalu"),
        template="tahun_lalu",
        judul=f"{tahun.tahun} di samping {two.lalu.tahun}",
        deskripsi=f"Rencana {tahun.satker.nama} {two.lalu.tahun} dan {tahun.tahun} berdampingan menurut kodenya.",
        jejak=build_year_trail(tahun),
        data={
            "dua": two,
            "dua_ukuran": join_series(before.ukuran, year.ukuran),
            "per_lalu": before.nilai.per_tanggal,
            "per_kini": year.nilai.per_tanggal,
            "ringkasan": [(one.tahun, _summarize(one, shared)) for one in (before, year)],
        },
        year=year,
        menu="tahun-lalu",
        sumber=find_settings_file(tahun),
    )


def _summarize(year: YearView, plans: Collection[str]) -> Ringkasan:
    """Return the counts of some plans of a year, by their kind."""
    return year.summarize(side.indikator for side in year.sides.values() if side.rencana.jenis in plans)


_LATEST = 20
"""Most commits on an office's own page."""


def build_perubahan(year: YearView) -> Iterator[Page]:
    """Yield the page of a year's differences; where the history is not known it says why."""
    tahun, riwayat = year.tahun, year.riwayat or UNREAD
    yield Page(
        alamat=routes.perubahan(tahun),
        template="perubahan",
        judul=f"Perubahan {tahun.tahun}",
        deskripsi=f"Apa yang berubah dalam data {tahun.satker.nama} tahun {tahun.tahun}, kapan, dan oleh commit mana.",
        jejak=build_year_trail(tahun),
        data={
            "riwayat": riwayat,
            "kesegaran": year.kesegaran,
            "simpan": list_saved(year.perubahan),
            "menurut_area": list(_by_area(year)),
            "umpan": routes.umpan(tahun.satker) if riwayat.sebab is None else None,
        },
        year=year,
        menu="perubahan",
        sumber=find_settings_file(tahun),
    )


def _by_area(year: YearView) -> Iterator[tuple[Link, int, date]]:
    """Yield each changed area: a link to its history, the number of changes, the day of the latest."""
    for letak in walk_area(year.tahun):
        rencana, area = letak.rencana, letak.area
        own = select_about(year.perubahan, rencana.jenis, area.kode)
        if own:
            name = f"{rencana.jenis.upper()}: {name_area(area, rencana.rezim)}"
            link = Link(name, f"{routes.area(year.tahun, rencana, area)}#riwayat")
            yield link, len(own), own[0].perubahan.commit.tanggal


def build_perubahan_kantor(office: OfficeView) -> Iterator[Page]:
    """Yield the page of the latest differences of an office, in all its years and its own data."""
    kantor, riwayat = office.kantor, office.riwayat
    yield Page(
        alamat=routes.perubahan_kantor(kantor.satker),
        template="perubahan_kantor",
        judul="Perubahan",
        deskripsi=f"Apa yang terakhir berubah dalam data {kantor.satker.nama}.",
        jejak=build_office_trail(kantor.satker),
        data={
            "kantor": kantor,
            "riwayat": riwayat,
            "simpan": office.terakhir[:_LATEST],
            "daftar_tahun": [(year.tahun, len(year.perubahan)) for year in office.years],
            "umpan": routes.umpan(kantor.satker) if riwayat.sebab is None else None,
        },
        kantor=kantor,
        sumber=(kantor.satker.place().file,),
    )
