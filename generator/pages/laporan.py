"""Reports made from the log: what was due in a quarter or half, what was done, what stood in the way.

"Dokumen monitoring dan evaluasi" is itself an indikator of every plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.keputusan import Keputusan
from generator.model.periode import bulan_periode, tahun_periode
from generator.model.realisasi import Entri
from generator.model.rencana import Area, Bagian, Indikator
from generator.pages.bukti import BuktiTercatat, list_bukti
from generator.pages.page import Bahan, Page, jejak_tahun
from generator.pages.tahap import BarisTahap, list_tahap
from generator.progress import TERLAMBAT, month_end
from generator.text import format_periode

_SELESAI = frozenset({"selesai", "selesai-terlambat"})


@dataclass(frozen=True, slots=True)
class BarisLaporan:
    """One entry of the period, with where its indikator stands."""

    rencana: Rencana
    area: Area
    bagian: Bagian
    indikator: Indikator
    entri: Entri
    alamat: str


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
    diklaim: int
    """How many are reported done without evidence."""
    terlambat: int
    lain: int
    """How many are none of these: put off, not to be done, uncertain."""
    entri: tuple[BarisLaporan, ...]
    bukti: tuple[BuktiTercatat, ...]

    @property
    def kendala(self) -> tuple[BarisLaporan, ...]:
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
    rows = list(_entries(bahan, tahun))
    due = list(list_tahap(bahan, tahun))
    evidence = list_bukti(bahan, tahun)
    periods = [f"{tahun.tahun}-{part}" for part in ("tw1", "tw2", "s1", "tw3", "tw4", "s2")]
    reports = [(periode, tuple(row for row in rows if _belongs(row.entri, periode))) for periode in periods]
    return [_report(bahan, tahun, periode, found, due, evidence) for periode, found in reports if found]


def _entries(bahan: Bahan, tahun: Tahun) -> Iterator[BarisLaporan]:
    """Yield the office's own entries that no later one has replaced, in plan order."""
    log = bahan.nilai(tahun).log
    for rencana in tahun.rencana:
        for area, bagian, indikator in rencana.semua_indikator():
            for entri in log.berlaku(indikator.kode):
                if entri.dasar == "laporan":
                    alamat = f"{routes.bagian(tahun, rencana, area, bagian)}#{indikator.kode}"
                    yield BarisLaporan(rencana, area, bagian, indikator, entri, alamat)


def _belongs(entri: Entri, periode: str) -> bool:
    """Return whether an entry's own period ends within a period."""
    same_year = tahun_periode(entri.periode) == tahun_periode(periode)
    return same_year and bulan_periode(entri.periode)[-1] in bulan_periode(periode)


def _report(  # noqa: PLR0913, PLR0917 - what was gathered once for all reports
    bahan: Bahan,
    tahun: Tahun,
    periode: str,
    rows: tuple[BarisLaporan, ...],
    steps: list[BarisTahap],
    evidence: list[BuktiTercatat],
) -> Laporan:
    months = bulan_periode(periode)
    due = tuple(row for row in steps if row.tahap.tahap.bulan and row.tahap.tahap.bulan[-1] in months)
    named = {kode for row in rows for kode in row.entri.bukti}
    done = sum(row.tahap.status in _SELESAI for row in due)
    claimed = sum(row.tahap.status == "dilaporkan-tanpa-bukti" for row in due)
    late = sum(row.tahap.status in TERLAMBAT for row in due)
    plans = dict.fromkeys(berkas.keputusan for rencana in tahun.rencana for berkas in rencana.berkas)
    return Laporan(
        periode=periode,
        berjalan=bahan.nilai(tahun).per_tanggal < month_end(tahun.tahun, months[-1]),
        keputusan=tuple(keputusan for kode in plans if (keputusan := tahun.keputusan_berkode(kode))),
        jatuh_tempo=due,
        selesai=done,
        diklaim=claimed,
        terlambat=late,
        lain=len(due) - done - claimed - late,
        entri=rows,
        bukti=tuple(one for one in evidence if one.bukti.kode in named),
    )
