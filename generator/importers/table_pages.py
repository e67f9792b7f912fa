"""Pages of an RB table and their rows, each page read by its own header, a row that slid aside put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.checks.mark_readings import MarkedPage, read_page
from generator.importers.draft import Doubt
from generator.model.naskah import Naskah, Sel, strip_markup
from generator.model.periode import BULAN_PENDEK
from generator.model.table import Header, list_pages

_FURTHEST_LEFT = 2


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a page; columns are those of the header once ``shift`` is undone."""

    nomor: int
    header: Header
    sel: tuple[Sel, ...]
    marks: tuple[int, ...]
    first_of_page: bool
    """Whether it is the first row of its page."""
    page: MarkedPage
    """The marks of its whole page."""
    shift: int = 0
    """How many columns to the right the row is printed; negative to the left."""

    def teks(self, tingkat: int) -> str:
        """Return the text in one of the five columns left of the months, or nothing."""
        return next((sel.teks for sel in self.sel if sel.kolom == self.header.kolom[tingkat]), "")

    @property
    def keterangan(self) -> str:
        """The text in the KET column and to its right."""
        return " ".join(sel.teks for sel in self.sel if sel.kolom >= self.header.ket)

    @property
    def overflows(self) -> bool:
        """Whether a mark stands outside the twelve months."""
        return any(not 0 <= column - self.header.bulan < len(BULAN_PENDEK) for column in self.marks)

    @property
    def stray_cells(self) -> tuple[Sel, ...]:
        """The cells in no column that may hold text: beneath a month, or between the columns."""
        return tuple(sel for sel in self.sel if sel.kolom not in self.header.kolom and sel.kolom < self.header.ket)


def read_pages(naskah: Naskah, doubts: list[Doubt]) -> Iterator[TableRow]:
    """Yield every row of the plan's pages; rows of other tables and text between the pages become doubts."""
    pages = list_pages(naskah)
    lines = [line for page in pages if page.header.is_plan for line in page.baris]
    for page in pages:
        if not page.has_head:
            doubts.append(Doubt(page.baris[0], "tabel tanpa kepala; dibaca dengan susunan kolom baku"))
        if not page.header.is_plan:
            doubts += [Doubt(line, f"tabel lain, tidak dibaca: {_words(naskah, line)}") for line in page.baris]
            continue
        marked = read_page(naskah, page)
        for line in page.baris:
            cells = tuple(_tidy(naskah, sel) for sel in naskah.sel(line))
            row = TableRow(line, page.header, cells, naskah.tanda(line), line == page.baris[0], marked)
            yield _put_back(row)
    for line in range(min(lines, default=1), max(lines, default=0)):
        if not naskah.is_table_row(line) and strip_markup(naskah.baris[line - 1]):
            doubts.append(
                Doubt(line, f"teks di antara halaman tabel, tidak dibaca: {strip_markup(naskah.baris[line - 1])}")
            )


def _tidy(naskah: Naskah, sel: Sel) -> Sel:
    """Close the gaps that markup taken out has left inside brackets: ( <i>kick off</i> )."""
    if "<" not in naskah.kolom(sel.baris)[sel.kolom]:
        return sel
    return replace(sel, teks=sel.teks.replace("( ", "(").replace(" )", ")"))


def _words(naskah: Naskah, line: int) -> str:
    return " | ".join(sel.teks for sel in naskah.sel(line))


def _put_back(row: TableRow) -> TableRow:
    """Return a row that slid aside as a whole with its cells in their own columns again."""
    header = row.header
    texts = [sel.kolom for sel in row.sel if sel.kolom < header.ket]
    if not texts:
        return row
    shift = 0
    if max(texts) == header.bulan and min(texts) > 0:
        # Text under January and none in the first column: the row slid to the right as a whole.
        shift = 1
    elif row.marks and max(texts) < row.marks[0] < header.bulan and max(texts) < header.indikator:
        # Marks before the months, with all text left of its column: it slid to the left.
        shift = max(max(texts) - header.indikator, -_FURTHEST_LEFT)
    if not shift:
        return row
    cells = tuple(replace(sel, kolom=sel.kolom - shift) if sel.kolom < header.ket else sel for sel in row.sel)
    return replace(row, sel=cells, marks=tuple(column - shift for column in row.marks), shift=shift)
