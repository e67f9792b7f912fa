"""Offices side by side, made from their summaries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.isi import Kosakata
from generator.model.situs import KegiatanBaku
from generator.views.counts import HeatRow
from generator.views.summary import BagianSummary, OfficeSummary, YearSummary

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
    """Return the newest planned year of each real office; fictitious offices are left out."""
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
