"""Reports made from the log: what was due in a quarter or half, what was done, what stood in the way.

"Dokumen monitoring dan evaluasi" is itself an indikator of every plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.isi import Kosakata, Tahun, walk_area
from generator.model.keputusan import Keputusan
from generator.model.periode import find_end_of_periode, list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri
from generator.model.situs import StatusBaku
from generator.progress import TERBUKTI, Penilaian
from generator.views.evidence import BuktiTercatat
from generator.views.rows import BarisEntri, BarisTahap


@dataclass(frozen=True, slots=True)
class Laporan:
    """What a report says of one period."""

    periode: str
    berjalan: bool
    """Whether the period is not over on the day of the data."""
    keputusan: tuple[Keputusan, ...]
    """The decrees of the plans."""
    jatuh_tempo: tuple[BarisTahap, ...]
    selesai: int
    """How many of the due tahap are done with evidence."""
    lain: tuple[tuple[StatusBaku, int], ...]
    """The statuses of the others, with their counts."""
    entri: tuple[BarisEntri, ...]
    bukti: tuple[BuktiTercatat, ...]

    @property
    def kendala(self) -> tuple[BarisEntri, ...]:
        """The entries that tell of an obstacle or of what follows."""
        return tuple(row for row in self.entri if row.entri.kendala or row.entri.tindak_lanjut)

    @property
    def sumber(self) -> tuple[str, ...]:
        """The files of its entries."""
        return tuple(dict.fromkeys(row.entri.place().file for row in self.entri))


@dataclass(frozen=True, slots=True)
class ReportMaterial:
    """What the reports of a year are made from."""

    kosakata: Kosakata
    tahun: Tahun
    nilai: Penilaian
    tahap: Sequence[BarisTahap]
    entri: Sequence[BarisEntri]
    bukti: Sequence[BuktiTercatat]


def list_laporan(material: ReportMaterial) -> list[Laporan]:
    """Return the report of every quarter and half of which the office itself has entries, in order of time."""
    rows = [row for row in material.entri if row.entri.dasar == "laporan"]
    # By their last day, so that a half comes after its second quarter.
    periods = [f"{material.tahun.tahun}-{part}" for part in ("tw1", "tw2", "s1", "tw3", "tw4", "s2")]
    daftar_laporan = [(periode, tuple(row for row in rows if _belongs(row.entri, periode))) for periode in periods]
    return [_report(material, periode, found) for periode, found in daftar_laporan if found]


def _belongs(entri: Entri, periode: str) -> bool:
    """Return whether an entry's own period ends within a period."""
    same_year = read_tahun_of_periode(entri.periode) == read_tahun_of_periode(periode)
    return same_year and list_bulan_of_periode(entri.periode)[-1] in list_bulan_of_periode(periode)


def _report(material: ReportMaterial, periode: str, rows: tuple[BarisEntri, ...]) -> Laporan:
    tahun, known = material.tahun, material.kosakata.status
    months = list_bulan_of_periode(periode)
    due = tuple(row for row in material.tahap if _due_in(row, tahun.tahun, months))
    counts = Counter(row.tahap.status for row in due)
    named = {kode for row in rows for kode in row.entri.bukti}
    return Laporan(
        periode=periode,
        berjalan=material.nilai.hari <= find_end_of_periode(periode),
        keputusan=tuple(_keputusan(tahun)),
        jatuh_tempo=due,
        selesai=sum(counts[kode] for kode in TERBUKTI),
        lain=tuple((known[kode], counts[kode]) for kode in known if counts[kode] and kode not in TERBUKTI),
        entri=rows,
        bukti=tuple(one for one in material.bukti if one.bukti.kode in named),
    )


def _keputusan(tahun: Tahun) -> Iterable[Keputusan]:
    named = dict.fromkeys(letak.berkas.keputusan for letak in walk_area(tahun))
    return filter(None, map(tahun.keputusan_berkode, named))


def _due_in(row: BarisTahap, year: int, months: tuple[int, ...]) -> bool:
    day = row.tahap.tahap.jatuh_tempo
    return day is not None and day.year == year and day.month in months
