"""What the pages of all offices tell of one, small and frozen; and offices side by side, read from that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import routes
from generator.model.isi import Kosakata, LetakBagian
from generator.model.kantor import Satker, SetelanTahun
from generator.model.rencana import Kegiatan
from generator.model.situs import KegiatanBaku
from generator.text import join_lines
from generator.views.counts import HeatRow, list_heat
from generator.views.downloads import Downloads, describe_data, name_data
from generator.views.glance import Freshness, PlanGlance
from generator.views.names import Link, name_area
from generator.views.year import YearView


class SubSummary(NamedTuple):
    """One sub kegiatan, in the decree's words."""

    nomor: str | None
    nama: str
    rincian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BagianSummary:
    """One kegiatan or komponen, where it stands and what it is compared by."""

    jenis: str
    """Of its plan: rb or zi."""
    area: str
    nama_area: str
    kode: str
    nama: str
    """In the decree's words."""
    alamat: str
    padanan: tuple[str, ...]
    jumlah: int
    """How many indikator it has."""
    sub_kegiatan: tuple[SubSummary, ...] = ()
    """Like ``panas`` filled only if it matches a canonical kegiatan."""
    panas: HeatRow | None = None
    """Its months under the office's name."""


@dataclass(frozen=True, slots=True)
class YearSummary:
    """One year of an office."""

    satker: Satker
    tahun: int
    setelan: SetelanTahun
    kesegaran: Freshness
    ada_tim: bool
    keputusan: tuple[Link, ...]
    rencana: tuple[PlanGlance, ...]
    bagian: tuple[BagianSummary, ...]
    judul_data: str
    uraian_data: str
    unduhan: Downloads


@dataclass(frozen=True, slots=True)
class OfficeSummary:
    """One office with its years, newest first."""

    satker: Satker
    tahun: tuple[YearSummary, ...]
    current: YearSummary | None
    """The year that runs, whether it has a plan or not."""
    direncanakan: YearSummary | None
    """The year that runs, of those that have a plan."""


def summarize_year(year: YearView, unduhan: Downloads) -> YearSummary:
    """Return what pages about all offices need of a year."""
    tahun = year.tahun
    return YearSummary(
        satker=tahun.satker,
        tahun=tahun.tahun,
        setelan=tahun.setelan,
        kesegaran=year.kesegaran,
        ada_tim=tahun.daftar_tim is not None,
        keputusan=tuple(Link(f"Keputusan {k.nomor}", routes.keputusan(tahun, k.kode)) for k in tahun.keputusan),
        rencana=year.glances,
        bagian=tuple(_bagian(year, letak) for letak in year.daftar_bagian),
        judul_data=name_data(tahun),
        uraian_data=describe_data(tahun),
        unduhan=unduhan,
    )


def _bagian(year: YearView, letak: LetakBagian) -> BagianSummary:
    bagian = letak.bagian
    rows = tuple(bagian.semua_indikator())
    found = BagianSummary(
        jenis=letak.rencana.jenis,
        area=letak.area.kode,
        nama_area=name_area(letak.area, letak.rencana.rezim),
        kode=bagian.kode,
        nama=bagian.nama,
        alamat=routes.letak(letak),
        padanan=bagian.padanan,
        jumlah=len(rows),
    )
    if not bagian.padanan:
        return found
    subs = bagian.sub_kegiatan if isinstance(bagian, Kegiatan) else ()
    heat = list_heat(
        year.kosakata,
        year.nilai,
        rows,
        nomor=None,
        nama=year.tahun.satker.nama,
        alamat=found.alamat,
        kata=join_lines(bagian.nama),
        melapor=year.tahun.setelan.pelaporan is not None,
    )
    return replace(found, sub_kegiatan=tuple(SubSummary(s.nomor, s.nama, s.rincian) for s in subs), panas=heat)


_FEWEST = 2
"""At least this many real offices must have a plan for a comparison."""


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One kegiatan or komponen of an office that answers to a canonical kegiatan."""

    baku: KegiatanBaku
    tahun: YearSummary
    bagian: BagianSummary
    panas: HeatRow


def list_tahun(offices: Iterable[OfficeSummary]) -> list[YearSummary]:
    """Return the current planned year of each real office; fictitious offices are left out."""
    planned = (office.direncanakan for office in offices if not office.satker.contoh)
    return [year for year in planned if year]


def comparable(years: Sequence[YearSummary]) -> bool:
    """Return whether there are offices to put side by side."""
    return len(years) >= _FEWEST


def list_banding(kosakata: Kosakata, years: Iterable[YearSummary]) -> list[BarisBanding]:
    """Return every kegiatan and komponen that answers to a canonical kegiatan, by that, then by office."""
    rows = [
        BarisBanding(kosakata.kegiatan[kode], year, bagian, bagian.panas)
        for year in years
        for bagian in year.bagian
        for kode in bagian.padanan
        if bagian.panas
    ]
    order = {kode: index for index, kode in enumerate(kosakata.kegiatan)}
    return sorted(rows, key=lambda row: order[row.baku.kode])
