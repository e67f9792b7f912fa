"""What is due when by the plan: one entry per known tahap of each indikator in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.isi import Rencana, Tahun
from generator.model.rencana import Area, Bagian, BerkasRencana, Indikator
from generator.progress.penilaian import Penilaian
from generator.progress.tahap import Tahap


@dataclass(frozen=True, slots=True)
class JatuhTempo:
    """One tahap that is due, and where its indikator stands."""

    rencana: Rencana
    berkas: BerkasRencana
    area: Area
    bagian: Bagian
    indikator: Indikator
    tahap: Tahap
    tanggal: date
    """The day by which the plan wants it done, without the days of grace."""


def daftar_jatuh_tempo(tahun: Tahun, penilaian: Penilaian) -> Iterator[JatuhTempo]:
    """Yield what is due in a year, in plan order; nothing for an indikator whose months are unknown."""
    grace = timedelta(days=tahun.setelan.tenggang_hari)
    for rencana in tahun.rencana:
        for berkas in rencana.berkas:
            for bagian in berkas.area.bagian:
                for indikator in bagian.semua_indikator():
                    state = penilaian.indikator.get(indikator.kode)
                    for tahap in (step.tahap for step in state.tahap) if state else ():
                        if tahap.tenggat is not None:
                            day = tahap.tenggat - grace
                            yield JatuhTempo(rencana, berkas, berkas.area, bagian, indikator, tahap, day)
