"""The importer drafts what position and numbering show, doubts the rest, and loses no cell."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.chains import QuotedText, cover
from generator.importers import Draft, as_yaml, draft_rencana
from generator.importers.draft import DraftIndikator, DraftSubKegiatan, format_letter, match_area
from generator.importers.numbering import CellContext, split_cell
from generator.model.base import Record
from generator.model.naskah import Naskah, squash
from generator.model.periode import BULAN_PENDEK
from generator.model.rencana import RencanaRB
from generator.source import parse_yaml

ROOT = Path(__file__).parent.parent
TAHUN_CONTOH = ROOT / "content/data/kpu-kabupaten-contoh/2022"
HEADER = (
    "NO.\tAREA PERUBAHAN\tKEGIATAN\tSUB KEGIATAN\tINDIKATOR KEBERHASILAN\tPELAKSANAAN (BULAN)" + "\t" * 12 + "KET.",
    "\t" * 5 + "\t".join(BULAN_PENDEK) + "\t",
)
WHOLE_YEAR = tuple(range(1, 13))


def read(*lines: str) -> Draft:
    return draft_rencana(naskah(*lines))


def naskah(*lines: str) -> Naskah:
    return Naskah("sk-1-2022.txt", "sumber/sk-1-2022.txt", lines)


def row(*texts: str, bulan: str = "", ket: str = "") -> str:
    """A row with up to five texts, marks in the columns named (from 5), and a remark."""
    cells = [*texts, *[""] * (21 - len(texts))]
    for column in bulan.split():
        cells[int(column)] = "√"
    cells[17] = ket or cells[17]
    return "\t".join(cells)


def plan(*lines: str) -> Draft:
    """A plan whose table begins on line 3, with an area and a kegiatan on its first row."""
    return read(*HEADER, row("1", "Manajemen Perubahan", "1) Kegiatan", "1) Sub", "Indikator", bulan="5"), *lines)


def indikator(draft: Draft) -> list[DraftIndikator]:
    return [butir for butir in draft.semua_butir() if isinstance(butir, DraftIndikator)]


def ragu(draft: Draft, baris: int) -> str:
    return " / ".join(doubt.kata for doubt in draft.doubts if doubt.baris == baris)


@pytest.fixture(scope="module")
def awalan() -> dict[str, str]:
    regimes = yaml.safe_load((ROOT / "site_config/rezim.yml").read_text("utf-8"))["rezim"]
    return {area["kode"]: area["awalan"] for area in regimes[0]["area"]}


@pytest.fixture(scope="module")
def contoh() -> Draft:
    text = (TAHUN_CONTOH / "sumber/sk-7-2022.txt").read_text("utf-8")
    return read(*text.rstrip("\n").split("\n"))


# --- the fictitious office -------------------------------------------------------------------------------------


def test_contoh_has_every_record(contoh):
    assert [(area.nomor, area.nama, len(area.kegiatan)) for area in contoh.area] == [
        ("1", "Manajemen Perubahan", 3),
        ("4", "Penguatan Tata Laksana", 3),
        ("7", "Penguatan Pengawasan", 5),
        ("9", "Quick Wins", 1),
    ]
    assert sum(isinstance(butir, DraftSubKegiatan) for butir in contoh.semua_butir()) == 23
    assert len(indikator(contoh)) == 25


@pytest.mark.parametrize(
    ("baris", "jadwal"),
    [
        ("L62", [((1,), "pasti")]),
        ("L63", [((2,), "pasti")]),
        ("L64", [(WHOLE_YEAR, "pasti")]),
        ("L64 L69", [(WHOLE_YEAR, "pasti")]),
        ("L70", [((1, 2, 3), "pasti")]),
        ("L71", [((6, 12), "pasti")]),
        ("L72", [((3, 6, 9, 12), "pasti")]),
        ("L73", []),
        ("L74", [((12,), "pasti")]),
        ("L79", [((4, 5, 6), "pasti")]),
        ("L79 L80", [((7,), "pasti")]),
        ("L81", [((8,), "pasti")]),
        ("L82", [((1, 2, 3, 4, 5, 6), "pasti")]),
        ("L83", [(None, "kosong")]),
        ("L88", [(None, "tidak-terbaca")]),
        ("L89", [(None, "tidak-terbaca")]),
        ("L94", [(None, "kosong")]),
        ("L95", [((5,), "pasti")]),
        ("L96", [(None, "kosong")]),
        ("L97", [((3, 6, 9, 12), "pasti")]),
        ("L98", [((10,), "wajar")]),
        ("L99", [(None, "kosong")]),
        ("L100 L101", [(None, "tidak-terbaca")]),
        ("L106", [((12,), "pasti")]),
        ("L107", [((7, 8, 9), "pasti")]),
        ("L108", [((10,), "pasti")]),
    ],
)
def test_contoh_months_by_line(contoh, baris, jadwal):
    found = [item.jadwal for item in indikator(contoh) if " ".join(f"L{line}" for line in item.baris) == baris]

    assert [(item.bulan, item.keadaan.value) for item in found] == jadwal


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        (69, "indikator disambung dengan teks pada L64"),
        (73, "sub kegiatan tanpa indikator"),
        (79, "2 baris tanda (L79, L80) untuk 2 indikator"),
        (88, "dapat dibaca Jan, Apr, Jul dan Okt atau Jan, Apr, Agu dan Des"),
        (89, "Tanda di c6 sampai c7 dan c17 (kolom KET) sampai c18 (kolom di luar tabel); bulannya tidak dapat"),
        (98, "isi baris bergeser satu kolom ke kanan"),
        (100, "2 baris tanda untuk 1 butir: L100 tanda di c12; L101 tanda di c13"),
        (106, "indikator bernomor “3)” setelah “1)”"),
        (108, "tanda bulan atau keterangan tanpa indikator"),
    ],
)
def test_contoh_doubts_by_line(contoh, baris, kata):
    assert kata in ragu(contoh, baris)


def test_contoh_has_no_doubt_on_a_plain_row(contoh):
    assert not {62, 63, 70, 74, 81, 82, 83, 94, 95, 96, 97, 99} & {doubt.baris for doubt in contoh.doubts}


def test_contoh_joins_a_cut_sentence(contoh):
    joined = next(item for item in indikator(contoh) if item.baris == (64, 69))

    assert joined.nama is not None
    assert joined.nama.endswith("yang memuat rencana aksi, susunan tim, dan bukti pelaksanaannya")
    assert joined.catatan == "Kalimat terpotong halaman (L64 dan L69); disambung."


def test_contoh_puts_a_slid_row_back(contoh):
    kegiatan = contoh.area[2].kegiatan[3]

    assert (kegiatan.nomor, kegiatan.nama) == ("4)", "Penanganan Benturan Kepentingan")
    assert kegiatan.rearranged
    assert kegiatan.sub_kegiatan[0].nama == "Identifikasi potensi benturan kepentingan"
    assert kegiatan.sub_kegiatan[0].indikator[0].nama == "Daftar potensi benturan kepentingan setiap subbagian"


# --- rules, each on a table of a few rows ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bulan", "hasil", "keadaan"),
    [
        pytest.param("6 9", (2, 5), "pasti", id="in the header's own columns"),
        pytest.param(" ".join(map(str, range(5, 20))), WHOLE_YEAR, "pasti", id="whole year and beyond"),
        pytest.param(" ".join(map(str, range(11, 19))), (7, 8, 9, 10, 11, 12), "wajar", id="run beyond Des"),
        pytest.param("8 11 15 18", (3, 6, 9, 12), "wajar", id="quarters that slide"),
        pytest.param("17", (12,), "wajar", id="one mark beyond Des"),
        pytest.param("6 18 20", None, "tidak-terbaca", id="no sensible repair"),
    ],
)
def test_marks_become_months(bulan, hasil, keadaan):
    jadwal = indikator(plan(row("", "", "", "2) Sub", "Indikator", bulan=bulan)))[-1].jadwal

    assert (jadwal.bulan, jadwal.keadaan.value) == (hasil, keadaan)
    assert jadwal.catatan or keadaan == "pasti"


@pytest.mark.parametrize(
    ("bulan", "jadwal"),
    [
        ("5", "{bulan: [1], keadaan: pasti}"),
        ("6", '{bulan: [2], keadaan: wajar, catatan: "Tanda di c6 WIDE; dibaca Feb."}'),
        (
            "7 11",
            (
                "{keadaan: tidak-terbaca, calon: [[3, 6], [3, 7]], "
                'catatan: "Tanda di c7 dan c11 WIDE; dapat dibaca Mar dan Jun atau Mar dan Jul."}'
            ),
        ),
    ],
    ids=["January", "one reading", "two readings"],
)
def test_marks_beneath_a_year_of_sixteen_columns_are_drafted_no_surer_than_they_are(bulan, jadwal, awalan):
    wide = row("", "", "", "2) Dua", "Sepanjang tahun", bulan=" ".join(map(str, range(5, 21))))
    draft = plan(wide, row("", "", "", "3) Tiga", "Sebagian tahun", bulan=bulan))

    written = jadwal.replace("WIDE", "pada halaman yang tandanya melebihi dua belas kolom")
    assert f"jadwal: {written}\n" in as_yaml(draft, "sk-1-2022", "Lampiran", awalan)["manajemen-perubahan.yml"]


def test_a_page_without_a_single_mark_is_unreadable_where_others_have_some():
    draft = plan("", *HEADER, row("", "", "", "2) Dua", "Lain"))

    assert [item.jadwal.keadaan.value for item in indikator(draft)] == ["pasti", "tidak-terbaca"]
    assert "Halaman ini tidak memuat satu tanda pun" in str(indikator(draft)[-1].jadwal.catatan)


def test_page_width_comes_from_its_own_header():
    wide = [line.replace("INDIKATOR KEBERHASILAN\t", "INDIKATOR\t\t").replace("\tJan", "\t\tJan") for line in HEADER]
    draft = read(*wide, row("1", "Area", "1) Kegiatan", "1) Sub", "Indikator", bulan="6"))

    assert indikator(draft)[0].jadwal.bulan == (1,)


@pytest.mark.parametrize(
    ("marks", "keadaan", "bulan"),
    [
        pytest.param(["5"], ["pasti"] * 3, [(1,), (1,), (1,)], id="one row for all"),
        pytest.param(["5", "6", "7"], ["pasti"] * 3, [(1,), (2,), (3,)], id="one row each"),
        pytest.param(["5", "5"], ["pasti"] * 3, [(1,), (1,), (1,)], id="all rows alike"),
        pytest.param(["5", "6"], ["tidak-terbaca"] * 3, [None] * 3, id="any other number"),
    ],
)
def test_mark_rows_are_dealt_out(marks, keadaan, bulan):
    rows = [row("", "", "", "2) Sub", "1) Satu 2) Dua 3) Tiga", bulan=marks[0])]
    items = indikator(plan(*rows, *(row(bulan=month) for month in marks[1:])))[1:]

    assert [item.jadwal.keadaan.value for item in items] == keadaan
    assert [item.jadwal.bulan for item in items] == bulan


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        (row("", "", "", "", "", "", "", "Teks"), "kolom Mar (c7) tidak dapat ditempatkan: Teks"),
        (row("", "Quick Wins", "1) Lain"), "area tanpa nomor: Quick Wins"),
        (row("", "2) Lain"), "dibaca sebagai kegiatan: 2) Lain"),
        (row("2"), "nomor area “2” tanpa nama area"),
        (row("1"), "dibaca sebagai lanjutan area yang sama"),
        (row("a) Ini", "", "b) Itu"), "kacau, tidak ditempatkan: c0 a) Ini | c2 b) Itu"),
        (row("", "", "4) Lain"), "kegiatan bernomor “4)” setelah “1)”"),
        (row("", "", "1) Kegiatan"), "nama kegiatan tercetak lagi"),
        (row("", "", "", "2) Dua 3) Tiga", "Satu"), "2 sub kegiatan dalam satu sel"),
        (row("", "", "", "", "lanjutan kalimat"), "mungkin sambungan butir di atasnya: lanjutan kalimat"),
        (row("", "", "", "2) Kerja sama dengan", "Satu"), "teks mungkin terpotong"),
        (row("", "", "", "2) Layanan e- PPID", "Satu"), "kata mungkin pecah"),
        (row("", "", "", "2) Dua", "1) Satu 2) Dua", ket="Catatan"), "ditulis pada 2 indikator: Catatan"),
        (row(bulan="5") + "\tJauh", "teks di kanan kolom KET"),
    ],
)
def test_contradiction_becomes_a_doubt(baris, kata):
    assert kata in ragu(plan(baris), 4)


def test_table_of_another_kind_is_doubted_not_read():
    draft = read("NO\tNAMA\tJABATAN\tKEDUDUKAN", "1\tPejabat Contoh\tKetua\tPengarah")

    assert not draft.area
    assert ragu(draft, 2) == "tabel lain, tidak dibaca: 1 | Pejabat Contoh | Ketua | Pengarah"


def test_plan_without_a_single_mark_is_unreadable_not_empty():
    draft = read(*HEADER, row("1", "Area", "1) Kegiatan", "1) Sub", "Indikator"))

    assert indikator(draft)[0].jadwal.keadaan.value == "tidak-terbaca"
    assert "tidak memuat satu tanda bulan pun" in ragu(draft, 3)


@pytest.mark.parametrize(
    ("teks", "piece"),
    [
        ("Satu kalimat", [(0, None, "Satu kalimat")]),
        ("1) Satu 2) Dua", [(0, "1)", "Satu"), (0, "2)", "Dua")]),
        ("4) Dokumen berikut: a. Ini b. Itu", [(0, "4)", "Dokumen berikut:"), (1, "a.", "Ini"), (1, "b.", "Itu")]),
        ("Tim: 1) Satu 2) Dua", [(0, None, "Tim:"), (1, "1)", "Satu"), (1, "2)", "Dua")]),
        (
            "1) A: 1) x 2) y 3) z 2) B",
            [(0, "1)", "A:"), (1, "1)", "x"), (1, "2)", "y"), (1, "3)", "z"), (0, "2)", "B")],
        ),
        (
            "1) A: 1) x: a. i b. j 2) y",
            [(0, "1)", "A:"), (1, "1)", "x:"), (2, "a.", "i"), (2, "b.", "j"), (1, "2)", "y")],
        ),
        ("1 Ada 2 Tiada", [(0, "1", "Ada"), (0, "2", "Tiada")]),
        ("- Ini - Itu", [(0, "-", "Ini"), (0, "-", "Itu")]),
        ("Target 1.5 dari 100% pada pasal 5) lalu", [(0, None, "Target 1.5 dari 100% pada pasal 5) lalu")]),
    ],
)
def test_cell_is_cut_at_its_numbers(teks, piece):
    pieces = split_cell(teks).pieces

    assert [(piece.level, piece.nomor and piece.nomor.tertulis, piece.teks) for piece in pieces] == piece


def test_entry_continues_the_rincian_of_the_page_before():
    above = split_cell("2) Aplikasi: 1) Satu 2) Dua 3) Tiga")

    assert split_cell("4) Empat", CellContext(tuple(above.open_lists))).pieces[0].level == 1


def test_row_that_slid_to_the_left_is_put_back():
    draft = plan(row("", "", "2) Sub", "Lain", bulan="4 6"))
    slid = draft.area[0].kegiatan[0].sub_kegiatan[1]

    assert (slid.nama, slid.rearranged) == ("Sub", True)
    assert (slid.indikator[0].jadwal.bulan, slid.indikator[0].jadwal.keadaan.value) == ((1, 3), "wajar")
    assert "isi baris bergeser satu kolom ke kiri" in ragu(draft, 4)


# --- nothing is lost, nothing raises ---------------------------------------------------------------------------

WORDS = (
    "kata",
    "Kata",
    "kata:",
    "Kata;",
    "1)",
    "2)",
    "3)",
    "a.",
    "b.",
    "1",
    "2",
    "√",
    "-",
    "<i>kata</i>",
    "IV",
    "1. Kata",
)
CELLS = st.one_of(st.just(""), st.just("√"), st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join))
LISTS = st.lists(
    st.sampled_from(("1) Kata", "2) kata:", "3) Kata", "a. kata", "b. Kata;", "Kata:", "kata")), max_size=7
)
WILD = st.lists(CELLS, min_size=4, max_size=21).map("\t".join)
TIDY = st.tuples(LISTS.map(" ".join), LISTS.map(" ".join), st.sampled_from(("", "√", "\t√", "√\t√"))).map(
    lambda cells: "\t\t\t" + "\t".join(cells)
)
START = "\n".join((*HEADER, row("1", "Kata", "1) Kata", "1) Kata", "1) Kata")))


@st.composite
def tables(draw):
    """A table of marks, numbers and words, no word twice; rows as they should be, and rows in any disorder."""
    blocks = draw(st.lists(st.one_of(TIDY, TIDY, WILD, st.just("\n".join(HEADER))), min_size=1, max_size=14))
    blocks = [START, *blocks] if draw(st.booleans()) else blocks
    number = itertools.count(1)
    text = re.sub("[Kk]ata", lambda word: f"{word[0]}{next(number)}", "\n".join(blocks))
    return naskah(*text.split("\n"))


def quoted(draft: Draft, line: int) -> list[QuotedText]:
    """Every text that the records of a line quote, as the rule of quotation takes it."""
    texts = []
    for butir in draft.semua_butir():
        if line not in butir.baris:
            continue
        parts = [butir.nomor, butir.nama, *getattr(butir, "rincian", ()), getattr(butir, "keterangan", None)]
        texts += [
            QuotedText(part, Record(), "nama", asal=tuple((number, number) for number in butir.baris), shared=True)
            for part in parts
            if part
        ]
    return texts


def data_lines(text: Naskah) -> list[int]:
    lines = range(1, len(text.baris) + 1)
    return [line for line in lines if text.is_table_row(line) and not text.is_table_head(line)]


@given(tables())
def test_every_cell_is_in_a_record_or_in_a_doubt(text):
    draft = draft_rencana(text)

    for line in data_lines(text):
        doubts = squash(ragu(draft, line))
        for cell in text.sel(line):
            assert squash(cell.teks) in doubts or cover(cell, quoted(draft, line)), cell


@given(tables())
def test_every_mark_is_in_a_jadwal_or_in_a_doubt(text):
    draft = draft_rencana(text)
    named = {line for item in indikator(draft) for line in item.baris} | {doubt.baris for doubt in draft.doubts}

    assert {line for line in data_lines(text) if text.tanda(line)} <= named


@given(st.lists(st.lists(st.text(max_size=12), min_size=4, max_size=20).map("\t".join), max_size=8), st.booleans())
def test_any_text_drafts_to_clean_yaml(lines, header):
    text = "\n".join([*(HEADER if header else ()), *lines])
    draft = read(*text.split("\n"))

    for berkas, isi in as_yaml(draft, "sk-1-2022", "Lampiran", {"sdm": "sdm"}).items():
        assert parse_yaml(isi, berkas).findings == ()


# --- YAML ------------------------------------------------------------------------------------------------------


def test_contoh_yaml_is_a_valid_plan(contoh, awalan):
    files = as_yaml(contoh, "sk-7-2022", "Lampiran", awalan)

    assert list(files) == ["manajemen-perubahan.yml", "tata-laksana.yml", "pengawasan.yml", "quick-wins.yml"]
    for berkas, isi in files.items():
        parsed = parse_yaml(isi, berkas)
        assert parsed.findings == ()
        assert RencanaRB.model_validate(parsed.isi).keputusan == "sk-7-2022"


def test_contoh_yaml_is_what_the_clerk_typed_where_nothing_is_doubtful(contoh, awalan):
    """The first rows of the draft are, byte for byte, those of the file without what a person decides."""
    draft = as_yaml(contoh, "sk-7-2022", "Lampiran", awalan)["manajemen-perubahan.yml"]
    typed = (TAHUN_CONTOH / "rb/manajemen-perubahan.yml").read_text("utf-8")
    human = re.compile(r"\s+(?:padanan: \[|ringkasan:|publikasi:|irama:| {12,}padanan:)")
    kept = "\n".join(line for line in typed.split("\n") if not human.match(line))
    kept = re.sub(r"\n( +)ukuran:(?:\n\1 .*)+", "", kept)
    end = "    - kode: mp-3\n"

    assert without_doubts(draft).split(end)[0] == kept.split(end)[0]


def without_doubts(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.strip().startswith("# RAGU"))


def test_every_doubt_stands_in_one_file(contoh, awalan):
    written = "\n".join(as_yaml(contoh, "sk-7-2022", "Lampiran", awalan).values())

    for doubt in contoh.doubts:
        assert written.count(f"# RAGU L{doubt.baris}: {doubt.kata}\n") == 1


def test_quotes_are_escaped_and_hidden_characters_shown():
    draft = plan(row("", "", "", '2) Kata "kutip" \\ garis \u200b tersembunyi', "Satu", bulan="5"))
    isi = as_yaml(draft, "sk-1-2022", "Lampiran", {"manajemen-perubahan": "mp"})["manajemen-perubahan.yml"]

    assert '"Kata \\"kutip\\" \\\\ garis � tersembunyi"' in isi
    assert parse_yaml(isi, "x.yml").findings == ()


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Penguatan Tata Laksana", "tata-laksana"),
        ("Penataan Tatalaksana", "tata-laksana"),
        ("Sistem Manajemen Sumber Daya Manusia", "sdm"),
        ("Penguatan Sistem Manajemen SDM ASN", "sdm"),
        ("Penataan Organisasi/Kelembagaan", "kelembagaan"),
        ("Quick Wins", None),
    ],
)
def test_area_is_matched_by_its_words(nama, kode, awalan):
    assert match_area(nama, awalan) == kode


def test_repeated_area_gets_its_own_kode():
    rows = [row(nomor, "Pengawasan", "1) Satu", "1) Sub", "Indikator", bulan="5") for nomor in ("7", "8")]
    files = as_yaml(read(*HEADER, *rows), "sk-1-2022", "Lampiran", {"pengawasan": "pw"})

    assert list(files) == ["pengawasan.yml", "pengawasan-2.yml"]
    assert "kode: pwb-1-a-1" in files["pengawasan-2.yml"]


def test_letters_go_on_after_z():
    assert [format_letter(index) for index in (0, 25, 26, 27)] == ["a", "z", "za", "zb"]
