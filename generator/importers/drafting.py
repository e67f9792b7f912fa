"""Draft an RB plan from a decree's text: each cell becomes a record, or a doubt that quotes it.

Position says where a cell belongs, numbering says what it continues; where the two disagree the doubt is written down.
"""

from __future__ import annotations

from generator.importers.draft import Doubt, Draft
from generator.importers.growth import freeze_area
from generator.importers.inner_columns import deal_marks, read_indikator, read_sub_kegiatan
from generator.importers.jadwal import describe_shift
from generator.importers.notebook import Notebook
from generator.importers.outer_columns import belongs_to_sub, read_area, read_kegiatan, scrambled
from generator.importers.table_pages import TableRow, read_pages
from generator.model.naskah import Naskah


def draft_rencana(naskah: Naskah) -> Draft:
    """Return the plan as far as position and numbering show it; whatever they leave open stands in ``doubts``."""
    doubts: list[Doubt] = []
    notebook = Notebook(doubts)
    rows = list(read_pages(naskah, doubts))
    for row in rows:
        _read_row(notebook, row)
    marked = any(row.has_marks for row in rows)
    for group in notebook.groups:
        deal_marks(group, doubts, marked=marked)
    if rows and not marked:
        doubts.append(Doubt(rows[0].nomor, "naskah tidak memuat satu tanda bulan pun; semua bulan tidak terbaca"))
    return Draft(
        tuple(freeze_area(area) for area in notebook.area),
        tuple(sorted(dict.fromkeys(doubts), key=lambda doubt: doubt.baris)),
    )


def _read_row(notebook: Notebook, row: TableRow) -> None:
    """Place every cell of a row, or doubt it."""
    if scrambled(notebook, row):
        cells = " | ".join(f"c{sel.kolom} {sel.teks}" for sel in row.sel)
        marks = ", ".join(f"c{column}" for column in row.marks) or "tidak ada"
        notebook.doubt(row, f"kolom baris ini kacau, tidak ditempatkan: {cells} (tanda: {marks})")
        notebook.current_group, notebook.after_scrambled = None, True
        return
    _doubt_columns(notebook, row)
    notebook.goes_on = row.first_of_page
    strayed = read_area(notebook, row)
    for_sub = bool(strayed) and belongs_to_sub(notebook, row, strayed)
    new = not for_sub and read_kegiatan(notebook, row, strayed)
    new = read_sub_kegiatan(notebook, row, strayed if for_sub else "") or new
    read_indikator(notebook, row, new=new)


def _doubt_columns(notebook: Notebook, row: TableRow) -> None:
    """Doubt what stands in columns that should hold something else."""
    for sel in row.stray_cells:
        column = sel.kolom + row.shift
        notebook.doubt(row, f"teks di kolom {row.header.nama(column)} (c{column}) tidak dapat ditempatkan: {sel.teks}")
    if row.shift:
        notebook.doubt(row, f"isi baris bergeser {describe_shift(row.shift)}; dibaca kembali menurut kolomnya")
    if any(sel.kolom > row.header.ket for sel in row.sel):
        notebook.doubt(row, f"teks di kanan kolom KET dibaca sebagai keterangan: {row.keterangan}")
