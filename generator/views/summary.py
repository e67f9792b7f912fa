"""What the pages of all offices tell of one, small and frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import routes
from generator.model.isi import LetakBagian
from generator.model.kantor import Satker, SetelanTahun
from generator.model.rencana import Kegiatan
from generator.text import join_lines
from generator.views.counts import HeatRow, list_heat
from generator.views.downloads import Downloads, describe_data, name_data
from generator.views.glance import Freshness, PlanGlance
from generator.views.held import PlanHeld, list_held
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
    held: tuple[PlanHeld, ...]
    """Every kind of plan, and how much of it is here."""
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
        held=list_held(year.kosakata, tahun),
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
