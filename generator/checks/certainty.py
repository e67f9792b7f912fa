"""Rules of certainty: on a page that was read too wide, months are no surer than its marks allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.checks.mark_readings import WHOLE_YEAR, MarkedPage, MarkReading, list_numbers, read_marks, read_page
from generator.checks.month_marks import is_sound, list_lines, list_mismatches, list_rows
from generator.checks.shared import check_of_year
from generator.findings import Finding, Rule
from generator.model.isi import Tahun
from generator.model.naskah import Naskah
from generator.model.periode import BULAN_PENDEK
from generator.model.rencana import Indikator, Keadaan
from generator.model.table import Header, list_pages

HALAMAN_MELEBAR = Rule(
    "halaman-melebar",
    "Pada halaman yang tandanya melebihi dua belas kolom, jadwal sebagian tahun tidak pasti, kecuali Januari saja.",
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of marks and what its page lets it tell."""

    baris: int
    page: MarkedPage
    reading: MarkReading
    slid: bool
    """Whether text stands beneath a month, so that the row's marks may have moved with it."""


@check_of_year(HALAMAN_MELEBAR)
def check_certainty(tahun: Tahun) -> Iterator[Finding]:
    """Where a page was read too wide, months are no surer than its marks allow."""
    astray = {indikator.kode for indikator, _ in list_mismatches(tahun)}
    marked = {naskah.kode: {row.baris: row for row in _read_rows(naskah)} for naskah in tahun.naskah.values()}
    for naskah, _, indikator in list_rows(tahun):
        jadwal = indikator.jadwal
        faulty = indikator.is_faulty("asal", "jadwal", "letak") or jadwal.is_faulty("bulan", "keadaan")
        if faulty or indikator.kode in astray or not is_sound(jadwal) or jadwal.bulan == WHOLE_YEAR:
            continue
        of_text = marked[naskah.kode]
        rows = [of_text[line] for line in list_lines(indikator, naskah) if line in of_text]
        if any(row.page.stretched for row in rows):
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
                yield _Row(line, marks, read_marks(numbers, marks), _slid(naskah, line, page.header))


def _slid(naskah: Naskah, line: int, header: Header) -> bool:
    return any(header.bulan <= sel.kolom < header.ket for sel in naskah.sel(line))
