"""The draft of an RB plan: what the reader found, before it has any kode.

Unlike the model it allows gaps: a name that is lost, a kegiatan without sub kegiatan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.rencana import Keadaan


class Doubt(NamedTuple):
    """A doubt: where the decree's text contradicts itself, and what a person must decide."""

    baris: int
    kata: str


@dataclass(frozen=True, slots=True)
class DraftJadwal:
    """The months of one indikator as the marks show them; the same values as in the model."""

    keadaan: Keadaan
    bulan: tuple[int, ...] | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftButir:
    """What every drafted row has: printed number, text, lines of the source."""

    nomor: str | None = None
    nama: str | None = None
    baris: tuple[int, ...] = ()
    """Lines of the source, ascending."""
    rearranged: bool = False
    """Stands under another parent or column than the text as read."""
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIndikator(DraftButir):
    """A drafted success indicator."""

    jadwal: DraftJadwal
    rincian: tuple[str, ...] = ()
    keterangan: str | None = None
    mencakup: tuple[int, ...] = ()
    """Positions of the sub kegiatan it covers, counted from 0 within its kegiatan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSubKegiatan(DraftButir):
    """A drafted sub-activity."""

    rincian: tuple[str, ...] = ()
    keterangan: str | None = None
    indikator: tuple[DraftIndikator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKegiatan(DraftButir):
    """A drafted activity."""

    sub_kegiatan: tuple[DraftSubKegiatan, ...] = ()
    indikator: tuple[DraftIndikator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftArea(DraftButir):
    """A drafted area of change."""

    kegiatan: tuple[DraftKegiatan, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted plan in printed order, and every doubt in the order of its lines."""

    area: tuple[DraftArea, ...]
    doubts: tuple[Doubt, ...]

    def semua_butir(self) -> tuple[DraftButir, ...]:
        """Return every row, parents before children, in the order in which a file prints them."""
        found: list[DraftButir] = []
        for area in self.area:
            found.append(area)
            for kegiatan in area.kegiatan:
                found.append(kegiatan)
                for sub_kegiatan in kegiatan.sub_kegiatan:
                    found += [sub_kegiatan, *sub_kegiatan.indikator]
                found += kegiatan.indikator
        return tuple(found)
