"""A year's worksheets (LKE) as they are shown: values beside weights and thresholds, and who gave them.

It compares figures and never says what an office deserves: TPI and TPN decide that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator import routes
from generator.model.isi import Tahun
from generator.model.lke import Instrumen, NilaiArea, NilaiHasil
from generator.progress import (
    BarisLke,
    Batas,
    LembarKerja,
    Penilaian,
    fill_lembar_kerja,
    list_lke_tampil,
    name_butir_lke,
)
from generator.text import format_angka
from generator.views.names import Link, name_penilaian

RowKind = Literal["butir", "anak", "jumlah"]
_DIRECTIONS = {-1: ("di bawah", "▼"), 0: ("tepat pada", "＝"), 1: ("di atas", "▲")}


@dataclass(frozen=True, slots=True)
class Position:
    """Where a value stands against one threshold, in plain words."""

    ikon: str
    kata: str
    """0,08 di bawah ambang WBK 3,60."""
    kurang: bool


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One row of a table of values."""

    baris: BarisLke
    id: str | None
    """The row's anchor, where the file has a row for it."""
    jenis: RowKind
    """butir: an area or component; anak: what belongs to the row above; jumlah: a sum of rows."""
    kosong: str
    """What stands in place of a value that is not there."""
    posisi: tuple[Position, ...]
    sebelumnya: Decimal | None
    """Its value in the assessment before; None where it has none."""


@dataclass(frozen=True, slots=True)
class LembarKerjaTampil:
    """One assessment as the page shows it."""

    lembar: LembarKerja
    nama: str
    """Penilaian mandiri, 30 Juni 2022."""
    sebelumnya: Link | None
    """The assessment before it with the same instrument, if there is one."""
    pengungkit: tuple[BarisTampil, ...]
    hasil: tuple[BarisTampil, ...]
    total: BarisTampil


def list_lembar_kerja(tahun: Tahun, nilai: Penilaian, instrumen: Mapping[str, Instrumen]) -> tuple[LembarKerja, ...]:
    """Return the assessments of a year that exist on the day of the build, oldest first."""
    return tuple(
        fill_lembar_kerja(penilaian, instrumen[penilaian.instrumen]) for penilaian in list_lke_tampil(tahun, nilai.hari)
    )


def list_lke(tahun: Tahun, daftar_lembar: Iterable[LembarKerja]) -> tuple[LembarKerjaTampil, ...]:
    """Return the assessments newest first, each beside the one before it that used the same instrument.

    Args:
        tahun: the year.
        daftar_lembar: its assessments, oldest first.
    """
    earlier: dict[str, LembarKerja] = {}
    shown = []
    for lembar in daftar_lembar:
        shown.append(_shown(tahun, lembar, earlier.get(lembar.instrumen.kode)))
        earlier[lembar.instrumen.kode] = lembar
    return tuple(reversed(shown))


def explain_batas(baris: BarisLke, batas: Batas) -> Position | None:
    """Return where a row stands against a threshold, in plain words; None where it has no value.

    The comparison is exact; the distance is that of the figures as they are shown.
    """
    if baris.nilai is None:
        return None
    sign = (baris.nilai > batas.nilai) - (baris.nilai < batas.nilai)
    arah, ikon = _DIRECTIONS[sign]
    if batas.persen is not None and baris.persen is not None:
        gap, unit = abs(baris.persen - batas.persen), " poin persen"
        bound = f"{format_angka(batas.persen)} %"
    else:
        gap, unit, bound = abs(baris.nilai - batas.nilai), "", format_angka(batas.nilai)
    distance = f"{format_angka(gap)}{unit} " if gap else ""
    return Position(ikon, f"{distance}{arah} ambang {batas.ambang.nama} {bound}", sign < 0)


def _shown(tahun: Tahun, lembar: LembarKerja, earlier: LembarKerja | None) -> LembarKerjaTampil:
    before = earlier.baris() if earlier else {}
    own = earlier and earlier.penilaian
    return LembarKerjaTampil(
        lembar,
        name_penilaian(lembar.penilaian),
        Link(name_penilaian(own), routes.lke(tahun, own.kode)) if own else None,
        (*(_row(lembar, before, area) for area in lembar.area), _row(lembar, before, lembar.pengungkit, "jumlah")),
        tuple(_hasil(lembar, before)),
        _row(lembar, before, lembar.total, "jumlah"),
    )


def _hasil(lembar: LembarKerja, before: Mapping[str, BarisLke]) -> Iterator[BarisTampil]:
    """Yield the rows of the hasil, each index under the row that comes from it, and their sum."""
    for komponen in lembar.hasil:
        yield _row(lembar, before, komponen)
        for bagian in komponen.bagian:
            yield _row(lembar, before, bagian, "anak")
            yield from (_row(lembar, before, indeks, "anak") for indeks in bagian.bagian)
    yield _row(lembar, before, lembar.jumlah_hasil, "jumlah")


def _row(lembar: LembarKerja, before: Mapping[str, BarisLke], baris: BarisLke, jenis: RowKind = "butir") -> BarisTampil:
    isian = baris.isian
    held = isian if isinstance(isian, NilaiArea | NilaiHasil) else None
    old = before.get(baris.kode)
    return BarisTampil(
        baris,
        name_butir_lke(lembar.penilaian, held) if held else None,
        jenis,
        "belum lengkap"
        if any(bagian.bobot and bagian.nilai is not None for bagian in baris.bagian)
        else "belum dinilai",
        tuple(posisi for batas in baris.batas if (posisi := explain_batas(baris, batas))),
        old.nilai if old else None,
    )
