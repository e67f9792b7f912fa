"""What the data hold that the day does not know yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.bukti import Bukti
from generator.model.isi import Tahun
from generator.progress import Penilaian


@dataclass(frozen=True, slots=True)
class Ahead:
    """The records of a year that its day does not know yet."""

    records: frozenset[tuple[str, str]]
    """The kind and kode of each record."""
    rows: Mapping[str, str]
    """The kode of the row that each of the entries is about, by its own."""


def find_ahead(tahun: Tahun, nilai: Penilaian, shown: Iterable[Bukti]) -> Ahead:
    """Return the entries, evidence and surveys of a year that its day does not know yet.

    Args:
        tahun: the year.
        nilai: its state.
        shown: the evidence that is known.
    """
    known = {entri.kode for entri in nilai.log.entri}
    listed = {bukti.kode for bukti in shown}
    rows = {entri.kode: entri.indikator for entri in tahun.realisasi if entri.kode not in known}
    later = [
        *(("entri", kode) for kode in rows),
        *(("bukti", bukti.kode) for bukti in tahun.bukti if bukti.kode not in listed),
        *(("survei", survei.kode) for survei in tahun.survei if survei.tanggal > nilai.hari),
    ]
    return Ahead(frozenset(later), rows)
