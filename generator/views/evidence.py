"""The register of evidence: each piece with what it serves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import routes
from generator.model.bukti import Bukti
from generator.model.isi import Tahun
from generator.model.keputusan import Keputusan
from generator.model.lke import Instrumen
from generator.progress import (
    Penilaian,
    index_indikator_by_bukti,
    index_lke_by_bukti,
    name_butir_lke,
)
from generator.views.names import Link, name_penilaian


@dataclass(frozen=True, slots=True)
class BuktiTercatat:
    """One piece of evidence as the register shows it."""

    bukti: Bukti
    keputusan: Keputusan | None
    melayani: tuple[Link, ...]
    """The indikator that it serves."""
    lke: tuple[Link, ...]
    """The rows of worksheets that it serves."""


def list_bukti(
    tahun: Tahun,
    nilai: Penilaian,
    shown: Iterable[Bukti],
    indikator: Mapping[str, Link],
    lke: Mapping[str, tuple[Link, ...]],
) -> list[BuktiTercatat]:
    """Return the evidence known by the day, each with what it serves, in the register's order.

    Args:
        tahun: the year.
        nilai: its state.
        shown: the evidence that is known by the day.
        indikator: the link to each indikator, by its kode.
        lke: the links to the rows of worksheets that each piece serves, by the kode of the bukti.
    """
    serves = index_indikator_by_bukti(tahun, nilai.log)
    return [
        BuktiTercatat(
            bukti,
            tahun.keputusan_berkode(bukti.keputusan),
            tuple(indikator[kode] for kode in serves.get(bukti.kode, ())),
            lke.get(bukti.kode, ()),
        )
        for bukti in shown
    ]


def link_lke(tahun: Tahun, nilai: Penilaian, instrumen: Mapping[str, Instrumen]) -> dict[str, tuple[Link, ...]]:
    """Return the links to the rows of worksheets that each piece of evidence serves, by the kode of the bukti."""
    return {
        kode: tuple(
            Link(
                f"{instrumen[penilaian.instrumen].nama_butir(isian.butir)} ({name_penilaian(penilaian)})",
                routes.lke(tahun, name_butir_lke(penilaian, isian)),
            )
            for penilaian, isian in rows
        )
        for kode, rows in index_lke_by_bukti(tahun, nilai.hari).items()
    }
