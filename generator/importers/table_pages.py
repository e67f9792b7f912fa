"""Pages of an RB table and their rows, each page read by its own header, a row that slid aside put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.importers.draft import Doubt
from generator.model.naskah import Naskah, Sel, strip_markup
from generator.model.periode import BULAN_PENDEK

COLUMN_NAMES = ("NO.", "AREA PERUBAHAN", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN")
_FURTHEST_LEFT = 2
_USUAL_MONTH_COLUMN = 5


@dataclass(frozen=True, slots=True)
class Header:
    """Where a page's header puts its columns."""

    kolom: tuple[int, ...] = (0, 1, 2, 3, 4)
    """NO., AREA, KEGIATAN, SUB KEGIATAN, INDIKATOR."""
    bulan: int = _USUAL_MONTH_COLUMN
    ket: int = _USUAL_MONTH_COLUMN + 12
    is_plan: bool = True
    """Whether this is the header of an action plan at all."""

    @property
    def indikator(self) -> int:
        """The column of the indikator."""
        return self.kolom[-1]

    def nama(self, kolom: int) -> str:
        """Return what the header prints above a column."""
        if kolom in self.kolom:
            return COLUMN_NAMES[self.kolom.index(kolom)]
        if self.bulan <= kolom < self.bulan + 12:
            return BULAN_PENDEK[kolom - self.bulan]
        return "KET" if kolom == self.ket else "di luar tabel"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a page; columns are those of the header once ``shift`` is undone."""

    nomor: int
    header: Header
    sel: tuple[Sel, ...]
    marks: tuple[int, ...]
    first_of_page: bool
    """Whether it is the first row of its page."""
    has_marks: bool
    """Whether its page has any mark."""
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


@dataclass(slots=True)
class _TablePage:
    header: Header
    lines: list[int] = field(default_factory=list)


def read_pages(naskah: Naskah, doubts: list[Doubt]) -> Iterator[TableRow]:
    """Yield every row of the plan's pages; rows of other tables and text between the pages become doubts."""
    pages = _pages(naskah, doubts)
    lines = [line for page in pages if page.header.is_plan for line in page.lines]
    for page in pages:
        if not page.header.is_plan:
            doubts += [Doubt(line, f"tabel lain, tidak dibaca: {_words(naskah, line)}") for line in page.lines]
            continue
        has_marks = any(naskah.tanda(line) for line in page.lines)
        for line in page.lines:
            cells = tuple(_tidy(naskah, sel) for sel in naskah.sel(line))
            row = TableRow(line, page.header, cells, naskah.tanda(line), line == page.lines[0], has_marks)
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


def _pages(naskah: Naskah, doubts: list[Doubt]) -> list[_TablePage]:
    pages: list[_TablePage] = []
    header: list[int] = []
    for line in range(1, len(naskah.baris) + 1):
        if not naskah.is_table_row(line):
            continue
        if naskah.is_table_head(line):
            header += [line] if any(map(str.strip, naskah.kolom(line))) else []
            continue
        if header or not pages:
            if not header:
                doubts.append(Doubt(line, "tabel tanpa kepala; dibaca dengan susunan kolom baku"))
            pages.append(_TablePage(_header(naskah, header, pages[-1].header if pages else Header())))
            header = []
        pages[-1].lines.append(line)
    return pages


def _header(naskah: Naskah, header: list[int], before: Header) -> Header:
    """Read a header's own columns; a header without titles has those of the page before."""
    titles: dict[str, int] = {}
    for line in header:
        for column, raw in enumerate(naskah.kolom(line)):
            if name := _title(strip_markup(raw).casefold()):
                titles.setdefault(name, column)
    if "no" not in titles:
        return before
    kolom = tuple(titles.get(name, -1) for name in ("no", "area", "kegiatan", "sub", "indikator"))
    if -1 in kolom or list(kolom) != sorted(set(kolom)):
        return replace(Header(), is_plan="kegiatan" in titles and "indikator" in titles)
    bulan = titles.get("jan", titles.get("bulan", kolom[-1] + 1))
    return Header(kolom, max(bulan, kolom[-1] + 1), max(titles.get("ket", 0), max(bulan, kolom[-1] + 1) + 12))


def _title(text: str) -> str | None:
    word = text.partition(" ")[0].rstrip(".")
    if word in {"no", "nomor"}:
        return "no"
    if word in {"jan", "januari"}:
        return "jan"
    if "bulan" in text:
        return "bulan"
    return next((name for name in ("area", "sub", "kegiatan", "indikator", "ket") if word.startswith(name)), None)


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
