"""How surely the marks of a row tell months, by the page that they stand on.

A page read too wide prints a whole year in more than twelve columns, so that none of its marks but January's stands
surely where it was printed: the further to the right, the further it may have moved. Such a mark is read where one
repair is sensible; where several are, they are named and none is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model.naskah import Naskah
from generator.model.periode import group_runs
from generator.model.rencana import Keadaan
from generator.model.table import TablePage

WHOLE_YEAR = tuple(range(1, 13))
_DECEMBER = WHOLE_YEAR[-1]
_RHYTHMS = (
    *((3, 6, 9, 12), (3, 6, 9), (6, 9, 12), (3, 6), (6, 9), (9, 12), (6, 12)),
    *((1, 4, 7, 10), (1, 4, 7), (4, 7, 10), (1, 4), (4, 7), (7, 10), (1, 7)),
    *((4, 8, 12), (4, 8), (8, 12)),
)
"""Months that plans mark again and again: ends and beginnings of quarters and half years, ends of thirds of a year."""
_QUARTER = 3
_CYCLE = 3
"""From this many marks on, a rhythm is no accident."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """The marks of a page, row by row, as numbers: 1 stands beneath January, 13 beside December."""

    rows: tuple[tuple[int, ...], ...] = ()

    @property
    def width(self) -> int:
        """How many columns the page gives to its twelve months."""
        return max([_DECEMBER, *(max(row[-1], len(row)) for row in self.rows)])

    @property
    def stretched(self) -> bool:
        """Whether marks run past December, or a row of them is longer than a year."""
        return self.width > _DECEMBER


@dataclass(frozen=True, slots=True)
class MarkReading:
    """The months of a row, or those among which its marks do not decide."""

    keadaan: Keadaan
    bulan: tuple[int, ...] | None = None
    calon: tuple[tuple[int, ...], ...] = ()


def read_page(naskah: Naskah, page: TablePage) -> MarkedPage:
    """Return the marks of a page."""
    columns = (naskah.tanda(line) for line in page.baris)
    return MarkedPage(tuple(list_numbers(marks, page.header.bulan) for marks in columns if marks))


def list_numbers(columns: tuple[int, ...], january: int) -> tuple[int, ...]:
    """Return columns as numbers, 1 for January's own."""
    return tuple(column - january + 1 for column in columns)


def read_marks(marks: tuple[int, ...], page: MarkedPage) -> MarkReading:
    """Return what the marks of a row tell; it has some, and stands in its own columns.

    Args:
        marks: the row's marks as numbers, ascending.
        page: the page they stand on.
    """
    # Marks left of January have no one sensible repair.
    if marks[0] < 1:
        return MarkReading(Keadaan.TIDAK_TERBACA)
    if set(WHOLE_YEAR) <= set(marks):
        return MarkReading(Keadaan.PASTI, WHOLE_YEAR)
    if marks == (1,) or max(page.width, marks[-1]) == _DECEMBER:
        return MarkReading(Keadaan.PASTI, marks)
    readings = _repair(marks, page)
    if len(readings) == 1:
        return MarkReading(Keadaan.WAJAR, readings[0])
    return MarkReading(Keadaan.TIDAK_TERBACA, None, readings)


def _repair(marks: tuple[int, ...], page: MarkedPage) -> tuple[tuple[int, ...], ...]:
    """Return the sensible readings of part of a year on a stretched page, none better than another."""
    if len(group_runs(marks)) == 1:
        return _cut(marks)
    width = max(page.width, marks[-1])
    plain = _plain(marks, width)
    if plain in _RHYTHMS:
        return (plain,)
    if months := _months_of_page(marks, page):
        return (months,)
    rhythms = _rhythms(marks, width)
    # A whole cycle that has slid past December was not printed where it stands.
    if len(rhythms) == 1 and len(marks) >= _CYCLE and marks[-1] > _DECEMBER:
        return rhythms
    return tuple(sorted({*rhythms, *([plain] if plain else [])}))


def _cut(run: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the one reading of a run: it ends in December at the latest."""
    if run[0] <= _DECEMBER:
        return (tuple(range(run[0], min(run[-1], _DECEMBER) + 1)),)
    return ((_DECEMBER,),) if len(run) == 1 else ()


def _plain(marks: tuple[int, ...], width: int) -> tuple[int, ...] | None:
    """Return the marks as printed, a last one at the page's edge moved into December; None where more has moved."""
    *inside, last = marks
    if last <= _DECEMBER:
        return marks
    near = all(mark - _earliest(mark, width) < _QUARTER for mark in inside)
    at_edge = last in {_DECEMBER + 1, width} and inside[-1] < _DECEMBER
    return (*inside, _DECEMBER) if at_edge and near else None


def _months_of_page(marks: tuple[int, ...], page: MarkedPage) -> tuple[int, ...] | None:
    """Return the months of marks that all stand beneath those of one cycle of the same page that slid as a whole."""
    for row in page.rows:
        cycles = _rhythms(row, page.width) if len(row) > _CYCLE and row[-1] > _DECEMBER else ()
        if len(cycles) == 1 and set(marks) < set(row):
            return tuple(month for mark, month in zip(row, cycles[0], strict=True) if mark in marks)
    return None


def _rhythms(marks: tuple[int, ...], width: int) -> tuple[tuple[int, ...], ...]:
    """Return the rhythms from which the marks can have slid, ever further to the right."""
    alike = (months for months in _RHYTHMS if len(months) == len(marks))
    return tuple(months for months in alike if all(_slid(marks, months, width)))


def _slid(marks: tuple[int, ...], months: tuple[int, ...], width: int) -> Iterator[bool]:
    slides = [mark - month for mark, month in zip(marks, months, strict=True)]
    yield all(before <= after for before, after in pairwise(slides))
    for mark, month in zip(marks, months, strict=True):
        yield _earliest(mark, width) <= month <= mark


def _earliest(mark: int, width: int) -> int:
    """Return the first month that a column can hold where a whole year takes so many of them."""
    return (mark - 1) * _DECEMBER // width + 1
