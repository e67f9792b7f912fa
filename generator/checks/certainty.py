"""Rules of certainty: on a page that was read too wide, months are no surer than its marks allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.mark_readings import WHOLE_YEAR, MarkedPage, MarkReading, list_numbers, read_marks, read_page
from generator.checks.month_marks import has_glimpse, is_sound, list_lines, list_mismatches, list_rows
from generator.checks.shared import check_of_year
from generator.findings import Finding, Rule, Severity
from generator.model.isi import Tahun
from generator.model.naskah import Naskah, squash
from generator.model.periode import BULAN_PENDEK
from generator.model.rencana import Indikator, IndikatorZI, Keadaan
from generator.model.table import Header, list_pages

HALAMAN_MELEBAR = Rule(
    "halaman-melebar",
    "Pada halaman yang tandanya melebihi dua belas kolom, jadwal sebagian tahun tidak pasti, kecuali Januari saja.",
)

TANDA_TERBACA = Rule(
    "tanda-terbaca",
    "Jadwal tidak disebut tidak-terbaca bila tanda pada barisnya sendiri hanya dapat dibaca dengan satu cara.",
    Severity.PERINGATAN,
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of marks and what its page lets it tell."""

    baris: int
    header: Header
    page: MarkedPage
    reading: MarkReading
    slid: bool
    """Whether text stands beneath a month, so that the row's marks may have moved with it."""


@check_of_year(HALAMAN_MELEBAR, TANDA_TERBACA)
def check_certainty(tahun: Tahun) -> Iterator[Finding]:
    """Where a page was read too wide, months are no surer than its marks allow; nowhere are readable ones held back."""
    astray = {indikator.kode for indikator, _ in list_mismatches(tahun)}
    marked = {naskah.kode: {row.baris: row for row in _read_rows(naskah)} for naskah in tahun.naskah.values()}
    for naskah, _, indikator in list_rows(tahun):
        jadwal = indikator.jadwal
        faulty = indikator.is_faulty("asal", "jadwal", "letak") or jadwal.is_faulty("bulan", "keadaan")
        if faulty or indikator.kode in astray or not is_sound(jadwal) or jadwal.bulan == WHOLE_YEAR:
            continue
        of_text = marked[naskah.kode]
        rows = [of_text[line] for line in list_lines(indikator, naskah) if line in of_text]
        if jadwal.keadaan is Keadaan.TIDAK_TERBACA:
            yield from _held_back(indikator, naskah, rows)
        elif any(row.page.stretched for row in rows):
            yield from _too_sure(indikator, rows)


def _too_sure(indikator: Indikator, rows: Sequence[_Row]) -> Iterator[Finding]:
    jadwal = indikator.jadwal
    slid = indikator.letak is not None or any(row.slid for row in rows)
    if jadwal.keadaan is Keadaan.PASTI:
        sure = (row.reading.bulan for row in rows if row.reading.keadaan is Keadaan.PASTI)
        if slid or jadwal.bulan not in sure:
            yield _finding(indikator, rows)
    elif jadwal.keadaan is Keadaan.WAJAR and not slid and all(row.reading.calon for row in rows):
        yield _finding(indikator, rows)


def _held_back(indikator: Indikator, naskah: Naskah, rows: Sequence[_Row]) -> Iterator[Finding]:
    """Yield a finding where every row of marks tells the same months, beside words that stand in their column."""
    readings = {row.reading.bulan for row in rows}
    (months,) = readings if len(readings) == 1 else (None,)
    if months is None or any(row.slid for row in rows) or not _in_place(indikator, naskah, rows[0].header):
        return
    reading = rows[0].reading.keadaan
    names = ", ".join(BULAN_PENDEK[month - 1] for month in months)
    lines = ", ".join(f"L{row.baris}" for row in rows)
    message = f"jadwal disebut tidak-terbaca, padahal tanda di {lines} hanya dapat dibaca {names}"
    note = ", dan catatan yang menyebut tanda yang tercetak" if reading is Keadaan.WAJAR else ""
    suggestion = f"tulis keadaan: {reading.value} dan bulan: {list(months)}{note}"
    yield Finding(indikator.jadwal.place("keadaan"), TANDA_TERBACA, message, suggestion)


def _in_place(indikator: Indikator, naskah: Naskah, header: Header) -> bool:
    """Return whether a row's words stand in the column of the indikator; where they moved, its marks may have too."""
    if indikator.nama is None:
        return indikator.letak is None
    # A plan of ZI prints its steps and proofs to the right of the indikator.
    own = header.kolom[2] if isinstance(indikator, IndikatorZI) else header.indikator
    cells = (sel for line in list_lines(indikator, naskah) for sel in naskah.sel(line))
    return any(sel.kolom == own and has_glimpse(squash(sel.teks), indikator.nama) for sel in cells)


def _finding(indikator: Indikator, rows: Sequence[_Row]) -> Finding:
    jadwal = indikator.jadwal
    row = next(row for row in rows if row.page.stretched)
    months = ", ".join(BULAN_PENDEK[month - 1] for month in jadwal.bulan or ())
    message = (
        f"jadwal {jadwal.keadaan} ({months}) terlalu yakin: tanda pada halaman baris L{row.baris} memakai "
        f"{row.page.width} kolom untuk dua belas bulan"
    )
    suggestion = "tulis keadaan: wajar, dan catatan yang menyebut tanda yang tercetak dan cara membacanya"
    if row.reading.calon:
        readings = [list(months) for months in row.reading.calon]
        suggestion = f"tulis keadaan: tidak-terbaca dengan calon: {readings}, tanpa bulan, dan jelaskan dalam catatan"
    return Finding(jadwal.place("keadaan"), HALAMAN_MELEBAR, message, suggestion)


def _read_rows(naskah: Naskah) -> Iterator[_Row]:
    """Yield every row of a text that holds marks."""
    for page in list_pages(naskah):
        marks = read_page(naskah, page)
        for line in page.baris:
            if columns := naskah.tanda(line):
                numbers = list_numbers(columns, page.header.bulan)
                yield _Row(line, page.header, marks, read_marks(numbers, marks), _slid(naskah, line, page.header))


def _slid(naskah: Naskah, line: int, header: Header) -> bool:
    return any(header.bulan <= sel.kolom < header.ket for sel in naskah.sel(line))
