"""Reports made from the log: what was due in a quarter or half, what was done, what stood in the way.

"Dokumen monitoring dan evaluasi" is itself an indikator of every plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.isi import Kosakata, Tahun, walk_area
from generator.model.keputusan import Keputusan
from generator.model.periode import find_end_of_periode, list_bulan_of_periode, read_tahun_of_periode
from generator.model.realisasi import Entri
from generator.model.situs import StatusBaku
from generator.progress import TERBUKTI, Penilaian
from generator.text import format_periode, format_persen
from generator.views.evidence import BuktiTercatat
from generator.views.penundaan import JumlahDilepas, count_dilepas
from generator.views.rows import BarisEntri, BarisKali


@dataclass(frozen=True, slots=True)
class Laporan:
    """What a report says of one period."""

    periode: str
    berjalan: bool
    """Whether the period is not over on the day of the data."""
    keputusan: tuple[Keputusan, ...]
    """The decrees of its rows that were in force in the period, amendments too."""
    jatuh_tempo: tuple[BarisKali, ...]
    selesai: int
    """How many of what was due is proven."""
    tanpa_bukti: int
    """How many occurrences of routine work passed without proof; they are not called late for that."""
    lain: tuple[tuple[StatusBaku, int], ...]
    """The statuses of the others, with their counts."""
    dilepas: JumlahDilepas
    """How many of what was due have been put off or given up."""
    moved_here: tuple[BarisKali, ...]
    """What was due in another period and has been put off to this one; it is counted where it was due."""
    entri: tuple[BarisEntri, ...]
    bukti: tuple[BuktiTercatat, ...]

    @property
    def kendala(self) -> tuple[BarisEntri, ...]:
        """The entries that tell of an obstacle or of what follows."""
        return tuple(row for row in self.entri if row.entri.kendala or row.entri.tindak_lanjut)

    @property
    def sentence(self) -> str:
        """How much of what was due is proven, and what became of the rest."""
        due, name = len(self.jatuh_tempo), format_periode(self.periode)
        if not due:
            return f"Tidak ada pekerjaan yang jatuh tempo dalam {name}."
        # A share of a period that is not over would fall with each month to come.
        share = "" if self.berjalan else f" ({format_persen(self.selesai, due)})"
        rest = [f"{number} {status.nama.lower()}" for status, number in self.lain]
        rest += [f"{self.tanpa_bukti} pekerjaan berulang belum ada bukti"] if self.tanpa_bukti else []
        told = f" Selebihnya: {'; '.join(rest)}." if rest else ""
        return f"{self.selesai} dari {due} pekerjaan yang jatuh tempo dalam {name} terbukti{share}.{told}"

    @property
    def apart(self) -> tuple[str, ...]:
        """What of it has been put off or given up, and what was put off to this period, each in a sentence."""
        put_off = self.dilepas.sentence("pekerjaan")
        done = sum(row.kali.terbukti for row in self.moved_here)
        moved = (
            f"{len(self.moved_here)} pekerjaan dari periode lain ditunda ke periode ini, {done} di antaranya terbukti; "
            "dihitung dalam laporan periode asalnya."
        )
        return (*([put_off] if put_off else []), *([moved] if self.moved_here else []))

    @property
    def silence(self) -> str | None:
        """What is to be said where nothing was reported; None where something was."""
        if self.entri:
            return None
        name = format_periode(self.periode)
        return (
            f"Tidak ada laporan: kantor ini tidak mencatat apa pun tentang {name} di situs ini. Itu bukan bukti bahwa "
            "pekerjaannya tidak dilaksanakan."
        )

    @property
    def sumber(self) -> tuple[str, ...]:
        """The files of its entries."""
        return tuple(dict.fromkeys(row.entri.place().file for row in self.entri))


def name_keadaan(kosakata: Kosakata, row: BarisKali) -> str:
    """Return what became of an occurrence, in words: of what comes again only whether it is proven."""
    if row.terutang:
        return "Belum ada bukti"
    if row.kali.terbukti and not row.tahap.tahap.sekali:
        return "Terbukti, lewat jadwal" if row.status == "selesai-terlambat" else "Terbukti"
    return kosakata.status[row.status].nama


@dataclass(frozen=True, slots=True)
class ReportMaterial:
    """What the reports of a year are made from."""

    kosakata: Kosakata
    tahun: Tahun
    nilai: Penilaian
    kali: Sequence[BarisKali]
    entri: Sequence[BarisEntri]
    bukti: Sequence[BuktiTercatat]


def list_laporan(material: ReportMaterial) -> list[Laporan]:
    """Return the report of every quarter and half, in order of time.

    One that has passed since the office began to report has its report even if nothing was told in it; another has one
    where the office itself has entries.
    """
    rows = [row for row in material.entri if row.entri.dasar == "laporan"]
    # By their last day, so that a half comes after its second quarter.
    periods = [f"{material.tahun.tahun}-{part}" for part in ("tw1", "tw2", "s1", "tw3", "tw4", "s2")]
    daftar_laporan = [(periode, tuple(row for row in rows if _belongs(row.entri, periode))) for periode in periods]
    return [_report(material, periode, found) for periode, found in daftar_laporan if found or _owed(material, periode)]


def _owed(material: ReportMaterial, periode: str) -> bool:
    """Return whether a period has passed whole or in part since the office began to report here."""
    since, end = material.tahun.setelan.pelaporan, find_end_of_periode(periode)
    return bool(material.tahun.rencana) and since is not None and since <= end < material.nilai.hari


def _belongs(entri: Entri, periode: str) -> bool:
    """Return whether an entry's own period ends within a period."""
    same_year = read_tahun_of_periode(entri.periode) == read_tahun_of_periode(periode)
    return same_year and list_bulan_of_periode(entri.periode)[-1] in list_bulan_of_periode(periode)


def _report(material: ReportMaterial, periode: str, rows: tuple[BarisEntri, ...]) -> Laporan:
    tahun, known = material.tahun, material.kosakata.status
    months = list_bulan_of_periode(periode)
    due = tuple(row for row in material.kali if _due_in(row, tahun.tahun, months))
    counts = Counter(row.status for row in due if not row.terutang)
    named = {kode for row in rows for kode in row.entri.bukti}
    return Laporan(
        periode=periode,
        berjalan=material.nilai.hari <= find_end_of_periode(periode),
        keputusan=tuple(_keputusan(tahun, find_end_of_periode(periode))),
        jatuh_tempo=due,
        selesai=sum(counts[kode] for kode in TERBUKTI),
        tanpa_bukti=sum(row.terutang for row in due),
        lain=tuple((known[kode], counts[kode]) for kode in known if counts[kode] and kode not in TERBUKTI),
        dilepas=count_dilepas([row.kali] for row in due),
        moved_here=tuple(row for row in material.kali if row not in due and _put_off_to(row, tahun.tahun, months)),
        entri=rows,
        bukti=tuple(one for one in material.bukti if one.bukti.kode in named),
    )


def _keputusan(tahun: Tahun, until: date) -> Iterable[Keputusan]:
    """Yield the decrees of the plans, and those that changed rows of them by a day, in the order of their dates."""
    named = dict.fromkeys(letak.berkas.keputusan for letak in walk_area(tahun))
    changed = dict.fromkeys(
        kode for _, butir in tahun.semua_butir() for kode in (butir.keputusan, butir.dicabut) if kode is not None
    )
    found = [one for kode in named | changed if (one := tahun.keputusan_berkode(kode))]
    plans = [one for one in found if one.kode in named]
    later = [one for one in found if one.kode not in named and one.tanggal is not None and one.tanggal <= until]
    yield from sorted((*plans, *later), key=lambda one: one.tanggal or date.min)


def _due_in(row: BarisKali, year: int, months: tuple[int, ...]) -> bool:
    day = row.kali.kali.jatuh_tempo if row.tahap.tahap.jatuh_tempo else None
    return day is not None and day.year == year and day.month in months


def _put_off_to(row: BarisKali, year: int, months: tuple[int, ...]) -> bool:
    """Return whether an occurrence was last put off to a periode that ends in some months."""
    to = [one.entri.penundaan.ke for one in row.kali.dilepas if one.entri.penundaan is not None]
    return bool(to) and read_tahun_of_periode(to[-1]) == year and list_bulan_of_periode(to[-1])[-1] in months
