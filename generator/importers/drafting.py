"""Draft an RB plan from a decree's text: what opens a new parent, and what was printed in the wrong column.

Position says where a cell belongs, numbering what it continues; where the two disagree the doubt is written down.
"""

from __future__ import annotations

import re

from generator.importers.draft import Doubt, Draft
from generator.importers.growth import AREA, KEGIATAN, NUMBER, SUB_KEGIATAN, Node, Notebook, freeze_area
from generator.importers.inner_columns import deal_marks, read_indikator, read_sub_kegiatan
from generator.importers.jadwal import describe_shift
from generator.importers.numbering import CONTINUATION, Piece, read_nomor, split_cell
from generator.importers.table_pages import TableRow, read_pages
from generator.model.naskah import Naskah

_NOMOR_AREA = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,5})[.)]?", re.ASCII)


def scrambled(notebook: Notebook, row: TableRow) -> bool:
    """Return whether a row's outer columns hold what can be neither number nor area nor kegiatan."""
    nomor, nama, kegiatan = row.teks(NUMBER), row.teks(AREA), row.teks(KEGIATAN)
    if nomor:
        return not _NOMOR_AREA.fullmatch(nomor)
    listed = bool(nama) and read_nomor(nama)[0] is not None
    return listed and kegiatan not in {"", nama} and bool(notebook.area)


def read_area(notebook: Notebook, row: TableRow) -> str:
    """Read the two columns of the area; return a text in them that belongs further right, or nothing."""
    nomor, nama = row.teks(NUMBER), row.teks(AREA)
    if not nomor and not nama:
        return ""
    last = notebook.area[-1] if notebook.area else None
    if last and not nomor and notebook.continues(nama):
        last.grow(Piece(CONTINUATION, None, nama), row.nomor)
        notebook.doubt(row, "nama area disambung dari halaman sebelumnya")
        return ""
    notebook.goes_on = False
    if last and nomor == last.nomor and nama in {"", last.nama}:
        last.name_line(row.nomor)
        notebook.doubt(row, f"nomor area “{nomor}” tercetak lagi; dibaca sebagai lanjutan area yang sama")
        return ""
    if last and not nomor and row.teks(KEGIATAN) in {"", nama}:
        return nama
    _open_area(notebook, row, nomor, nama)
    return ""


def read_kegiatan(notebook: Notebook, row: TableRow, strayed: str) -> bool:
    """Read the kegiatan column, or a text that strayed into the area column; return whether one begins."""
    teks = strayed or row.teks(KEGIATAN)
    if not teks:
        return False
    if not notebook.area:
        notebook.goes_on = False
        notebook.doubt(row, f"kegiatan tanpa area tidak dapat ditempatkan: {teks}")
        return False
    daftar = notebook.area[-1].children
    if daftar and _same(notebook, row, daftar[-1], teks):
        return False
    notebook.goes_on = False
    nomor, nama = read_nomor(teks)
    notebook.check_nomor(row, nomor, daftar, "kegiatan")
    if sum(piece.level == 0 for piece in split_cell(teks).pieces) > 1:
        notebook.doubt(row, "sel kegiatan memuat beberapa butir bernomor; dibiarkan satu kegiatan")
    kegiatan = Node(nama, nomor.tertulis if nomor else None, nomor, [row.nomor])
    daftar.append(notebook.note_shift(row, KEGIATAN, kegiatan))
    if strayed:
        kegiatan.rearranged = True
        kegiatan.catatan.append("Tercetak di kolom AREA PERUBAHAN; dibaca sebagai kegiatan.")
        notebook.doubt(row, f"teks di kolom area tanpa nomor area, dibaca sebagai kegiatan: {teks}")
    notebook.aim(kegiatan)
    return True


def belongs_to_sub(notebook: Notebook, row: TableRow, strayed: str) -> bool:
    """Return whether a text in the area column continues the numbers of the sub kegiatan, not of the kegiatan."""
    kegiatan = notebook.parent.kegiatan
    nomor, _ = read_nomor(strayed)
    if nomor is None or kegiatan is None or not kegiatan.children or row.teks(KEGIATAN) or row.teks(SUB_KEGIATAN):
        return False
    return nomor.continues(kegiatan.children[-1].urutan) and not nomor.continues(kegiatan.urutan)


def _open_area(notebook: Notebook, row: TableRow, nomor: str, nama: str) -> None:
    area = notebook.note_shift(row, AREA, Node(nama or None, nomor or None, baris=[row.nomor]))
    if not nomor:
        notebook.doubt(row, f"area tanpa nomor: {nama}")
    if not nama:
        area.catatan.append("Nama area tidak terbaca dari sumber.")
        notebook.doubt(row, f"nomor area “{nomor}” tanpa nama area")
    if nomor and nomor in [other.nomor for other in notebook.area]:
        notebook.doubt(row, f"nomor area “{nomor}” sudah dipakai area lain")
    notebook.area.append(area)
    notebook.aim(None)


def _same(notebook: Notebook, row: TableRow, kegiatan: Node, teks: str) -> bool:
    """Add to the last kegiatan what goes on with it or repeats it; return whether the text did."""
    nomor, nama = read_nomor(teks)
    if notebook.continues(teks):
        kegiatan.grow(Piece(CONTINUATION, None, teks), row.nomor)
        notebook.doubt(row, "nama kegiatan disambung dari halaman sebelumnya")
        return True
    if (nomor.tertulis if nomor else None, nama) == (kegiatan.nomor, kegiatan.nama):
        notebook.goes_on = False
        kegiatan.name_line(row.nomor)
        notebook.doubt(row, "nama kegiatan tercetak lagi; dibaca sebagai lanjutan kegiatan yang sama")
        return True
    return False


def draft_rencana(naskah: Naskah) -> Draft:
    """Return the plan as far as position and numbering show it; whatever they leave open stands in ``doubts``."""
    doubts: list[Doubt] = []
    notebook = Notebook(doubts)
    rows = list(read_pages(naskah, doubts))
    for row in rows:
        _read_row(notebook, row)
    marked = any(row.page.rows for row in rows)
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
