"""The rows of a CSV as a workbook of one sheet, for people who live in Excel."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from generator.exports.tables import FORMULA_STARTS, Row
from generator.exports.zip import normalize_zip

_NARROWEST, _WIDEST = 6, 60
"""Column widths in characters."""
_BOLD = Font(name="Calibri", size=11, bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def as_xlsx(rows: Sequence[Row], nama: str, tanggal: date) -> bytes:
    """Return rows as a workbook: one sheet, the header frozen and bold, text wrapped, every column with a filter.

    A text stays a text, whatever it begins with; no formula is ever written.

    Args:
        rows: the rows, all with the same keys.
        nama: the name of the sheet.
        tanggal: the day that the file records as that of its creation.
    """
    book = Workbook(write_only=True)
    stamp = datetime.combine(tanggal, time())
    book.properties = DocumentProperties(creator="kolom-rb", title=nama, created=stamp, modified=stamp)
    sheet = book.create_sheet(nama)
    header = tuple(rows[0]) if rows else ()
    for number, name in enumerate(header, start=1):
        longest = max(len(str(value)) for value in (name, *(row[name] for row in rows)) if value is not None)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
    if header:
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{len(rows) + 1}"
    sheet.append([_cell(sheet, name, _BOLD) for name in header])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row.values()])
    raw = io.BytesIO()
    # Not book.save(): openpyxl 3.1 would record the present time as that of the last change.
    ExcelWriter(book, ZipFile(raw, "w")).save()
    return normalize_zip(raw.getvalue())


def _cell(sheet: Any, value: str | float | None, font: Font | None = None) -> Any:  # noqa: ANN401 - openpyxl's sheets have no type
    if value is None:
        return None
    cell = WriteOnlyCell(sheet, value)
    cell.alignment = _WRAPPED
    if font is not None:
        cell.font = font
    if isinstance(value, str):
        # openpyxl takes a text that begins with = for a formula.
        cell.data_type = "s"
        # Else it would become a formula as soon as somebody edits the cell.
        cell.quotePrefix = value.startswith(FORMULA_STARTS)
    return cell
