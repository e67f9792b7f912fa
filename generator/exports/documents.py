"""A report as a Word document in an office's usual form, for the file and for the assessor's desk."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import UTC, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from generator import routes
from generator.exports.zipped import normalize_zip
from generator.model.isi import Tahun
from generator.output import OutputFile
from generator.progress import CapaianTriwulan
from generator.text import (
    format_nilai,
    format_pelaksanaan,
    format_periode,
    format_tanggal,
    format_ukuran,
    join_lines,
)
from generator.views import YearView
from generator.views.glance import count_undated
from generator.views.names import name_area, name_bukti, name_capaian, name_hasil, name_indikator
from generator.views.reports import Laporan, name_keadaan
from generator.views.rows import BarisEntri, BarisKali

_FONT = "Bookman Old Style"
_LANGUAGE = "id-ID"
# The heads of each table, with the width of their column in centimetres; together as wide as the page between margins.
_DUE = {
    "No.": 1.1,
    "Area dan kegiatan": 5.4,
    "Indikator": 6.6,
    "Jadwal": 2.6,
    "Dilaksanakan": 2.8,
    "Status": 3,
    "Bukti": 4.2,
}
_MEASURED = {
    "No.": 1.1,
    "Output": 8.4,
    "Penanggung jawab": 5.2,
    "Triwulan": 2.8,
    "Target": 3,
    "Capaian": 3,
    "Persentase": 2.2,
}
_DONE = {"No.": 1.1, "Indikator": 6.6, "Periode dan tanggal": 3.6, "Hasil": 3, "Uraian": 6.4, "Bukti": 5}
_OBSTACLES = {"No.": 1.1, "Indikator": 8.6, "Kendala": 8, "Tindak lanjut": 8}
_BUKTI = {"No.": 1.1, "Bukti": 11, "Nomor": 4, "Tanggal": 3.6, "Tempat": 6}


def build_documents(year: YearView) -> Iterator[OutputFile]:
    """Yield every report of a year as a document."""
    for laporan in year.laporan:
        address = routes.dokumen(year.tahun, laporan.periode)
        yield OutputFile(address, build_docx(year, laporan), source=laporan.sumber)


def build_docx(year: YearView, laporan: Laporan) -> bytes:
    """Return a report as DOCX; the same data give the same bytes."""
    document, tahun = Document(), year.tahun
    _set_up(document, year, laporan)
    _title(document, tahun, laporan)
    _introduction(document, year, laporan)
    _heading(document, "B. Yang jatuh tempo")
    _table(document, _DUE, (_due(year, row) for row in laporan.jatuh_tempo))
    measured = [(row, row.capaian) for row in laporan.jatuh_tempo if row.capaian]
    if measured:
        document.add_paragraph("Target dan capaian sejak awal tahun sampai akhir triwulan masing-masing:")
        _table(document, _MEASURED, (_measured(row, one) for row, one in measured))
    _heading(document, "C. Yang dikerjakan dan dilaporkan")
    _table(document, _DONE, (_done(year, row) for row in laporan.entri))
    _heading(document, "D. Kendala dan tindak lanjut")
    _table(document, _OBSTACLES, map(_obstacle, laporan.kendala))
    _heading(document, "E. Daftar bukti")
    _table(document, _BUKTI, _bukti(tahun, laporan))
    _signature(document)
    out = io.BytesIO()
    document.save(out)
    return normalize_zip(out.getvalue())


def _set_up(document: Any, year: YearView, laporan: Laporan) -> None:  # noqa: ANN401 - python-docx is untyped
    nama = join_lines(year.tahun.satker.nama)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(11)
    # python-docx sets the Latin font only; Word takes “ ” … from the East Asian one.
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    _set_language(document, style)
    style.paragraph_format.space_after = Pt(4)
    heading = document.styles["Heading 2"]
    heading.font.name, heading.font.size, heading.font.bold = _FONT, Pt(11), True
    heading.font.color.rgb = RGBColor(0, 0, 0)
    # The built-in style names fonts of the theme, which win over a font's own name.
    heading.element.rPr.rFonts.attrib.clear()
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia"):
        heading.element.rPr.rFonts.set(qn(name), _FONT)
    properties = document.core_properties
    properties.title = f"Laporan {format_periode(laporan.periode)} {nama}"
    properties.author = properties.last_modified_by = nama
    properties.language, properties.comments, properties.revision = _LANGUAGE, "", 1
    # The day of the data, never the clock: the same data must give the same bytes.
    day = datetime.combine(year.nilai.per_tanggal, time(), tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = day
    _page_number(section.footer.paragraphs[0])


def _set_language(document: Any, style: Any) -> None:  # noqa: ANN401 - python-docx is untyped
    """Let Word proof the words as Indonesian: else it underlines every one of them."""
    found = document.styles.element.xpath("//w:lang") + document.settings.element.xpath("//w:themeFontLang")
    own = OxmlElement("w:lang")
    style.element.rPr.append(own)
    for mark in (*found, own):
        mark.set(qn("w:val"), _LANGUAGE)


def _page_number(paragraph: Any) -> None:  # noqa: ANN401 - python-docx is untyped
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _title(document: Any, tahun: Tahun, laporan: Laporan) -> None:  # noqa: ANN401 - python-docx is untyped
    plans = " DAN ".join(rencana.rezim.label.rencana.upper() for rencana in tahun.rencana)
    for words in (
        "LAPORAN PEMANTAUAN DAN EVALUASI",
        plans,
        join_lines(tahun.satker.nama_resmi).upper(),
        format_periode(laporan.periode).upper(),
    ):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(words).bold = True
    if tahun.satker.contoh:
        document.add_paragraph("Kantor rekaan: seluruh isi dokumen ini contoh, bukan data kantor mana pun.")


def _introduction(document: Any, year: YearView, laporan: Laporan) -> None:  # noqa: ANN401 - python-docx is untyped
    _heading(document, "A. Ringkasan")
    daftar_keputusan = "; ".join(join_lines(f"Keputusan {k.nomor} tentang {k.tentang}") for k in laporan.keputusan)
    document.add_paragraph(f"Dasar: {daftar_keputusan}.")
    day = format_tanggal(year.nilai.per_tanggal)
    draft = " Periode ini belum berakhir, jadi laporan ini sementara." if laporan.berjalan else ""
    document.add_paragraph(f"Keadaan data: {day}.{draft}")
    for words in (laporan.sentence, *laporan.apart):
        document.add_paragraph(words)
    if laporan.silence:
        document.add_paragraph(laporan.silence)
    if undated := count_undated(year.tahap):
        document.add_paragraph(f"{undated} indikator lain tidak dihitung: bulannya tidak terbaca atau tidak tercantum.")


def _heading(document: Any, words: str) -> None:  # noqa: ANN401 - python-docx is untyped
    document.add_paragraph(words, style="Heading 2")


def _table(document: Any, heads: Mapping[str, float], rows: Iterable[Sequence[str]]) -> None:  # noqa: ANN401 - python-docx is untyped
    """Add a table whose header repeats on each page, or a sentence if it has no rows."""
    rows = list(rows)
    if not rows:
        document.add_paragraph("Tidak ada.")
        return
    table = document.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no such property
    _fill(table.rows[0], heads, heads.values(), bold=True)
    # One row is made and the others are copies of it: a cell at a time takes python-docx three times as long.
    pattern = table.add_row()
    _fill(pattern, [""] * len(heads), heads.values())
    table._tbl.remove(pattern._tr)  # noqa: SLF001 - python-docx has no way to take a row away
    for number, row in enumerate(rows, start=1):
        copied = deepcopy(pattern._tr)  # noqa: SLF001 - see above
        for cell, words in zip(copied.tc_lst, (f"{number}.", *row), strict=True):
            cell.p_lst[0].r_lst[0].text = words
        table._tbl.append(copied)  # noqa: SLF001 - see above
    # Word goes by the width of the cells, LibreOffice by that of the columns.
    for column, width in zip(table.columns, heads.values(), strict=True):
        column.width = Cm(width)


def _fill(row: Any, texts: Iterable[str], widths: Iterable[float], *, bold: bool = False) -> None:  # noqa: ANN401 - python-docx is untyped
    """Write a row that stays on one page, each cell with its width in centimetres."""
    for cell, words, width in zip(row.cells, texts, widths, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(words)
        run.bold, run.font.size = bold, Pt(9)
        cell.width = Cm(width)
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no such property


def _due(year: YearView, row: BarisKali) -> tuple[str, ...]:
    done = row.kali.entri[0] if row.kali.entri else None
    return (
        f"{name_area(row.area, row.rencana.rezim)}; {join_lines(row.bagian.nama)}",
        name_indikator(row.indikator, row.bagian),
        row.nama,
        format_pelaksanaan(done) if done else "belum",
        name_keadaan(year.kosakata, row),
        _names(year, row.kali.bukti),
    )


def _measured(row: BarisKali, one: CapaianTriwulan) -> tuple[str, ...]:
    target = row.indikator.target
    unit = target.satuan if target else ""
    return (
        name_indikator(row.indikator, row.bagian),
        row.indikator.penanggung_jawab or "",
        row.nama,
        f"{format_ukuran(one.sasaran)} {unit}",
        f"{format_ukuran(one.sampai)} {unit}" if one.sampai is not None else "belum ada",
        name_capaian(target, one) if target and one.sampai is not None else "–",
    )


def _done(year: YearView, row: BarisEntri) -> tuple[str, ...]:
    entri = row.entri
    return (
        name_indikator(row.indikator, row.bagian),
        f"{format_periode(entri.periode)}; {format_pelaksanaan(entri)}",
        name_hasil(entri),
        " ".join((entri.uraian, *_told(row))),
        _names(year, entri.bukti),
    )


def _told(row: BarisEntri) -> Iterator[str]:
    """Yield what an entry tells in figures, each as a sentence."""
    if row.entri.capaian is not None:
        yield f"Capaian: {format_ukuran(row.entri.capaian)}."
    known = {ukuran.kode: ukuran for ukuran in row.indikator.ukuran}
    for value in row.entri.nilai:
        ukuran = known[value.ukuran]
        yield f"{ukuran.nama}: {format_nilai(value, ukuran.satuan)}."


def _obstacle(row: BarisEntri) -> tuple[str, ...]:
    follow = [row.entri.tindak_lanjut]
    if row.entri.penundaan:
        follow.append(f"Ditunda ke {format_periode(row.entri.penundaan.ke)} ({row.entri.penundaan.dasar}).")
    words = " ".join(filter(None, follow)) or "tidak dicatat"
    return name_indikator(row.indikator, row.bagian), row.entri.kendala or "tidak dicatat", words


def _bukti(tahun: Tahun, laporan: Laporan) -> Iterable[tuple[str, ...]]:
    for one in laporan.bukti:
        bukti = one.bukti
        if not bukti.terbuka:
            yield name_bukti(tahun, bukti), "", "", "ajukan permintaan ke PPID"
            continue
        day = format_tanggal(bukti.tanggal) if bukti.tanggal else ""
        yield name_bukti(tahun, bukti), bukti.nomor or "", day, bukti.tautan or bukti.berkas or "keputusan tercatat"


def _names(year: YearView, codes: Iterable[str]) -> str:
    known = year.bukti_berkode
    return "; ".join(name_bukti(year.tahun, known[kode]) for kode in codes if kode in known) or "tidak ada"


def _signature(document: Any) -> None:  # noqa: ANN401 - python-docx is untyped
    for words in ("", "……………………, ……………………", "Mengetahui,", "", "", "(……………………………………)"):
        paragraph = document.add_paragraph(words)
        paragraph.paragraph_format.left_indent = Cm(17)
        paragraph.paragraph_format.keep_with_next = True
