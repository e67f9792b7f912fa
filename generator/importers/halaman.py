"""Pages of an RB table and their rows, each page read by its own header, a row that slid aside put back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.importers.draf import Ragu
from generator.model.naskah import Naskah, Sel, plain
from generator.model.periode import BULAN_PENDEK

NAMA_KOLOM = ("NO.", "AREA PERUBAHAN", "KEGIATAN", "SUB KEGIATAN", "INDIKATOR KEBERHASILAN")
_TERJAUH_KE_KIRI = 2
_KOLOM_BULAN_BAKU = 5


@dataclass(frozen=True, slots=True)
class Kepala:
    """Where a page's header puts its columns."""

    kolom: tuple[int, ...] = (0, 1, 2, 3, 4)
    """NO., AREA, KEGIATAN, SUB KEGIATAN, INDIKATOR."""
    bulan: int = _KOLOM_BULAN_BAKU
    ket: int = _KOLOM_BULAN_BAKU + 12
    rencana: bool = True
    """Whether this is the header of an action plan at all."""

    @property
    def indikator(self) -> int:
        """The column of the indikator."""
        return self.kolom[-1]

    def nama(self, kolom: int) -> str:
        """Return what the header prints above a column."""
        if kolom in self.kolom:
            return NAMA_KOLOM[self.kolom.index(kolom)]
        if self.bulan <= kolom < self.bulan + 12:
            return BULAN_PENDEK[kolom - self.bulan]
        return "KET" if kolom == self.ket else "di luar tabel"


@dataclass(frozen=True, slots=True)
class BarisRB:
    """One row of a page; columns are those of the header once ``geser`` is undone."""

    nomor: int
    kepala: Kepala
    sel: tuple[Sel, ...]
    tanda: tuple[int, ...]
    awal: bool
    """Whether it is the first row of its page."""
    bertanda: bool
    """Whether its page has any mark."""
    geser: int = 0
    """How many columns to the right the row is printed; negative to the left."""

    def teks(self, tingkat: int) -> str:
        """Return the text in one of the five columns left of the months, or nothing."""
        return next((sel.teks for sel in self.sel if sel.kolom == self.kepala.kolom[tingkat]), "")

    @property
    def keterangan(self) -> str:
        """The text in the KET column and to its right."""
        return " ".join(sel.teks for sel in self.sel if sel.kolom >= self.kepala.ket)

    @property
    def melimpah(self) -> bool:
        """Whether a mark stands outside the twelve months."""
        return any(not 0 <= column - self.kepala.bulan < len(BULAN_PENDEK) for column in self.tanda)

    @property
    def tersesat(self) -> tuple[Sel, ...]:
        """The cells in no column that may hold text: beneath a month, or between the columns."""
        return tuple(sel for sel in self.sel if sel.kolom not in self.kepala.kolom and sel.kolom < self.kepala.ket)


@dataclass(slots=True)
class _Halaman:
    kepala: Kepala
    baris: list[int] = field(default_factory=list)


def read_halaman(naskah: Naskah, ragu: list[Ragu]) -> Iterator[BarisRB]:
    """Yield every row of the plan's pages; rows of other tables and text between the pages become doubts."""
    pages = _pages(naskah, ragu)
    lines = [line for page in pages if page.kepala.rencana for line in page.baris]
    for page in pages:
        if not page.kepala.rencana:
            ragu += [Ragu(line, f"tabel lain, tidak dibaca: {_words(naskah, line)}") for line in page.baris]
            continue
        bertanda = any(naskah.tanda(line) for line in page.baris)
        for line in page.baris:
            cells = tuple(_tidy(naskah, sel) for sel in naskah.sel(line))
            row = BarisRB(line, page.kepala, cells, naskah.tanda(line), line == page.baris[0], bertanda)
            yield _put_back(row)
    for line in range(min(lines, default=1), max(lines, default=0)):
        if not naskah.baris_tabel(line) and plain(naskah.baris[line - 1]):
            ragu.append(Ragu(line, f"teks di antara halaman tabel, tidak dibaca: {plain(naskah.baris[line - 1])}"))


def _tidy(naskah: Naskah, sel: Sel) -> Sel:
    """Close the gaps that markup taken out has left inside brackets: ( <i>kick off</i> )."""
    if "<" not in naskah.kolom(sel.baris)[sel.kolom]:
        return sel
    return replace(sel, teks=sel.teks.replace("( ", "(").replace(" )", ")"))


def _words(naskah: Naskah, line: int) -> str:
    return " | ".join(sel.teks for sel in naskah.sel(line))


def _pages(naskah: Naskah, ragu: list[Ragu]) -> list[_Halaman]:
    pages: list[_Halaman] = []
    header: list[int] = []
    for line in range(1, len(naskah.baris) + 1):
        if not naskah.baris_tabel(line):
            continue
        if naskah.kepala_tabel(line):
            header += [line] if any(map(str.strip, naskah.kolom(line))) else []
            continue
        if header or not pages:
            if not header:
                ragu.append(Ragu(line, "tabel tanpa kepala; dibaca dengan susunan kolom baku"))
            pages.append(_Halaman(_kepala(naskah, header, pages[-1].kepala if pages else Kepala())))
            header = []
        pages[-1].baris.append(line)
    return pages


def _kepala(naskah: Naskah, header: list[int], sebelum: Kepala) -> Kepala:
    """Read a header's own columns; a header without titles has those of the page before."""
    titles: dict[str, int] = {}
    for line in header:
        for column, raw in enumerate(naskah.kolom(line)):
            if name := _title(plain(raw).casefold()):
                titles.setdefault(name, column)
    if "no" not in titles:
        return sebelum
    kolom = tuple(titles.get(name, -1) for name in ("no", "area", "kegiatan", "sub", "indikator"))
    if -1 in kolom or list(kolom) != sorted(set(kolom)):
        return replace(Kepala(), rencana="kegiatan" in titles and "indikator" in titles)
    bulan = titles.get("jan", titles.get("bulan", kolom[-1] + 1))
    return Kepala(kolom, max(bulan, kolom[-1] + 1), max(titles.get("ket", 0), max(bulan, kolom[-1] + 1) + 12))


def _title(text: str) -> str | None:
    word = text.partition(" ")[0].rstrip(".")
    if word in {"no", "nomor"}:
        return "no"
    if word in {"jan", "januari"}:
        return "jan"
    if "bulan" in text:
        return "bulan"
    return next((name for name in ("area", "sub", "kegiatan", "indikator", "ket") if word.startswith(name)), None)


def _put_back(row: BarisRB) -> BarisRB:
    """Return a row that slid aside as a whole with its cells in their own columns again."""
    kepala = row.kepala
    texts = [sel.kolom for sel in row.sel if sel.kolom < kepala.ket]
    if not texts:
        return row
    geser = 0
    if max(texts) == kepala.bulan and min(texts) > 0:
        # Text under January and none in the first column: the row slid to the right as a whole.
        geser = 1
    elif row.tanda and max(texts) < row.tanda[0] < kepala.bulan and max(texts) < kepala.indikator:
        # Marks before the months, with all text left of its column: it slid to the left.
        geser = max(max(texts) - kepala.indikator, -_TERJAUH_KE_KIRI)
    if not geser:
        return row
    cells = tuple(replace(sel, kolom=sel.kolom - geser) if sel.kolom < kepala.ket else sel for sel in row.sel)
    return replace(row, sel=cells, tanda=tuple(column - geser for column in row.tanda), geser=geser)
