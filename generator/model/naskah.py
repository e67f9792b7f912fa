"""A decree's text as an optical reader gave it: lines, table cells, month marks."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from generator.model.jenis import NAMA_BULAN

_MARKS = frozenset("√✓✔●■")
_MARK_LETTERS = frozenset("vVxX")  # marks too, but not where a Roman number may stand
_FIRST_MONTH_COLUMN = 5
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_EMPHASIS = re.compile(r"\*+|^#+ ")
# A line of running text may hold a tab or two; the decrees' tables have four columns and more.
_FEWEST_TABS = 3
_FEWEST_HEADS = 3
_HEADS = frozenset({"no", "nomor"})
_TRIWULAN = re.compile(r"(?:tw|triwulan)[ -]?(?:[1-4]|i{1,3}|iv)")


@dataclass(frozen=True, slots=True)
class Sel:
    """One non-empty cell of a table: line from 1, column from 0, text without markup."""

    baris: int
    kolom: int
    teks: str


@dataclass(frozen=True, slots=True)
class Naskah:
    """A decree's text as read; line n is ``baris[n - 1]``."""

    kode: str
    """The file's name."""
    berkas: str
    """The file's path, for findings."""
    baris: tuple[str, ...]

    def kolom(self, nomor: int) -> tuple[str, ...]:
        """Return a line's cells, empty ones included; a line of running text is one cell."""
        return tuple(self.baris[nomor - 1].split("\t"))

    def is_table_row(self, nomor: int) -> bool:
        """Return whether a line is a row of a table."""
        return self.baris[nomor - 1].count("\t") >= _FEWEST_TABS

    def is_table_head(self, nomor: int) -> bool:
        """Return whether a table row is part of a page's header: titles, months, quarters, or the column numbers."""
        filled = [strip_markup(cell).casefold().rstrip(".") for cell in self.kolom(nomor) if cell.strip()]
        # An empty row of a table holds nothing to check, like a header.
        if not filled:
            return True
        if len(filled) >= _FEWEST_HEADS and filled[0] in _HEADS:
            return True
        return len(filled) >= _FEWEST_HEADS and all(map(_heads_column, filled))

    def sel(self, nomor: int) -> tuple[Sel, ...]:
        """Return the cells of a row that hold words, month marks taken out."""
        cells = []
        for column, raw in enumerate(self.kolom(nomor)):
            text = strip_markup(raw)
            if _bertanda(text, column):
                text = text[1:].strip()
            if text:
                cells.append(Sel(nomor, column, text))
        return tuple(cells)

    def tanda(self, nomor: int) -> tuple[int, ...]:
        """Return the columns of a row that hold a month mark."""
        return tuple(column for column, raw in enumerate(self.kolom(nomor)) if _bertanda(strip_markup(raw), column))


def _heads_column(word: str) -> bool:
    return word.isdigit() or word in NAMA_BULAN or _TRIWULAN.fullmatch(word) is not None


def _bertanda(text: str, column: int) -> bool:
    """Return whether a cell is a month mark, or begins with one."""
    if not text or (len(text) > 1 and text[1] != " "):
        return False
    return text[0] in _MARKS or (len(text) == 1 and text in _MARK_LETTERS and column >= _FIRST_MONTH_COLUMN)


def strip_markup(text: str) -> str:
    """Return text without HTML tags, entities and Markdown emphasis, on one line."""
    text = html.unescape(_TAG.sub(" ", text))
    return " ".join(_EMPHASIS.sub("", text).split())


def squash(text: str) -> str:
    """Return text without any white space, for comparing what was broken across lines and cells."""
    return "".join(unicodedata.normalize("NFC", text).split())
