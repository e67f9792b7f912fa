"""Cut the text of a cell at its numbers: records of a list, entries beneath a stem, lists inside an entry.

Knows nothing of columns, pages or months.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

SAMBUNGAN = -1
"""The level of a piece that goes on with the text before it."""

_PENANDA = re.compile(r"(?<!\S)\(?(?P<nilai>\d{1,2}|[a-z])(?:\)|\.(?=\s))(?=\s*\S)", re.ASCII)
_TANPA_TANDA = re.compile(r"(?<!\S)(?P<nilai>\d{1,2})(?= [A-Z%])", re.ASCII)  # "1 Tersedianya …"
_PISAH = re.compile(r"(?<!\S)(?P<nilai>-)(?= \S)")


@dataclass(frozen=True, slots=True)
class Nomor:
    """A printed number of a list: what is printed, its style ("#)", "@."), its value from 1."""

    tertulis: str
    gaya: str
    nilai: int

    def melanjutkan(self, sebelum: Nomor | None) -> bool:
        """Return whether this number comes right after another; every dash comes after a dash."""
        if sebelum is None or self.gaya != sebelum.gaya:
            return False
        return self.gaya == "-" or self.nilai == sebelum.nilai + 1

    @property
    def pertama(self) -> bool:
        """Whether a list begins with this number."""
        return self.nilai == 1


@dataclass(frozen=True, slots=True)
class Potong:
    """A piece of a cell: level 0 is a record, 1 an entry of its rincian, 2 and more stay in that entry."""

    tingkat: int
    nomor: Nomor | None
    teks: str

    @property
    def utuh(self) -> str:
        """The piece with its printed number."""
        return f"{self.nomor.tertulis} {self.teks}" if self.nomor else self.teks


@dataclass(frozen=True, slots=True)
class Konteks:
    """What the cells above have left open."""

    terbuka: tuple[Nomor | None, ...] = ()
    """Last number of each open list, outermost first; None for a record without number."""
    usai_stem: bool = False
    """The text above ends as a stem does, with a colon."""
    per_baris: bool = False
    """The cell above was an entry of a rincian that is printed one entry a row."""
    sambung: bool = False
    """The cell goes on with the sentence above, unless it begins with a number."""


@dataclass(slots=True)
class Pecahan:
    """The pieces of a cell in printed order, the lists still open at its end, and what is doubtful."""

    potong: list[Potong]
    terbuka: list[Nomor | None]
    ragu: list[str] = field(default_factory=list)


def split_cell(teks: str, konteks: Konteks = Konteks()) -> Pecahan:
    """Cut a cell at the numbers that continue or open a list; a number out of order stays text and is doubted."""
    found = _numbers(teks)
    hasil = Pecahan([], list(konteks.terbuka))
    starts = found and found[0].start() == 0
    first = _number(found.pop(0)) if starts else None
    level = SAMBUNGAN if konteks.sambung and first is None else _first_level(first, hasil, konteks)
    at = len(first.tertulis) if first else 0
    for index, match in enumerate(found):
        before = teks[at : match.start()].strip()
        after = teks[match.end() : found[index + 1].start() if index + 1 < len(found) else len(teks)]
        later = [_number(other) for other in found[index + 1 :]]
        next_level = _level(_number(match), hasil, before, after.strip(), later)
        if next_level is not None:
            hasil.potong.append(Potong(level, first, before))
            first, level, at = _number(match), next_level, match.end()
            _open(hasil, level, first)
    hasil.potong.append(Potong(level, first, teks[at:].strip()))
    return hasil


def read_nomor(teks: str) -> tuple[Nomor | None, str]:
    """Return the number a text begins with, and the rest."""
    found = _numbers(teks)
    if not found or found[0].start() != 0:
        return None, teks
    return _number(found[0]), teks[found[0].end() :].strip()


def _numbers(teks: str) -> list[re.Match[str]]:
    found = list(_PENANDA.finditer(teks))
    for pattern in (_TANPA_TANDA, _PISAH):
        # These look like words within a sentence: they count only where the cell begins with one.
        if pattern.match(teks):
            found = sorted([*found, *pattern.finditer(teks)], key=lambda match: match.start())
    return found


def _number(match: re.Match[str]) -> Nomor:
    value = match["nilai"]
    sign = "-" if value == "-" else "#" if value.isdigit() else "@"
    nilai = int(value) if sign == "#" else 1 if sign == "-" else ord(value) - ord("a") + 1
    return Nomor(match.group(), match.group().replace(value, sign), nilai)


def _open(hasil: Pecahan, level: int, nomor: Nomor | None) -> None:
    del hasil.terbuka[level:]
    hasil.terbuka.append(nomor)


def _first_level(nomor: Nomor | None, hasil: Pecahan, konteks: Konteks) -> int:
    """Return the level of a cell's first piece: what it continues, else a new record."""
    levels = [level for level, last in enumerate(hasil.terbuka) if nomor and nomor.melanjutkan(last)]
    level = 0
    if nomor and levels:
        level = levels[-1] if konteks.per_baris else levels[0]
        if len(levels) > 1:
            hasil.ragu.append(f"nomor “{nomor.tertulis}” dapat melanjutkan butir atau rincian di atasnya")
    elif nomor and konteks.usai_stem and nomor.pertama and hasil.terbuka:
        level = len(hasil.terbuka)
    _open(hasil, level, nomor)
    return level


def _level(nomor: Nomor, hasil: Pecahan, before: str, after: str, later: Sequence[Nomor]) -> int | None:
    """Return the level of a number within a cell, or None where it is part of the sentence."""
    if not before:
        return None
    levels = [level for level, last in enumerate(hasil.terbuka) if nomor.melanjutkan(last)]
    if len(levels) > 1:
        hasil.ragu.append(f"nomor “{nomor.tertulis} {after[:40]}” cocok dengan dua daftar; periksa tingkatnya")
        return levels[0] if after.endswith(":") else levels[-1]
    if levels:
        if nomor.gaya == "#":
            hasil.ragu.append(f"angka “{nomor.tertulis}” tanpa kurung atau titik dibaca sebagai nomor")
        return levels[0]
    stem = before.endswith(":")
    if nomor.pertama and (stem or any(other.melanjutkan(nomor) for other in later)):
        if not stem:
            hasil.ragu.append(f"daftar “{nomor.tertulis}” mulai tanpa titik dua; dibaca sebagai rincian")
        return max(1, len(hasil.terbuka))
    if any(last and last.gaya == nomor.gaya for last in hasil.terbuka):
        hasil.ragu.append(f"nomor “{nomor.tertulis}” di dalam sel tidak berurutan; dibiarkan dalam teks")
    return None
