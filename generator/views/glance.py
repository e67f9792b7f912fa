"""Each plan of a year at a glance: its counts, and its areas month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import routes
from generator.model.isi import Kosakata, Rencana, Tahun
from generator.model.periode import KOLOM
from generator.progress import Penilaian, find_end_of_rencana
from generator.views.counts import HeatRow, Ringkasan, list_heat, summarize_indikator
from generator.views.names import name_area


@dataclass(frozen=True, slots=True)
class PlanGlance:
    """One plan at a glance."""

    jenis: str
    judul: str
    """What its regime calls such a plan."""
    berakhir: date | None
    """Its last day, where it has ended while another plan of the year goes on."""
    ringkasan: Ringkasan
    area: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh a year's data are."""

    per_tanggal: date
    terakhir: date | None
    """The last day on which the office reported."""
    berakhir: bool
    """Whether every plan of the year has ended."""
    basi: bool
    """Whether a reporting office has been silent for too long."""


def list_glances(kosakata: Kosakata, tahun: Tahun, nilai: Penilaian) -> Iterator[PlanGlance]:
    """Yield each plan of a year at a glance."""
    for rencana in tahun.rencana:
        rows = (
            list_heat(
                kosakata,
                nilai,
                area.semua_indikator(),
                nomor=area.nomor,
                nama=name_area(area, rencana.rezim),
                alamat=routes.area(tahun, rencana, area),
                melapor=tahun.setelan.pelaporan is not None,
                kolom=KOLOM[rencana.rezim.periode],
            )
            for area in rencana.area
        )
        counts = summarize_indikator(kosakata, nilai, rencana.daftar_indikator())
        label = rencana.rezim.label.rencana
        yield PlanGlance(rencana.jenis, label, _ended(tahun, nilai, rencana), counts, tuple(rows))


def _ended(tahun: Tahun, nilai: Penilaian, rencana: Rencana) -> date | None:
    end = max(find_end_of_rencana(tahun, berkas) for berkas in rencana.berkas)
    return end if end < nilai.per_tanggal else None
