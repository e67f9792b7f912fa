"""The one walk over a year's plans: where each area, each kegiatan or komponen, and each indikator stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.isi import Rencana, Tahun
from generator.model.rencana import Area, Bagian, Butir, Indikator, Kegiatan, RencanaRB, RencanaZI, SubKegiatan


# Compared by identity: comparing two places by value would compare whole years of an office.
@dataclass(frozen=True, slots=True, eq=False)
class LetakArea:
    """Where an area stands."""

    tahun: Tahun
    rencana: Rencana
    berkas: RencanaRB | RencanaZI
    area: Area


@dataclass(frozen=True, slots=True, eq=False)
class LetakBagian(LetakArea):
    """Where a kegiatan or komponen stands."""

    bagian: Bagian

    def indikator_bagian(self) -> Iterator[Letak]:
        """Yield its indikator in printed order: those of the sub_kegiatan, then its own."""
        here = (self.tahun, self.rencana, self.berkas, self.area, self.bagian)
        if isinstance(self.bagian, Kegiatan):
            for sub in self.bagian.sub_kegiatan:
                yield from (Letak(*here, sub, indikator) for indikator in sub.indikator)
        yield from (Letak(*here, None, indikator) for indikator in self.bagian.indikator)


@dataclass(frozen=True, slots=True, eq=False)
class Letak(LetakBagian):
    """Where an indikator stands."""

    sub: SubKegiatan | None
    """The sub_kegiatan that it belongs to; None for one of the kegiatan or komponen itself."""
    indikator: Indikator

    @property
    def induk(self) -> tuple[Butir, ...]:
        """The rows that it stands under, the outermost first."""
        return (self.area, self.bagian, self.sub) if self.sub else (self.area, self.bagian)


def walk_area(tahun: Tahun) -> Iterator[LetakArea]:
    """Yield the place of every area of a year in plan order."""
    for rencana in tahun.rencana:
        for berkas in rencana.berkas:
            yield LetakArea(tahun, rencana, berkas, berkas.area)


def walk_bagian(tahun: Tahun) -> Iterator[LetakBagian]:
    """Yield the place of every kegiatan and komponen of a year in plan order."""
    for here in walk_area(tahun):
        for bagian in here.area.bagian:
            yield LetakBagian(tahun, here.rencana, here.berkas, here.area, bagian)


def walk(tahun: Tahun) -> Iterator[Letak]:
    """Yield the place of every indikator of a year in plan order."""
    for bagian in walk_bagian(tahun):
        yield from bagian.indikator_bagian()
