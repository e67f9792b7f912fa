"""Reports made from the log: what was due in a quarter or half, what was done, what stood in the way.

"Dokumen monitoring dan evaluasi" is itself an indikator of every plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Tahun
from generator.model.keputusan import Keputusan
from generator.model.periode import bulan_periode, tahun_periode
from generator.model.realisasi import Entri
from generator.model.situs import StatusBaku
from generator.pages.bukti import BuktiTercatat, list_bukti
from generator.pages.page import Bahan, Page, jejak_tahun
from generator.pages.tahap import BarisEntri, BarisTahap, list_entri, list_tahap
from generator.progress import TERBUKTI, month_end
from generator.text import format_periode


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


def build_laporan(bahan: Bahan, tahun: Tahun) -> Iterator[Page]:
    """Yield a page for each report."""
    reports = list_laporan(bahan, tahun)
    for laporan in reports:
        name = format_periode(laporan.periode)
        yield Page(
            alamat=routes.laporan(tahun, laporan.periode),
            templat="laporan",
            judul=f"Laporan {name}",
            deskripsi=f"Realisasi rencana aksi {tahun.satker.nama} {name}: jatuh tempo, dikerjakan, terhambat.",
            jejak=jejak_tahun(tahun),
            data={"laporan": laporan, "periode_lain": [one.periode for one in reports if one is not laporan]},
            tahun=tahun,
            menu="laporan",
            sumber=tuple(dict.fromkeys(row.entri.place().berkas for row in laporan.entri)),
        )


def list_laporan(bahan: Bahan, tahun: Tahun) -> list[Laporan]:
    """Return the report of every quarter and half of which the office itself has entries, in order of time."""
    rows = [row for row in list_entri(bahan, tahun) if row.entri.dasar == "laporan"]
    due = list(list_tahap(bahan, tahun))
    evidence = list_bukti(bahan, tahun)
    periods = [f"{tahun.tahun}-{part}" for part in ("tw1", "tw2", "s1", "tw3", "tw4", "s2")]
    reports = [(periode, tuple(row for row in rows if _belongs(row.entri, periode))) for periode in periods]
    return [_report(bahan, tahun, periode, found, due, evidence) for periode, found in reports if found]


def _belongs(entri: Entri, periode: str) -> bool:
    """Return whether an entry's own period ends within a period."""
    same_year = tahun_periode(entri.periode) == tahun_periode(periode)
    return same_year and bulan_periode(entri.periode)[-1] in bulan_periode(periode)


def _report(  # noqa: PLR0913, PLR0917 - what was gathered once for all reports
    bahan: Bahan,
    tahun: Tahun,
    periode: str,
    rows: tuple[BarisEntri, ...],
    steps: list[BarisTahap],
    evidence: list[BuktiTercatat],
) -> Laporan:
    months = bulan_periode(periode)
    due = tuple(row for row in steps if _due_in(row, tahun.tahun, months))
    counts = Counter(row.tahap.status for row in due)
    named = {kode for row in rows for kode in row.entri.bukti}
    plans = dict.fromkeys(berkas.keputusan for rencana in tahun.rencana for berkas in rencana.berkas)
    known = bahan.isi.kosakata.status
    return Laporan(
        periode=periode,
        berjalan=bahan.nilai(tahun).hari <= month_end(tahun.tahun, months[-1]),
        keputusan=tuple(keputusan for kode in plans if (keputusan := tahun.keputusan_berkode(kode))),
        jatuh_tempo=due,
        selesai=sum(counts[kode] for kode in TERBUKTI),
        lain=tuple((known[kode], counts[kode]) for kode in known if counts[kode] and kode not in TERBUKTI),
        entri=rows,
        bukti=tuple(one for one in evidence if one.bukti.kode in named),
    )


def _due_in(row: BarisTahap, year: int, months: tuple[int, ...]) -> bool:
    day = row.tahap.tahap.jatuh_tempo
    return day is not None and day.year == year and day.month in months
