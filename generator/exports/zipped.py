"""Files that are archives inside: plain ZIP files, and workbooks of one sheet. None differs from build to build."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from generator.exports.tables import FORMULA_STARTS, Row

# The earliest time that a ZIP archive can hold, in place of the time of the build.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
# The upper half holds the permissions; without them some programs unpack files that nobody may read.
_MODE = 0o644 << 16


def normalize_zip(raw: bytes) -> bytes:
    """Return an archive rewritten so that the same parts give the same bytes at any time, on any system."""
    with ZipFile(io.BytesIO(raw)) as source:
        return _zip({part.filename: source.read(part) for part in source.infolist()})


def make_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of some files in the order of their names.

    Args:
        parts: content by name.
    """
    return _zip({name: parts[name] for name in sorted(parts)})


def _zip(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as target:
        for name, content in parts.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            # Else Python records the system that it runs on.
            info.create_system = _UNIX
            info.external_attr = _MODE
            target.writestr(info, content)
    return out.getvalue()


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
