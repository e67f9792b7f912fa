"""What the marks of a row tell depends on its page: one read too wide makes every mark but January's unsure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.mark_readings import WHOLE_YEAR, MarkedPage, list_numbers, read_marks, read_page
from generator.model.naskah import Naskah
from generator.model.table import list_pages

HEADER = "NO.\tAREA PERUBAHAN\tKEGIATAN\tSUB KEGIATAN\tINDIKATOR KEBERHASILAN\tPELAKSANAAN (BULAN)" + "\t" * 12 + "KET."
_JANUARY = 5


def columns(text: str) -> tuple[int, ...]:
    """Return the columns of "6 9 11-13"."""
    found: list[int] = []
    for part in text.split():
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def page(*rows: str) -> MarkedPage:
    """Read a page of marks as a decree's text holds it."""
    lines = [HEADER]
    for row in rows:
        cells = [""] * 26
        for column in columns(row):
            cells[column] = "√"
        cells[3] = "Sub kegiatan"
        lines.append("\t".join(cells))
    naskah = Naskah("sk-1-2022.txt", "sumber/sk-1-2022.txt", tuple(lines))
    return read_page(naskah, list_pages(naskah)[0])


# The marks of a row, one beside it on its page, and what the row tells: months, or readings none better than another.
TABLES = {
    "narrow": [
        ("6", "5-16", "pasti 2"),
        ("7 10 13 16", "5-16", "pasti 3 6 9 12"),
        ("5 8 12 16", "16", "pasti 1 4 8 12"),
    ],
    "too wide by one": [
        ("5", "5-17", "pasti 1"),
        ("5-16", "5-17", "pasti 1-12"),
        ("5-17", "6", "pasti 1-12"),
        ("6", "5-17", "wajar 2"),
        ("5-7", "5-17", "wajar 1-3"),
        ("16", "5-17", "wajar 12"),
        ("17", "6", "wajar 12"),
        ("7 10 13 16", "5-17", "wajar 3 6 9 12"),
        ("10 17", "6", "wajar 6 12"),
        ("8 12 15 17", "6", "wajar 4 8 11 12"),
        ("11 17", "6", "tidak-terbaca 6 12 | 7 12"),
    ],
    "wider": [
        ("5 8 12 16", "5-20", "tidak-terbaca 1 4 7 10 | 1 4 8 12"),
        ("5 8 11 16", "5-18", "tidak-terbaca 1 4 7 10 | 1 4 7 12"),
        ("7 11", "10 14 18", "tidak-terbaca 3 6 | 3 7"),
        ("10 15", "5-19", "tidak-terbaca 6 9 | 6 11"),
        ("6 11", "5-19", "wajar 2 7"),
        ("8 11 15 18", "6", "wajar 3 6 9 12"),
        ("8 12 18", "5-18", "wajar 4 8 12"),
        ("14 23", "7-23", "tidak-terbaca 6 12 | 8 12 | 9 12"),
        ("6 12 22", "6-22", "tidak-terbaca"),
        ("12 13 17 18", "6-19", "tidak-terbaca"),
        ("17 18", "5-20", "tidak-terbaca"),
    ],
    "beside a cycle that slid": [
        ("7 11 18", "7 11 14 18", "wajar 3 6 12"),
        ("11 18", "7 11 14 18", "wajar 6 12"),
        ("11 18", "5-18", "tidak-terbaca 6 12 | 7 12"),
    ],
    "longer than a year, though it ends in December": [
        ("6", "4-16", "wajar 2"),
        ("4-16", "6", "tidak-terbaca"),
    ],
}


@pytest.mark.parametrize(
    ("marks", "beside", "told"),
    [pytest.param(*row, id=f"{name}: {row[0]}") for name, rows in TABLES.items() for row in rows],
)
def test_a_row_tells_what_its_page_allows(marks, beside, told):
    reading = read_marks(list_numbers(columns(marks), _JANUARY), page(beside, marks))

    keadaan, _, months = told.partition(" ")
    readings = tuple(columns(part) for part in months.split("|") if part)
    assert reading.keadaan.value == keadaan
    assert (reading.calon or tuple(filter(None, [reading.bulan]))) == readings


def test_a_page_is_measured_by_itself():
    lines = [HEADER, "\t" * 4 + "Lebar" + "\t√" * 13, HEADER, "\t" * 4 + "Sempit" + "\t√" * 2]
    naskah = Naskah("sk-1-2022.txt", "sumber/sk-1-2022.txt", tuple(lines))

    assert [read_page(naskah, one).stretched for one in list_pages(naskah)] == [True, False]


@given(
    st.sets(st.integers(-1, 19), min_size=1).map(sorted).map(tuple),
    st.lists(st.sets(st.integers(1, 19), min_size=1).map(sorted).map(tuple), max_size=4),
)
def test_no_part_of_a_year_is_sure_on_a_wide_page_but_january(marks, others):
    reading = read_marks(marks, MarkedPage((marks, *others)))

    if MarkedPage((marks, *others)).stretched and reading.keadaan == "pasti":
        assert reading.bulan in {(1,), WHOLE_YEAR}
    for months in (*reading.calon, *filter(None, [reading.bulan])):
        assert set(months) <= set(WHOLE_YEAR)
        assert list(months) == sorted(set(months))
    assert len(reading.calon) != 1
    assert not (reading.calon and reading.bulan)
