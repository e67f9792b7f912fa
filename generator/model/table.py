"""The tables of a decree's text: its pages, each with the columns that its own header gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.naskah import Naskah, strip_markup
from generator.model.periode import BULAN_PENDEK

COLUMN_NAMES = ("NO.", "AREA PERUBAHAN", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN")
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
class TablePage:
    """One page of a table: its header, and the numbers of its rows' lines."""

    header: Header
    baris: tuple[int, ...]
    has_head: bool
    """Whether the page prints a header at all."""


def list_pages(naskah: Naskah) -> tuple[TablePage, ...]:
    """Return the pages of a text's tables in their order; a header begins a page."""
    pages: list[tuple[Header, list[int], bool]] = []
    head: list[int] = []
    for line in range(1, len(naskah.baris) + 1):
        if not naskah.is_table_row(line):
            continue
        if naskah.is_table_head(line):
            head += [line] if any(map(str.strip, naskah.kolom(line))) else []
            continue
        if head or not pages:
            before = pages[-1][0] if pages else Header()
            pages.append((_header(naskah, head, before), [], bool(head)))
            head = []
        pages[-1][1].append(line)
    return tuple(TablePage(header, tuple(lines), has_head) for header, lines, has_head in pages)


def _header(naskah: Naskah, head: Sequence[int], before: Header) -> Header:
    """Read a header's own columns; a header without titles has those of the page before."""
    titles: dict[str, int] = {}
    for line in head:
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
