"""From the marks of a row to months, and how surely: pasti, wajar, tidak-terbaca or kosong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.importers.draft import DraftJadwal
from generator.importers.table_pages import TableRow
from generator.model.periode import BULAN_PENDEK, group_runs
from generator.model.rencana import Keadaan
from generator.text import format_daftar

WHOLE_YEAR = tuple(range(1, 13))
_DECEMBER = WHOLE_YEAR[-1]
_TRIWULAN = (3, 6, 9, 12)
_EMPTY_PAGE = "Halaman ini tidak memuat satu tanda pun, padahal halaman lain memuatnya."
_EMPTY_NASKAH = "Naskah tidak memuat satu tanda bulan pun."


def read_jadwal(baris: TableRow, *, marked: bool) -> DraftJadwal:
    """Return the months that a row's marks show, by the rules of the plan's schedule."""
    if not baris.has_marks:
        return DraftJadwal(Keadaan.TIDAK_TERBACA, None, _EMPTY_PAGE if marked else _EMPTY_NASKAH)
    if baris.stray_cells:
        return DraftJadwal(Keadaan.TIDAK_TERBACA, None, f"Isi baris tidak menurut kolom; {_marks(baris)}.")
    if not baris.marks:
        return DraftJadwal(Keadaan.KOSONG)
    bulan, keadaan = _months([column - baris.header.bulan + 1 for column in baris.marks])
    if bulan is not None and baris.shift:
        keadaan = Keadaan.WAJAR
    return DraftJadwal(keadaan, bulan, _catatan(baris, bulan, keadaan))


def _catatan(baris: TableRow, bulan: Sequence[int] | None, keadaan: Keadaan) -> str | None:
    """Say what is printed and how it is read, unless the marks stand in the header's own columns."""
    marks = _marks(baris)
    if bulan is None:
        return f"{_upper(marks)}; bulannya tidak dapat dipastikan."
    if baris.shift:
        return f"Isi baris bergeser {describe_shift(baris.shift)}: {marks}; dibaca {_format(bulan)}."
    if keadaan is Keadaan.WAJAR:
        return f"{_upper(marks)}; dibaca {_format(bulan)}."
    if baris.overflows:
        return f"Tanda melewati kolom Des (c{baris.marks[0]} sampai c{baris.marks[-1]}); dibaca Jan–Des."
    return None


def share_jadwal(rows: Sequence[DraftJadwal], baris: Sequence[TableRow], butir: int) -> tuple[DraftJadwal, ...]:
    """Deal the rows beside a cell out to its items: one row for all, one each, all alike; else unreadable."""
    if len(rows) == butir:
        return tuple(rows)
    if len({(row.keadaan, row.bulan) for row in rows}) == 1:
        return (rows[0],) * butir
    marks = "; ".join(f"L{row.nomor} {_marks(row)}" for row in baris)
    catatan = f"{len(rows)} baris tanda untuk {butir} butir: {marks}; tidak dapat dipasangkan."
    return (DraftJadwal(Keadaan.TIDAK_TERBACA, None, catatan),) * butir


def describe_shift(shift: int) -> str:
    """Return how far a row slid, in words."""
    count = {1: "satu", 2: "dua"}.get(abs(shift), str(abs(shift)))
    return f"{count} kolom ke {'kanan' if shift > 0 else 'kiri'}"


def _months(nomor: list[int]) -> tuple[tuple[int, ...] | None, Keadaan]:
    """Read month numbers that may lie outside 1 to 12; each with one sensible repair gets it."""
    # Marks left of January have no one sensible repair.
    if nomor[0] < 1:
        return None, Keadaan.TIDAK_TERBACA
    if nomor[-1] <= _DECEMBER:
        return tuple(nomor), Keadaan.PASTI
    # A run that leaves the table on the right ends in December.
    if len(group_runs(nomor)) == 1 and nomor[0] <= _DECEMBER:
        bulan = tuple(range(nomor[0], _DECEMBER + 1))
        return bulan, Keadaan.PASTI if bulan == WHOLE_YEAR else Keadaan.WAJAR
    if quarters := _quarters(nomor):
        return quarters, Keadaan.WAJAR
    # Only the last mark is outside, beside December.
    if len(nomor) == 1 or (nomor[-1] == _DECEMBER + 1 and nomor[-2] < _DECEMBER):
        return (*nomor[:-1], _DECEMBER), Keadaan.WAJAR
    return None, Keadaan.TIDAK_TERBACA


def _quarters(nomor: list[int]) -> tuple[int, ...] | None:
    """Return the year's last quarters where marks keep a quarter's distance while sliding to the right."""
    quarters = _TRIWULAN[-len(nomor) :]
    steps = {later - number for number, later in pairwise(nomor)}
    if 3 <= len(nomor) <= len(_TRIWULAN) and steps <= {3, 4} and nomor[0] - quarters[0] in {0, 1}:  # noqa: PLR2004 - a quarter's distance
        return quarters
    return None


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
