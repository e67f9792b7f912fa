"""The decree's own table of a plan, merged cells and all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.model.rencana import AreaRB, Indikator, Kegiatan, SubKegiatan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """One row: for each column what begins here and over how many rows; 0 rows where a cell above goes on."""

    area: AreaRB | None
    rentang_area: int
    kegiatan: Kegiatan | None
    rentang_kegiatan: int
    sub_kegiatan: SubKegiatan | None
    rentang_sub: int
    indikator: Indikator | None
    rentang_indikator: int


def lay_out(daftar_area: Sequence[AreaRB]) -> tuple[BarisTabel, ...]:
    """Return the rows of the table of some areas, in printed order."""
    return tuple(row for area in daftar_area for row in _area_rows(area))


def _area_rows(area: AreaRB) -> list[BarisTabel]:
    rows = [row for kegiatan in area.kegiatan for row in _kegiatan_rows(kegiatan)]
    # An area without any has a row of its own, with nothing but its name.
    rows = rows or [BarisTabel(None, 0, None, 0, None, 0, None, 0)]
    rows[0] = replace(rows[0], area=area, rentang_area=len(rows))
    return rows


def _kegiatan_rows(kegiatan: Kegiatan) -> list[BarisTabel]:
    rows = [row for subs, indikator in _blocks(kegiatan) for row in _block_rows(subs, indikator)]
    rows[0] = replace(rows[0], kegiatan=kegiatan, rentang_kegiatan=len(rows))
    return rows


def _blocks(kegiatan: Kegiatan) -> Iterator[tuple[list[SubKegiatan], list[Indikator]]]:
    """Yield the parts of a kegiatan in which one run of sub_kegiatan faces one run of indikator."""
    shared = list(kegiatan.indikator)
    subs = list(kegiatan.sub_kegiatan)
    while subs:
        sub = subs.pop(0)
        if sub.indikator:
            yield [sub], list(sub.indikator)
            continue
        # A sub_kegiatan without an indikator of its own faces the one that the decree prints for several.
        covering = next((i.mencakup for i in shared if sub.kode in i.mencakup), ())
        block = [sub]
        while subs and covering and subs[0].kode in covering and not subs[0].indikator:
            block.append(subs.pop(0))
        facing = [i for i in shared if covering and i.mencakup == covering]
        shared = [i for i in shared if i not in facing]
        yield block, facing
    if shared or not kegiatan.sub_kegiatan:
        yield [], shared


def _block_rows(subs: list[SubKegiatan], daftar_indikator: list[Indikator]) -> Iterator[BarisTabel]:
    """Yield the rows of one block; the last cell of the shorter side reaches down to the block's end."""
    height = max(len(subs), len(daftar_indikator), 1)
    for index in range(height):
        sub, sub_rows = _cell(subs, index, height)
        indikator, indikator_rows = _cell(daftar_indikator, index, height)
        yield BarisTabel(None, 0, None, 0, sub, sub_rows, indikator, indikator_rows)


def _cell(column: Sequence[T], index: int, height: int) -> tuple[T | None, int]:
    if not column:
        return None, height if index == 0 else 0
    if index >= len(column):
        return None, 0
    return column[index], height - index if index == len(column) - 1 else 1
