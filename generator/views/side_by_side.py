"""Offices side by side: what each plans for a canonical kegiatan, and what its plan, or this site, does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.isi import Kosakata
from generator.model.situs import KegiatanBaku
from generator.views.counts import HeatRow
from generator.views.held import PlanHeld
from generator.views.summary import BagianSummary, OfficeSummary, YearSummary

_FEWEST = 2
"""At least this many real offices must have a plan for a comparison."""


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One kegiatan or komponen of an office that answers to a canonical kegiatan."""

    bagian: BagianSummary
    panas: HeatRow


@dataclass(frozen=True, slots=True)
class SelBanding:
    """What one office's plan of one kind has for a canonical kegiatan."""

    baku: KegiatanBaku
    tahun: YearSummary
    rencana: PlanHeld
    baris: tuple[BarisBanding, ...]

    @property
    def keadaan(self) -> str:
        """Whether it is planned; if not, whether that is known at all."""
        return "direncanakan" if self.baris else self.rencana.keadaan

    @property
    def jumlah(self) -> int:
        """How many indikator it has; a planned one without any has 0."""
        return sum(one.bagian.jumlah for one in self.baris)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The newest planned years of some offices, side by side."""

    daftar_tahun: tuple[YearSummary, ...]
    jenis: tuple[str, ...]
    """The kinds of plans of which at least one is here."""
    baris: Mapping[KegiatanBaku, tuple[tuple[SelBanding, ...], ...]]
    """Of each canonical kegiatan, office by office, what each kind of plan has."""

    def cells(self, baku: KegiatanBaku) -> Iterator[SelBanding]:
        """Yield what each plan of each office has for a canonical kegiatan."""
        for office in self.baris[baku]:
            yield from office

    def rencana_lain(self, tahun: YearSummary) -> tuple[PlanHeld, ...]:
        """Return the plans of an office that are compared and of which nothing is here."""
        return tuple(held for held in tahun.held if held.jenis in self.jenis and not held.ada)


def compare_offices(kosakata: Kosakata, offices: Iterable[OfficeSummary]) -> Comparison | None:
    """Return the newest planned year of each real office side by side; None where there are too few."""
    planned = (office.direncanakan for office in offices if not office.satker.contoh)
    years = tuple(year for year in planned if year)
    if len(years) < _FEWEST:
        return None
    there = {held.jenis: None for year in years for held in year.held if held.ada}
    rows = {
        baku: tuple(_cells(baku, year, [held for held in year.held if held.jenis in there]) for year in years)
        for baku in kosakata.kegiatan.values()
    }
    return Comparison(years, tuple(there), rows)


def _cells(baku: KegiatanBaku, year: YearSummary, plans: Sequence[PlanHeld]) -> tuple[SelBanding, ...]:
    found = [BarisBanding(one, one.panas) for one in year.bagian if baku.kode in one.padanan and one.panas]
    return tuple(
        SelBanding(baku, year, held, tuple(row for row in found if row.bagian.jenis == held.jenis)) for held in plans
    )
