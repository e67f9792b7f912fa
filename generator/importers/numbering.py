"""Cut the text of a cell at its numbers: records of a list, entries beneath a stem, lists inside an entry.

Knows nothing of columns, pages or months.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

CONTINUATION = -1
"""The level of a piece that goes on with the text before it."""

_MARKER = re.compile(r"(?<!\S)\(?(?P<nilai>\d{1,2}|[a-z])(?:\)|\.(?=\s))(?=\s*\S)", re.ASCII)
_UNMARKED = re.compile(r"(?<!\S)(?P<nilai>\d{1,2})(?= [A-Z%])", re.ASCII)  # "1 Tersedianya …"
_DASH = re.compile(r"(?<!\S)(?P<nilai>-)(?= \S)")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A printed number of a list: what is printed, its style ("#)", "@."), its value from 1."""

    tertulis: str
    style: str
    nilai: int

    def continues(self, before: PrintedNumber | None) -> bool:
        """Return whether this number comes right after another; every dash comes after a dash."""
        if before is None or self.style != before.style:
            return False
        return self.style == "-" or self.nilai == before.nilai + 1

    @property
    def is_first(self) -> bool:
        """Whether a list begins with this number."""
        return self.nilai == 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a cell: level 0 is a record, 1 an entry of its rincian, 2 and more stay in that entry."""

    level: int
    nomor: PrintedNumber | None
    teks: str

    @property
    def whole(self) -> str:
        """The piece with its printed number."""
        return f"{self.nomor.tertulis} {self.teks}" if self.nomor else self.teks


@dataclass(frozen=True, slots=True)
class CellContext:
    """What the cells above have left open."""

    open_lists: tuple[PrintedNumber | None, ...] = ()
    """Last number of each open list, outermost first; None for a record without number."""
    after_stem: bool = False
    """The text above ends as a stem does, with a colon."""
    per_row: bool = False
    """The cell above was an entry of a rincian that is printed one entry a row."""
    goes_on: bool = False
    """The cell goes on with the sentence above, unless it begins with a number."""


@dataclass(slots=True)
class Pieces:
    """The pieces of a cell in printed order, the lists still open at its end, and what is doubtful."""

    pieces: list[Piece]
    open_lists: list[PrintedNumber | None]
    doubts: list[str] = field(default_factory=list)


def split_cell(teks: str, context: CellContext = CellContext()) -> Pieces:
    """Cut a cell at the numbers that continue or open a list; a number out of order stays text and is doubted."""
    found = _numbers(teks)
    result = Pieces([], list(context.open_lists))
    starts = found and found[0].start() == 0
    first = _number(found.pop(0)) if starts else None
    level = CONTINUATION if context.goes_on and first is None else _first_level(first, result, context)
    at = len(first.tertulis) if first else 0
    for index, match in enumerate(found):
        before = teks[at : match.start()].strip()
        after = teks[match.end() : found[index + 1].start() if index + 1 < len(found) else len(teks)]
        later = [_number(other) for other in found[index + 1 :]]
        next_level = _level(_number(match), result, before, after.strip(), later)
        if next_level is not None:
            result.pieces.append(Piece(level, first, before))
            first, level, at = _number(match), next_level, match.end()
            _open(result, level, first)
    result.pieces.append(Piece(level, first, teks[at:].strip()))
    return result


def read_nomor(teks: str) -> tuple[PrintedNumber | None, str]:
    """Return the number a text begins with, and the rest."""
    found = _numbers(teks)
    if not found or found[0].start() != 0:
        return None, teks
    return _number(found[0]), teks[found[0].end() :].strip()


def _numbers(teks: str) -> list[re.Match[str]]:
    found = list(_MARKER.finditer(teks))
    for pattern in (_UNMARKED, _DASH):
        # These look like words within a sentence: they count only where the cell begins with one.
        if pattern.match(teks):
            found = sorted([*found, *pattern.finditer(teks)], key=lambda match: match.start())
    return found


def _number(match: re.Match[str]) -> PrintedNumber:
    value = match["nilai"]
    sign = "-" if value == "-" else "#" if value.isdigit() else "@"
    nilai = int(value) if sign == "#" else 1 if sign == "-" else ord(value) - ord("a") + 1
    return PrintedNumber(match.group(), match.group().replace(value, sign), nilai)


def _open(result: Pieces, level: int, nomor: PrintedNumber | None) -> None:
    del result.open_lists[level:]
    result.open_lists.append(nomor)


def _first_level(nomor: PrintedNumber | None, result: Pieces, context: CellContext) -> int:
    """Return the level of a cell's first piece: what it continues, else a new record."""
    levels = [level for level, last in enumerate(result.open_lists) if nomor and nomor.continues(last)]
    level = 0
    if nomor and levels:
        level = levels[-1] if context.per_row else levels[0]
        if len(levels) > 1:
            result.doubts.append(f"nomor “{nomor.tertulis}” dapat melanjutkan butir atau rincian di atasnya")
    elif nomor and context.after_stem and nomor.is_first and result.open_lists:
        level = len(result.open_lists)
    _open(result, level, nomor)
    return level


def _level(nomor: PrintedNumber, result: Pieces, before: str, after: str, later: Sequence[PrintedNumber]) -> int | None:
    """Return the level of a number within a cell, or None where it is part of the sentence."""
    if not before:
        return None
    levels = [level for level, last in enumerate(result.open_lists) if nomor.continues(last)]
    if len(levels) > 1:
        result.doubts.append(f"nomor “{nomor.tertulis} {after[:40]}” cocok dengan dua daftar; periksa tingkatnya")
        return levels[0] if after.endswith(":") else levels[-1]
    if levels:
        if nomor.style == "#":
            result.doubts.append(f"angka “{nomor.tertulis}” tanpa kurung atau titik dibaca sebagai nomor")
        return levels[0]
    stem = before.endswith(":")
    if nomor.is_first and (stem or any(other.continues(nomor) for other in later)):
        if not stem:
            result.doubts.append(f"daftar “{nomor.tertulis}” mulai tanpa titik dua; dibaca sebagai rincian")
        return max(1, len(result.open_lists))
    if any(last and last.style == nomor.style for last in result.open_lists):
        result.doubts.append(f"nomor “{nomor.tertulis}” di dalam sel tidak berurutan; dibiarkan dalam teks")
    return None
