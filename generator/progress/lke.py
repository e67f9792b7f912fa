"""A filled-in worksheet (LKE) with its weights, sums and thresholds.

What has not been valued stays unknown, and so does every sum that it belongs to. Whether an office deserves WBK or
WBBM is never said here: that is for TPI and TPN to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from generator.model.isi import Tahun
from generator.model.lke import (
    Ambang,
    AreaLke,
    BagianHasil,
    Instrumen,
    KomponenHasil,
    NilaiArea,
    NilaiHasil,
    NilaiLke,
    PenilaianLke,
)
from generator.text import tidy

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Batas:
    """One threshold of one row."""

    ambang: Ambang
    nilai: Decimal
    """In the unit of the row: points, or the survey's own index."""
    persen: Decimal | None = None
    """Where the threshold is a share of the weight, that share."""


@dataclass(frozen=True, slots=True)
class BarisLke:
    """One row of a worksheet: its value, or the sum of what belongs to it."""

    kode: str
    """The area or component; unique in a worksheet."""
    nama: str
    nilai: Decimal | None
    """Points; None where it, or a part of it, has not been valued."""
    bobot: Decimal | None
    """Points at most; None for an index."""
    batas: tuple[Batas, ...] = ()
    bagian: tuple[BarisLke, ...] = ()
    """What it is the sum of, or the index that it comes from."""
    isian: NilaiLke | None = None
    """What the file says of it."""

    @property
    def persen(self) -> Decimal | None:
        """The value in percent of its weight, rounded down: a value below a threshold never looks equal to it."""
        if self.nilai is None or not self.bobot:
            return None
        return (self.nilai * _HUNDRED / self.bobot).quantize(_CENT, ROUND_DOWN)


@dataclass(frozen=True, slots=True)
class LembarKerja:
    """One assessment with the weights, sums and thresholds of its instrument."""

    penilaian: PenilaianLke
    instrumen: Instrumen
    area: tuple[BarisLke, ...]
    pengungkit: BarisLke
    hasil: tuple[BarisLke, ...]
    """The components; their parts are inside them."""
    jumlah_hasil: BarisLke
    total: BarisLke

    @property
    def belum_dinilai(self) -> int:
        """How many values are still lacking."""
        areas = [bagian for area in self.area for bagian in area.bagian]
        rows = [row for row in self.semua_hasil() if isinstance(row.isian, NilaiHasil)]
        return sum(row.nilai is None for row in (*areas, *rows))

    def semua_hasil(self) -> Iterator[BarisLke]:
        """Yield the rows of the hasil: each component, then its parts; indices are inside the rows they belong to."""
        for komponen in self.hasil:
            yield komponen
            yield from (bagian for bagian in komponen.bagian if bagian.bobot is not None)

    def baris(self) -> dict[str, BarisLke]:
        """Return every row, indices too, by its kode."""
        values = tuple(self.semua_hasil())
        indices = (part for row in values for part in row.bagian)
        rows = (*self.area, self.pengungkit, *indices, *values, self.jumlah_hasil, self.total)
        return {row.kode: row for row in rows}


def list_lke_tampil(tahun: Tahun, day: date) -> tuple[PenilaianLke, ...]:
    """Return the assessments that exist on a day, oldest first."""
    return tuple(sorted((one for one in tahun.lke if one.tanggal <= day), key=lambda one: one.tanggal))


def name_butir_lke(penilaian: PenilaianLke, isian: NilaiArea | NilaiHasil) -> str:
    """Return the permanent name of one row of one assessment: lke-unit.pengawasan."""
    return f"{penilaian.kode}.{isian.butir}"


def index_lke_by_bukti(
    tahun: Tahun, day: date
) -> Mapping[str, tuple[tuple[PenilaianLke, NilaiArea | NilaiHasil], ...]]:
    """Return the rows that each piece of evidence serves on a day, by the kode of the bukti."""
    served: dict[str, list[tuple[PenilaianLke, NilaiArea | NilaiHasil]]] = defaultdict(list)
    for penilaian in list_lke_tampil(tahun, day):
        for isian in penilaian.semua_nilai():
            for kode in isian.bukti:
                served[kode].append((penilaian, isian))
    return {kode: tuple(rows) for kode, rows in served.items()}


def fill_lembar_kerja(penilaian: PenilaianLke, instrumen: Instrumen) -> LembarKerja:
    """Return an assessment with its weights, sums and thresholds; a row that the file leaves out has no value."""
    areas = {isian.area: isian for isian in penilaian.area}
    values = {isian.komponen: isian for isian in penilaian.hasil}
    area = tuple(_area(instrumen, baku, areas.get(baku.kode)) for baku in instrumen.area)
    hasil = tuple(_komponen(instrumen, komponen, values) for komponen in instrumen.hasil)
    pengungkit = _sum("pengungkit", "Jumlah pengungkit", area, _each(instrumen, lambda a: a.pengungkit))
    jumlah_hasil = _sum("hasil", "Jumlah hasil", hasil)
    total = _sum("total", "Nilai total", (pengungkit, jumlah_hasil), _each(instrumen, lambda a: a.total))
    return LembarKerja(penilaian, instrumen, area, pengungkit, hasil, jumlah_hasil, total)


def _area(instrumen: Instrumen, baku: AreaLke, isian: NilaiArea | None) -> BarisLke:
    parts = (
        BarisLke(f"{baku.kode}-pemenuhan", "Pemenuhan", isian.pemenuhan if isian else None, baku.pemenuhan),
        BarisLke(f"{baku.kode}-reform", "Reform", isian.reform if isian else None, baku.reform),
    )
    batas = tuple(Batas(a, baku.bobot * a.persen_area / _HUNDRED, a.persen_area) for a in instrumen.ambang)
    return _sum(baku.kode, baku.nama, parts, batas, isian)


def _komponen(instrumen: Instrumen, komponen: KomponenHasil, values: Mapping[str, NilaiHasil]) -> BarisLke:
    if not komponen.bagian:
        return _isian(instrumen, komponen, values.get(komponen.kode))
    parts = tuple(_isian(instrumen, bagian, values.get(bagian.kode)) for bagian in komponen.bagian)
    return _sum(komponen.kode, komponen.nama, parts, _batas_hasil(instrumen, komponen.kode))


def _isian(instrumen: Instrumen, baku: BagianHasil, filled: NilaiHasil | None) -> BarisLke:
    """Return a row of the hasil, an index inside it where it comes from a survey."""
    isian = filled or NilaiHasil(komponen=baku.kode)
    parts: tuple[BarisLke, ...] = ()
    if baku.survei:
        lowest = ((a, batas.indeks) for a in instrumen.ambang if (batas := a.batas_hasil(baku.kode)))
        batas_indeks = tuple(Batas(a, indeks) for a, indeks in lowest if indeks is not None)
        parts = (BarisLke(f"{baku.kode}-indeks", "Indeks survei", isian.indeks, None, batas_indeks),)
    return BarisLke(baku.kode, baku.nama, isian.nilai, baku.bobot, _batas_hasil(instrumen, baku.kode), parts, isian)


def _batas_hasil(instrumen: Instrumen, kode: str) -> tuple[Batas, ...]:
    found = ((ambang, ambang.batas_hasil(kode)) for ambang in instrumen.ambang)
    return tuple(Batas(ambang, batas.nilai) for ambang, batas in found if batas)


def _each(instrumen: Instrumen, lowest: Callable[[Ambang], Decimal]) -> tuple[Batas, ...]:
    return tuple(Batas(ambang, lowest(ambang)) for ambang in instrumen.ambang)


def _sum(
    kode: str, nama: str, parts: Iterable[BarisLke], batas: tuple[Batas, ...] = (), isian: NilaiLke | None = None
) -> BarisLke:
    """Return the sum of some rows, without a value if one of them has none."""
    rows = tuple(parts)
    values = [row.nilai for row in rows if row.nilai is not None]
    total = sum(values, Decimal(0)) if len(values) == len(rows) else None
    weight = sum((row.bobot for row in rows if row.bobot is not None), Decimal(0))
    return BarisLke(kode, nama, total, Decimal(tidy(weight)), batas, rows, isian)
