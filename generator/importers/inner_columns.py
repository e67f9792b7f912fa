"""The sub kegiatan and indikator columns, and the rows of marks beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importers.draft import Doubt
from generator.importers.growth import INDIKATOR, SUB_KEGIATAN, Group, Node, Notebook, RunningNumbers
from generator.importers.jadwal import read_jadwal, share_jadwal
from generator.importers.numbering import CONTINUATION, CellContext, Piece, split_cell
from generator.importers.table_pages import TableRow
from generator.model.rencana import Keadaan

# Words on which no sentence ends.
_CUT = re.compile(
    r"(?<![;,] )\b(?:atas|bagi|dalam|dan|dari|dengan|di|ke|kepada|oleh|pada|serta|terhadap|untuk|yang)$|,$"
)
_BROKEN = re.compile(r"\w- \w|[a-z);.][A-Z][a-z]{2}")  # "e- PPID", "kepemiluan)Melakukan"
_NAMES = {SUB_KEGIATAN: "sub kegiatan", INDIKATOR: "indikator"}
_WITHOUT_INDIKATOR = (
    "Indikator tidak tercantum dalam keputusan: di samping butir ini hanya ada tanda bulan atau keterangan."
)


def read_sub_kegiatan(notebook: Notebook, row: TableRow, strayed: str) -> bool:
    """Read the sub kegiatan column, or a text that strayed from it; return whether a new one begins."""
    teks = strayed or row.teks(SUB_KEGIATAN)
    kegiatan = notebook.parent.kegiatan
    if not teks:
        return False
    if kegiatan is None:
        notebook.goes_on = False
        notebook.doubt(row, f"sub kegiatan tanpa kegiatan tidak dapat ditempatkan: {teks}")
        return False
    new = _read_cell(notebook, row, teks, kegiatan.children, SUB_KEGIATAN)
    if new:
        notebook.parent.sub_kegiatan = new
        notebook.indikator_numbers.close()
        notebook.after_scrambled = False
    if len(new) > 1:
        notebook.doubt(row, f"{len(new)} sub kegiatan dalam satu sel; indikatornya dicatat pada kegiatan")
    for sub in new if strayed else ():
        sub.rearranged = True
        sub.catatan.append("Tercetak di kolom AREA PERUBAHAN; dibaca sebagai sub kegiatan.")
        notebook.doubt(row, f"teks di kolom area tanpa nomor area, dibaca sebagai sub kegiatan: {teks}")
    return bool(new)


def read_indikator(notebook: Notebook, row: TableRow, *, new: bool) -> None:
    """Read the indikator column and the marks; ``new`` says that the row has begun a new parent."""
    teks = row.teks(INDIKATOR)
    if new:
        notebook.current_group = None
    if notebook.after_scrambled:
        notebook.doubt(row, "mengikuti baris yang tidak dapat ditempatkan; periksa induknya")
    if teks and notebook.parent.kegiatan is not None:
        _read_indikator_cell(notebook, row, teks)
        return
    if teks:
        notebook.doubt(row, f"indikator tanpa kegiatan tidak dapat ditempatkan: {teks}")
    if new and not row.marks and notebook.parent.sub_kegiatan:
        notebook.doubt(row, "sub kegiatan tanpa indikator; mungkin tercakup indikator di atasnya")
        for sub in notebook.parent.sub_kegiatan:
            sub.keterangan = row.keterangan or None
    elif row.marks or row.keterangan:
        _read_marks(notebook, row)


def deal_marks(group: Group, doubts: list[Doubt], *, marked: bool) -> None:
    """Deal the rows of marks and remarks beside a cell out to its indikator."""
    rows, items = group.rows, group.indikator
    read = [read_jadwal(row, marked=marked) for row in rows]
    dealt = share_jadwal(read, rows, len(items))
    own_row = len(rows) == len(items)
    together = " ".join(row.keterangan for row in rows if row.keterangan)
    for index, indikator in enumerate(items):
        indikator.jadwal = dealt[index]
        indikator.keterangan = (rows[index].keterangan if own_row else together) or None
        for row in [rows[index]] if own_row else rows:
            indikator.name_line(row.nomor)
    for row, jadwal in zip(rows, read, strict=True):
        if row.overflows and jadwal.catatan:
            doubts.append(Doubt(row.nomor, jadwal.catatan))
    if together and not own_row:
        doubts.append(Doubt(rows[0].nomor, f"keterangan sel ini ditulis pada {len(items)} indikator: {together}"))
    lines = ", ".join(f"L{row.nomor}" for row in rows)
    if dealt[0].keadaan is Keadaan.TIDAK_TERBACA and all(row.page.rows for row in rows):
        doubts.append(Doubt(rows[0].nomor, f"bulan tidak dapat dibaca: {dealt[0].catatan}"))
    elif len(rows) > 1:
        doubts.append(
            Doubt(rows[0].nomor, f"{len(rows)} baris tanda ({lines}) untuk {len(items)} indikator dalam satu sel")
        )


def _read_indikator_cell(notebook: Notebook, row: TableRow, teks: str) -> None:
    parent = notebook.parent
    new = _read_cell(notebook, row, teks, parent.indikator, INDIKATOR)
    for indikator in new:
        indikator.mencakup = parent.mencakup
    if new:
        notebook.open_group(new, row)
        if not parent.sub_kegiatan:
            notebook.doubt(row, "indikator tanpa sub kegiatan; dicatat pada kegiatan")
    elif row.marks or row.keterangan:
        _read_marks(notebook, row)


def _read_marks(notebook: Notebook, row: TableRow) -> None:
    """Give a row of marks or a remark to the indikator above, or to one that the decree doesn't name."""
    if notebook.current_group:
        notebook.current_group.rows.append(row)
    elif notebook.parent.kegiatan:
        indikator = Node(None, baris=[row.nomor], catatan=[_WITHOUT_INDIKATOR], mencakup=notebook.parent.mencakup)
        notebook.parent.indikator.append(indikator)
        notebook.indikator_numbers.close()
        notebook.doubt(row, "tanda bulan atau keterangan tanpa indikator")
        notebook.open_group([indikator], row)
    else:
        marks = ", ".join(f"c{column}" for column in row.marks)
        notebook.doubt(
            row, f"tanda bulan ({marks}) atau keterangan tanpa induk tidak dapat ditempatkan: {row.keterangan}"
        )


def _read_cell(notebook: Notebook, row: TableRow, teks: str, daftar: list[Node], kolom: int) -> list[Node]:
    """Cut a cell into records and add them; return the new ones."""
    nomor = notebook.sub_numbers if kolom == SUB_KEGIATAN else notebook.indikator_numbers
    pieces = split_cell(teks, _context(notebook, teks, daftar, nomor))
    nomor.open_lists, nomor.per_row = tuple(pieces.open_lists), pieces.pieces[0].level > 0
    new: list[Node] = []
    for piece in pieces.pieces:
        if piece.level == 0:
            new.append(_new_record(notebook, row, piece, daftar, kolom))
            daftar.append(new[-1])
        else:
            if piece is pieces.pieces[0]:
                notebook.doubt(row, _describe_growth(piece, daftar[-1], _NAMES[kolom]))
            daftar[-1].grow(piece, row.nomor)
    for kata in pieces.doubts:
        notebook.doubt(row, kata)
    if _CUT.search(teks):
        notebook.doubt(row, f"teks mungkin terpotong di sumber: “…{teks[-40:]}”")
    for broken in _BROKEN.finditer(teks):
        around = teks[max(broken.start() - 20, 0) : broken.end() + 20]
        notebook.doubt(row, f"kata mungkin pecah atau melekat pada kata sebelumnya: “…{around}…”")
    notebook.goes_on = notebook.goes_on and not new
    return new


def _context(notebook: Notebook, teks: str, daftar: Sequence[Node], nomor: RunningNumbers) -> CellContext:
    if not daftar or not nomor.open_lists:
        return CellContext()
    return CellContext(nomor.open_lists, daftar[-1].ends_as_stem, nomor.per_row, notebook.continues(teks))


def _describe_growth(piece: Piece, record: Node, nama: str) -> str:
    if piece.level == CONTINUATION:
        return f"{nama} disambung dengan teks pada L{record.baris[-1]}"
    return f"“{piece.whole[:60]}” dibaca sebagai rincian {nama} di atasnya"


def _new_record(notebook: Notebook, row: TableRow, piece: Piece, daftar: Sequence[Node], kolom: int) -> Node:
    nomor = piece.nomor
    notebook.check_nomor(row, nomor, daftar, _NAMES[kolom])
    lone = not any(row.teks(level) for level in range(kolom))
    if daftar and lone and nomor is None and (row.first_of_page or piece.teks[:1].islower()):
        notebook.doubt(row, f"mungkin sambungan butir di atasnya: {piece.teks}")
    record = Node(piece.teks, nomor.tertulis if nomor else None, nomor, [row.nomor])
    return notebook.note_shift(row, kolom, record)
