"""From the marks of a row to months, and how surely: pasti, wajar, tidak-terbaca or kosong."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks.mark_readings import MarkReading, list_numbers, read_marks
from generator.importers.draft import DraftJadwal
from generator.importers.table_pages import TableRow
from generator.model.periode import BULAN_PENDEK, group_runs
from generator.model.rencana import Keadaan
from generator.text import format_daftar

_EMPTY_PAGE = "Halaman ini tidak memuat satu tanda pun, padahal halaman lain memuatnya."
_EMPTY_NASKAH = "Naskah tidak memuat satu tanda bulan pun."


def read_jadwal(baris: TableRow, *, marked: bool) -> DraftJadwal:
    """Return the months that a row's marks show, by the rules of the plan's schedule."""
    if not baris.page.rows:
        return DraftJadwal(Keadaan.TIDAK_TERBACA, None, _EMPTY_PAGE if marked else _EMPTY_NASKAH)
    if baris.stray_cells:
        return DraftJadwal(Keadaan.TIDAK_TERBACA, None, f"Isi baris tidak menurut kolom; {_marks(baris)}.")
    if not baris.marks:
        return DraftJadwal(Keadaan.KOSONG)
    reading = read_marks(list_numbers(baris.marks, baris.header.bulan), baris.page)
    keadaan = Keadaan.WAJAR if reading.bulan and baris.shift else reading.keadaan
    return DraftJadwal(keadaan, reading.bulan, _catatan(baris, reading), reading.calon)


def _catatan(baris: TableRow, reading: MarkReading) -> str | None:
    """Say what is printed and how it is read, unless the marks stand in the header's own columns."""
    marks, bulan = _marks(baris), reading.bulan
    if bulan is None:
        readings = " atau ".join(_format(months) for months in reading.calon)
        known = f"dapat dibaca {readings}" if readings else "bulannya tidak dapat dipastikan"
        return f"{_upper(marks)}{_width(baris)}; {known}."
    if baris.shift:
        return f"Isi baris bergeser {describe_shift(baris.shift)}: {marks}; dibaca {_format(bulan)}."
    if reading.keadaan is Keadaan.WAJAR:
        return f"{_upper(marks)}{_width(baris)}; dibaca {_format(bulan)}."
    if baris.overflows:
        return f"Tanda melewati kolom Des (c{baris.marks[0]} sampai c{baris.marks[-1]}); dibaca Jan–Des."
    return None


def _width(baris: TableRow) -> str:
    """Say why marks that stand beneath months are not sure of them."""
    return "" if baris.overflows or not baris.page.stretched else " pada halaman yang tandanya melebihi dua belas kolom"


def share_jadwal(rows: Sequence[DraftJadwal], baris: Sequence[TableRow], butir: int) -> tuple[DraftJadwal, ...]:
    """Deal the rows beside a cell out to its items: one row for all, one each, all alike; else unreadable."""
    if len(rows) == butir:
        return tuple(rows)
    if len({(row.keadaan, row.bulan, row.calon) for row in rows}) == 1:
        return (rows[0],) * butir
    marks = "; ".join(f"L{row.nomor} {_marks(row)}" for row in baris)
    catatan = f"{len(rows)} baris tanda untuk {butir} butir: {marks}; tidak dapat dipasangkan."
    return (DraftJadwal(Keadaan.TIDAK_TERBACA, None, catatan),) * butir


def describe_shift(shift: int) -> str:
    """Return how far a row slid, in words."""
    count = {1: "satu", 2: "dua"}.get(abs(shift), str(abs(shift)))
    return f"{count} kolom ke {'kanan' if shift > 0 else 'kiri'}"


def _marks(baris: TableRow) -> str:
    """Say in which columns the marks are printed, runs joined, a column outside the months named."""
    if not baris.marks:
        return "tanpa tanda"
    printed = [column + baris.shift for column in baris.marks]
    parts = []
    for run in group_runs(printed):
        first, last = _column(baris, run[0]), _column(baris, run[-1])
        parts.append(first if len(run) == 1 else f"{first} sampai {last}")
    return f"tanda di {format_daftar(parts)}"


def _column(baris: TableRow, column: int) -> str:
    outside = not baris.header.bulan <= column < baris.header.bulan + 12
    return f"c{column} (kolom {baris.header.nama(column)})" if outside or baris.shift else f"c{column}"


def _format(bulan: Sequence[int]) -> str:
    parts = [
        BULAN_PENDEK[run[0] - 1] if len(run) == 1 else f"{BULAN_PENDEK[run[0] - 1]}–{BULAN_PENDEK[run[-1] - 1]}"
        for run in group_runs(bulan)
    ]
    return format_daftar(parts)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
