"""Last year beside this year: which commitments go on, which have ended and how, which are new.

The kode tells: the same kode next year is the same commitment. The comparison belongs to the later year, so that a
year once closed never changes because another begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.isi import Kosakata, Letak, Tahun
from generator.model.situs import StatusBaku
from generator.progress import Penilaian
from generator.text import join_lines
from generator.views.names import format_jadwal, name_indikator
from generator.views.rows import Placed


@dataclass(frozen=True, slots=True, eq=False)
class Side(Placed):
    """One indikator in one of the two years."""

    nama: str
    jadwal: str
    """When it is planned, in words."""
    status: StatusBaku | None
    """On the last day shown of its year; None where it was not in force."""


@dataclass(frozen=True, slots=True)
class BarisDuaTahun:
    """One commitment in both years, or in one of them."""

    kode: str
    lalu: Side | None
    kini: Side | None

    @property
    def nama_berubah(self) -> bool:
        """Whether the words differ between the years."""
        return bool(self.lalu and self.kini and self.lalu.nama != self.kini.nama)

    @property
    def jadwal_berubah(self) -> bool:
        """Whether the schedule differs between the years."""
        return bool(self.lalu and self.kini and self.lalu.jadwal != self.kini.jadwal)


@dataclass(frozen=True, slots=True)
class DuaTahun:
    """Two years of one office beside each other."""

    lalu: Tahun
    berlanjut: tuple[BarisDuaTahun, ...]
    berakhir: tuple[BarisDuaTahun, ...]
    """Only in the year before."""
    baru: tuple[BarisDuaTahun, ...]
    """Only in the later year."""
    status: tuple[tuple[StatusBaku, int, int], ...]
    """How many indikator have each status in the year before and in the later one."""
    jumlah: tuple[int, int]
    """How many indikator are in force in each."""
    tak_banding: tuple[tuple[str, int], ...]
    """The plans left out because only one of the years has them here: the kind, and the year without it."""

    @property
    def baris(self) -> tuple[BarisDuaTahun, ...]:
        """Every row: those that go on, those that ended, those that are new."""
        return self.berlanjut + self.berakhir + self.baru


def list_sides(kosakata: Kosakata, nilai: Penilaian, letak: Iterable[Letak]) -> dict[str, Side]:
    """Return every indikator of a year in plan order, by kode."""
    sides = {}
    for one in letak:
        kode = nilai.status(one.indikator.kode)
        sides[one.indikator.kode] = Side(
            one,
            nama=name_indikator(one.indikator, one.bagian),
            jadwal=join_lines(format_jadwal(one.indikator)),
            status=kosakata.status[kode] if kode else None,
        )
    return sides


def list_shared_plans(before: Tahun, after: Tahun) -> list[str]:
    """Return the kinds of plans that both years have here; of no other can be told what goes on, ends or is new."""
    return [rencana.jenis for rencana in before.rencana if after.rencana_jenis(rencana.jenis)]


def compare_years(
    kosakata: Kosakata, before: Tahun, after: Tahun, before_sides: Mapping[str, Side], after_sides: Mapping[str, Side]
) -> DuaTahun:
    """Return a year beside the one before, by the plans that both have here.

    Args:
        kosakata: the vocabularies.
        before: the year before.
        after: the later year.
        before_sides: the indikator of the year before, by kode.
        after_sides: those of the later year.
    """
    shared = list_shared_plans(before, after)
    old, new = (
        {kode: side for kode, side in sides.items() if side.rencana.jenis in shared}
        for sides in (before_sides, after_sides)
    )
    counts = [Counter(side.status.kode for side in sides.values() if side.status is not None) for sides in (old, new)]
    known = kosakata.status.items()
    return DuaTahun(
        lalu=before,
        # In the order of the later year, whose page shows them.
        berlanjut=tuple(BarisDuaTahun(kode, old[kode], side) for kode, side in new.items() if kode in old),
        berakhir=tuple(BarisDuaTahun(kode, side, None) for kode, side in old.items() if kode not in new),
        baru=tuple(BarisDuaTahun(kode, None, side) for kode, side in new.items() if kode not in old),
        status=tuple((s, counts[0][kode], counts[1][kode]) for kode, s in known if counts[0][kode] or counts[1][kode]),
        jumlah=(counts[0].total(), counts[1].total()),
        tak_banding=tuple(
            (rencana.jenis, other.tahun)
            for year, other in ((before, after), (after, before))
            for rencana in year.rencana
            if rencana.jenis not in shared
        ),
    )
