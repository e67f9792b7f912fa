"""What is late and what has been put off: since when, why, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.isi import Tahun
from generator.model.keputusan import Tim
from generator.model.periode import find_end_of_periode
from generator.model.realisasi import Entri, Hasil
from generator.progress import TERLAMBAT, Penilaian
from generator.views.rows import BarisTahap, find_last_kendala, find_tim


@dataclass(frozen=True, slots=True)
class Keterlambatan:
    """One late tahap."""

    baris: BarisTahap
    jatuh_tempo: date
    tenggat: date
    hari: int
    """Days since the last day on which it would have been in time."""
    kendala: Entri | None
    """The latest entry that tells why."""
    tim: Tim | None


class Penundaan(NamedTuple):
    """One tahap that has been put off."""

    baris: BarisTahap
    entri: Entri
    """The entry that puts it off."""
    lewat: bool
    """Whether the new periode has passed too."""


def list_terlambat(tahun: Tahun, nilai: Penilaian, rows: Iterable[BarisTahap]) -> list[Keterlambatan]:
    """Return the late tahap, the longest late first."""
    late = [
        Keterlambatan(
            baris=row,
            jatuh_tempo=due,
            tenggat=last,
            hari=(nilai.hari - last).days,
            kendala=find_last_kendala(nilai.log, row.indikator.kode),
            tim=find_tim(tahun, row.area),
        )
        for row in rows
        if row.tahap.status in TERLAMBAT
        and (due := row.tahap.tahap.jatuh_tempo) is not None
        and (last := row.tahap.tahap.tenggat) is not None
    ]
    return sorted(late, key=lambda row: row.tenggat)


def list_tertunda(nilai: Penilaian, rows: Iterable[BarisTahap]) -> list[Penundaan]:
    """Return the tahap that are put off, in plan order."""
    found = []
    for row in rows:
        if row.tahap.status != Hasil.DITUNDA:
            continue
        entri = row.tahap.pernyataan
        assert entri is not None and entri.penundaan is not None  # noqa: S101, PT018 - a rule sees to it
        until = entri.penundaan.ke
        passed = nilai.hari > find_end_of_periode(until)
        found.append(Penundaan(row, entri, passed))
    return found
