"""Reports as Word documents: the same bytes each time, and what LibreOffice makes of them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

pytestmark = pytest.mark.slow

FOLDER = "data/kpu-kabupaten-contoh/2022/"
DOCUMENT = re.compile(rf"{FOLDER}.*\.docx")
ISI = [
    # report, words that stand in it
    ("laporan-2022-tw1.docx", "TRIWULAN I 2022"),
    ("laporan-2022-tw1.docx", "Keputusan tentang Tim Reformasi Birokrasi KPU Kabupaten Contoh"),
    ("laporan-2022-tw1.docx", "Daftar hadir 25 Maret 2022 (tidak diterbitkan: memuat data pribadi)"),
    ("laporan-2022-s1.docx", "SEMESTER I 2022"),
    ("laporan-2022-tw3.docx", "Dua subbagian terlambat mengirim bahan karena tahapan verifikasi."),
    (
        "laporan-2022-tw3.docx",
        "terbukti (50 %)",
    ),
    ("laporan-2022-tw4.docx", "Periode ini belum berakhir, jadi laporan ini sementara."),
    ("laporan-2022-tw4.docx", "Ditunda ke Desember 2022 (Nota Dinas Sekretaris Nomor 77/2022"),
    ("laporan-2022-tw4.docx", "Kantor rekaan"),
]


@pytest.fixture(scope="module")
def document(berkas_contoh) -> dict[str, bytes]:
    files = berkas_contoh().items()
    return {uri.removeprefix(FOLDER): file.content for uri, file in files if DOCUMENT.fullmatch(uri)}


def words(raw: bytes) -> str:
    document = Document(io.BytesIO(raw))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_there_is_a_document_for_each_quarter_and_half_with_entries(document):
    assert sorted(document) == [f"laporan-2022-{part}.docx" for part in ("s1", "s2", "tw1", "tw2", "tw3", "tw4")]


@pytest.mark.parametrize(("name", "expected"), ISI)
def test_a_report_says(name, expected, document):
    assert expected in words(document[name])


def test_the_page_of_a_report_and_its_document_list_the_same_rows(berkas_contoh):
    files = {uri: file.content for uri, file in berkas_contoh(date(2022, 12, 31)).items()}
    for part in ("tw1", "tw2", "tw3", "tw4", "s1", "s2"):
        page = str(files[f"kpu-kabupaten-contoh/2022/laporan/2022-{part}/index.md"])
        document = Document(io.BytesIO(files[f"{FOLDER}laporan-2022-{part}.docx"]))
        rows = {table.rows[0].cells[1].text: len(table.rows) - 1 for table in document.tables}
        assert (
            page.count('<li class="entri"')
            == len(next(table for table in document.tables if table.rows[0].cells[3].text == "Hasil").rows) - 1
        )
        assert rows["Area dan kegiatan"] == page.count('data-b="Status"')


def test_word_proofs_every_part_of_a_document_as_indonesian(document):
    for name, raw in document.items():
        with ZipFile(io.BytesIO(raw)) as archive:
            parts = {part: archive.read(part).decode() for part in ("word/styles.xml", "word/settings.xml")}
            text = archive.read("word/document.xml").decode()
        assert set(re.findall(r'<w:(?:lang|themeFontLang)\b[^>]*w:val="([^"]*)"', "".join(parts.values()))) == {"id-ID"}
        assert re.search(r"<w:docDefaults>.*<w:lang [^>]*id-ID.*</w:docDefaults>", parts["word/styles.xml"], re.DOTALL)
        assert "<w:lang" not in text, name


def test_a_document_tells_nothing_of_the_hour_or_the_machine(document):
    with ZipFile(io.BytesIO(document["laporan-2022-tw1.docx"])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "2022-11-15T00:00:00Z" in core
    assert "python-docx" not in core


@pytest.mark.libreoffice
def test_libreoffice_opens_every_document_as_a_landscape_page(document, tmp_path):
    for name, raw in document.items():
        (tmp_path / name).write_bytes(raw)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf"]
    names = [str(tmp_path / name) for name in document]
    subprocess.run([*command, "--outdir", str(tmp_path), *names], check=True, capture_output=True, timeout=240)
    for name in document:
        reader = PdfReader(tmp_path / name.replace(".docx", ".pdf"))
        text = "".join(page.extract_text() for page in reader.pages)
        assert "LAPORAN PEMANTAUAN DAN EVALUASI" in text, name
        assert "Daftar bukti" in text, name
        assert all(page.mediabox.width > page.mediabox.height for page in reader.pages), name
