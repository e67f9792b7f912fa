"""Counts of exactly the indikator that a page shows, and how many of them fall in each month or quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.isi import Kosakata
from generator.model.periode import KOLOM, Kolom
from generator.model.rencana import Indikator, Keadaan
from generator.model.situs import StatusBaku
from generator.progress import TERBUKTI, TERLAMBAT, TERTUTUP, Penilaian, find_proven_months
from generator.views.penundaan import JumlahDilepas, count_dilepas

_DUE = frozenset((*TERTUTUP, *TERLAMBAT))


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The counts of some indikator: one line per status, in the vocabulary's order."""

    jumlah: int
    selesai: int
    baris: tuple[tuple[StatusBaku, int], ...]
    di_luar: int
    """Rows shown but not in force, so not counted."""
    jatuh_tempo: int
    """Tahap of these rows that are past due or reported done, without those that are excluded."""
    tepat: int
    """How many of these tahap are done with evidence."""
    dikecualikan: tuple[tuple[StatusBaku, int], ...]
    """Tahap past due that are neither done nor late: put off, uncertain, due before the office reported here."""
    dilepas: JumlahDilepas
    """How many of all tahap of these rows have been put off or given up."""


def summarize_indikator(kosakata: Kosakata, nilai: Penilaian, daftar_indikator: Iterable[Indikator]) -> Ringkasan:
    """Return the counts of exactly these indikator, so that a page's figures match the rows that it shows."""
    rows = tuple(daftar_indikator)
    counts = nilai.count(rows)
    lines = tuple((status, counts[kode]) for kode, status in kosakata.status.items() if counts[kode])
    done = sum(number for status, number in lines if status.kelompok == "selesai")
    daftar_tahap = [tahap for row in rows if row.kode in nilai.indikator for tahap in nilai.indikator[row.kode].tahap]
    due = [tahap.status for tahap in daftar_tahap if tahap.status in _DUE]
    past = Counter(
        tahap.status
        for tahap in daftar_tahap
        if tahap.status not in _DUE and tahap.tahap.tenggat is not None and tahap.tahap.tenggat < nilai.hari
    )
    return Ringkasan(
        jumlah=counts.total(),
        selesai=done,
        baris=lines,
        di_luar=len(rows) - counts.total(),
        jatuh_tempo=len(due),
        tepat=sum(kode in TERBUKTI for kode in due),
        dikecualikan=tuple((status, past[kode]) for kode, status in kosakata.status.items() if past[kode]),
        dilepas=count_dilepas(tahap.kali for tahap in daftar_tahap),
    )


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row of a heat table: how many indikator are planned for each month or quarter."""

    nomor: str | None
    nama: str
    alamat: str
    kata: str | None
    """One plain sentence, where there is one."""
    ringkasan: Ringkasan
    kolom: tuple[Kolom, ...]
    jumlah: tuple[int, ...]
    """How many indikator are planned for each column."""
    selesai: tuple[int, ...]
    """How many of each column's indikator are proven for it."""
    terlambat: tuple[int, ...]
    """How many of each column's indikator are late with it."""
    melapor: bool
    """Whether the office reports its realisation here, so that nothing done means something."""
    tak_terbaca: int
    """Indikator whose months cannot be read; they are in no square."""


def list_heat(  # noqa: PLR0913 - a row's columns
    kosakata: Kosakata,
    nilai: Penilaian,
    daftar_indikator: Iterable[Indikator],
    *,
    nomor: str | None,
    nama: str,
    alamat: str,
    melapor: bool,
    kata: str | None = None,
    kolom: tuple[Kolom, ...] = KOLOM["bulan"],
) -> HeatRow:
    """Return the row of some indikator; only those in force are counted, in each column once."""
    rows = tuple(daftar_indikator)
    in_force = [row for row in rows if row.kode in nilai.indikator]
    squares = Counter[tuple[int, str]]()
    for row in in_force:
        for index, one in enumerate(kolom):
            squares.update((index, name) for name in _groups_in(nilai, row, one))
    planned, done, late = (
        tuple(squares[index, name] for index in range(len(kolom))) for name in ("", "selesai", "terlambat")
    )
    return HeatRow(
        nomor=nomor,
        nama=nama,
        alamat=alamat,
        kata=kata,
        ringkasan=summarize_indikator(kosakata, nilai, rows),
        kolom=kolom,
        jumlah=planned,
        selesai=done,
        terlambat=late,
        melapor=melapor,
        tak_terbaca=sum(row.jadwal.keadaan is Keadaan.TIDAK_TERBACA for row in in_force),
    )


def _groups_in(nilai: Penilaian, indikator: Indikator, kolom: Kolom) -> set[str]:
    """Return what an indikator adds to a column: "" where planned, "selesai" where proven, "terlambat" where late."""
    months = set(kolom.bulan)
    there = [step for step in nilai.indikator[indikator.kode].tahap if not months.isdisjoint(step.tahap.bulan)]
    found = {""} if there else set()
    begun = date(nilai.tahun, kolom.bulan[0], 1) <= nilai.per_tanggal
    if begun and any(not months.isdisjoint(find_proven_months(step, nilai.tahun)) for step in there):
        found.add("selesai")
    parts = (one for step in there for one in step.kali if not months.isdisjoint(one.kali.bulan))
    if any(one.status in TERLAMBAT for one in parts):
        found.add("terlambat")
    return found
