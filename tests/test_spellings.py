"""Names that a site promises to show as initials: found however they are spelled, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, copy_workspace
from hypothesis import given
from hypothesis import strategies as st

from generator.build import build_site
from generator.findings import as_text
from generator.inspect import check_content
from generator.load.names import name_files
from generator.load.spellings import NameFinder, Person, read_words
from generator.settings import Workspace

NAMES = (
    "Drs. Yosafat Ngganggus",
    "Agustinus Y. Olangpaon Riwukoli",
    "Lusia A. D. P. Hekopungwati",
    "KUSMANTORO RIWUDJO NAGASAKTI",
    "Dr. Hj. Ma'ruf'ah Nur’ainiyah, S.H., M.H.",
    "H. Abdurrahmansyah Sa`duddin, S.Sos., M.Si",
    "M. J U N A I D I S Y A H",
    "Suryaningrat",
    "Bathseba Dapatalu-Wenyira SE, MM",
    "Sri Hari",
)
"""Invented names in the ways in which rosters print them."""
COMMON = frozenset({"hari", "kerja", "rapat", "dengan", "pada", "sri"})
APOSTROPHES = ["’", "‘", "'", "ʼ", "`", "´", ""]
AHEAD = [
    "",
    "Ibu ",
    "Bapak ",
    "Sdr. ",
    "Sdri. ",
    "Saudara ",
    "Dr. ",
    "Dra. ",
    "Hj. ",
    "H. ",
    "Ir. ",
    "Prof. Dr. ",
    "Yth. ",
]
BEHIND = ["", ", S.H.", ", SH", " SH", ", S.H., M.H.", ", SH, MH", ", S.Sos.,M.Si", ", Ph.D", " M.Kom.", ","]
GAPS = [" ", "  ", "\n", " \n  ", "\t", "\u00a0"]
AROUND = [
    ("", ""),
    ("dihadiri ", " pada rapat."),
    ("(", ")"),
    ("“", "”"),
    ("- ", ";"),
    ("oleh\n", "\nKetua"),
    ("/", "/"),
]


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Return a name and one of its spellings in a text."""
    name = draw(st.sampled_from(NAMES))
    words = []
    for word in read_words(name):
        if len(word) == 1:
            words.append(draw(st.sampled_from([word, f"{word}.", ""])))
        else:
            words.append(re.sub("['’`]", draw(st.sampled_from(APOSTROPHES)), word))
    # Written small, a name of common words is left alone.
    case = draw(st.sampled_from([str, str.upper, str.lower if name != "Sri Hari" else str]))
    text = draw(st.sampled_from(GAPS)).join(case(word) for word in words if word)
    before, after = draw(st.sampled_from(AROUND))
    whole = f"{before}{draw(st.sampled_from(AHEAD))}{text}{draw(st.sampled_from(BEHIND))}{after}"
    return name, whole


def leaks(name: str, text: str) -> list[str]:
    """Return the words of a name that a text still tells."""
    letters = re.sub(r"['’‘ʼ`´]", "", text).casefold()
    return [word for word in Person(read_words(name)).significant if re.search(rf"(?<!\w){word}(?!\w)", letters)]


FINDER = NameFinder(NAMES, COMMON)


@given(spellings())
def test_no_spelling_tells_a_word_of_a_name(spelled):
    name, text = spelled
    assert leaks(name, text), "the spelling tells it"
    hidden = FINDER.hide(text)
    assert leaks(name, hidden) == []
    assert hidden.count("\n") == text.count("\n")
    assert FINDER.hide(hidden) == hidden


@given(st.sampled_from(NAMES))
def test_a_name_as_the_roster_prints_it_is_hidden_whole(name):
    assert leaks(name, FINDER.hide(name)) == []


HIDDEN = [
    ("Agustinus Y. Olangpaon Riwukoli hadir.", "A. Y. O. R. hadir."),
    ("Drs. Yosafat Ngganggus, M.Si", "Drs. Y. N., M.Si"),
    ("K. Riwudjo Nagasakti", "K. R. N."),
    ("K.Riwudjo Nagasakti", "K. R. N."),
    ("Kusmantoro R. N.", "K. R. N."),
    ("Kusman-\ntoro Riwudjo Nagasakti", "K.\nR. N."),
    ("K U S M A N T O R O R I W U D J O N A G A S A K T I", "K. R. N."),
    ("Kusmantoro<br>Riwudjo Nagasakti", "K. R. N."),
    ("Ma ruf ah Nur ainiyah", "M. N."),
    ("Bathseba Dapatalu Wenyira", "B. D. W."),
    ("Ibu Ngganggus dan Bapak Olangpaon Riwukoli", "Ibu N. dan Bapak O. R."),
    ("suryaningrat-laporan", "S.-laporan"),
    ("Sri Hari dan SRI HARI", "S. H. dan S. H."),
    ("Bapak Hari", "Bapak H."),
]


@pytest.mark.parametrize(("text", "expected"), HIDDEN)
def test_a_name_becomes_initials(text, expected):
    assert FINDER.hide(text) == expected


LEFT_ALONE = [
    "hari kerja, tiap hari",
    "pada sri hari ini",
    "Hari Kerja",
    "bapak hari ini rapat",
    "Suryaningratan, Suryaningrat2",
    "tiap hari S. Rapat",
    "KPU Kabupaten Contoh, S.H.",
    "A. Y. O. R.",
    "",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_common_words_stay(text):
    assert FINDER.hide(text) == text


def test_without_names_nothing_is_hidden_or_found():
    nobody = NameFinder(())
    assert nobody.hide("Sri Hari") == "Sri Hari"
    assert list(nobody.find_rest("Sri Hari")) == []


def test_a_name_of_one_common_word_is_known_by_what_stands_beside_it():
    finder = NameFinder(["Hari, S.H."], COMMON)
    assert finder.hide("Hari") == "H."
    assert finder.hide("Bapak Hari, hari ini") == "Bapak H., hari ini"
    assert finder.hide("Hari Senin") == "Hari Senin"
    assert finder.hide("Hari, rapat dibuka pukul 9.") == "Hari, rapat dibuka pukul 9."


def test_what_stands_behind_a_name_of_one_word_is_not_lost():
    assert FINDER.hide("Suryaningrat, S.H.") == "S., S.H."
    assert FINDER.hide("Suryaningrat, melaporkan bahwa arsip sudah rapi.") == "S., melaporkan bahwa arsip sudah rapi."
    assert FINDER.hide("M.\nJunaidisyah") == "M.\nJ."


def test_a_longer_name_is_not_cut_short_by_a_name_within_it():
    finder = NameFinder(["Yosafat Ngganggus", "Yosafat Ngganggus Riwukoli"])
    assert finder.hide("Yosafat Ngganggus Riwukoli dan Yosafat Ngganggus") == "Y. N. R. dan Y. N."


REST = [
    ("Riwudjo Nagasakti", ["Riwudjo Nagasakti"]),
    ("Ngganggus, Yosafat", ["Ngganggus, Yosafat"]),
    ("Nagasakti dan Riwudjo", ["Nagasakti dan Riwudjo"]),
    ("K. R. Nagasakti", ["K. R. Nagasakti", "Nagasakti"]),
    ("laporan Nagasakti", ["Nagasakti"]),
    ("laporan nagasakti", []),
    ("Sri dalam rapat pada hari kerja", []),
    ("Y. N.; K. R. N.", []),
]


@pytest.mark.parametrize(("text", "expected"), REST)
def test_what_may_still_be_a_name_is_pointed_out(text, expected):
    assert list(FINDER.find_rest(FINDER.hide(text))) == expected


READ = [
    ("Drs. H. Yosafat A. Koli, M.Si", ("Yosafat", "A", "Koli")),
    ("ANDI PRATAMA SH, MH", ("ANDI", "PRATAMA")),
    ("Andi Pratama S.Sos M.Si", ("Andi", "Pratama")),
    ("M. J U N A I D I", ("M", "JUNAIDI")),
    ("Pegawai Contoh 2", ("Pegawai", "Contoh", "2")),
    ("Dr. Hj. Ma'ruf", ("Ma'ruf",)),
    ("SE", ("SE",)),
]


@pytest.mark.parametrize(("name", "expected"), READ)
def test_titles_are_no_part_of_a_name(name, expected):
    assert read_words(name) == expected


FILES = [
    (["laporan.pdf"], ["laporan.pdf"]),
    (["sk-sri-hari.pdf", "SK_Yosafat_Ngganggus.pdf"], ["sk-sri-hari.pdf", "sk-y-n.pdf"]),
    (
        ["sk-yosafat-ngganggus.pdf", "sk-Yosafat Ngganggus.pdf", "sk-y-n.pdf"],
        ["sk-y-n-2.pdf", "sk-y-n-3.pdf", "sk-y-n.pdf"],
    ),
]


@pytest.mark.parametrize(("names", "expected"), FILES)
def test_a_file_is_published_under_a_name_of_its_own_without_the_persons(names, expected):
    assert list(name_files(names, FINDER.hide).values()) == expected


PRINTED = "Ma'rufah Nur'ainiyah, S.H., M.H."
SPELLED = (
    "Ma’rufah Nur’ainiyah",
    "MARUFAH  NURAINIYAH",
    "Dr. Hj. Ma`rufah Nurʼainiyah, SH, MH",
    "Sdri. Ma'rufah\n      Nur'ainiyah",
    "Ibu Nur'ainiyah",
)


def furnish(workspace: Workspace) -> Workspace:
    """Return a working space in which a member of a team is named everywhere, in many spellings."""
    office = workspace.root / KANTOR_CONTOH / "2022"
    told = "; ".join(SPELLED)
    changes = {
        workspace.site_settings: [("tampilkan_nama: semua", "tampilkan_nama: inisial")],
        office / "tim.yml": [("Pegawai Contoh 6", PRINTED)],
        office / "sumber/sk-8-2022.txt": [("Pegawai Contoh 6", PRINTED)],
        office / "keputusan/sk-8-2022.yml": [
            ('catatan: "Keputusan rekaan, dibuat', f'catatan: "{told} Keputusan rekaan, dibuat')
        ],
    }
    for path, pairs in changes.items():
        text = path.read_text(encoding="utf-8")
        for before, after in pairs:
            assert before in text, path
            text = text.replace(before, after)
        path.write_text(text, encoding="utf-8")
    (log,) = office.glob("realisasi/2022-tw1.yml")
    text = log.read_text(encoding="utf-8")
    log.write_text(re.sub(r'uraian: "', f'uraian: "{told} ', text), encoding="utf-8")
    register = office / "bukti.yml"
    text = re.sub(r'judul: "', f'judul: "{told} ', register.read_text(encoding="utf-8"))
    name = min(path.name for path in (office / "berkas").iterdir())
    renamed = f"sk-marufah-nurainiyah{Path(name).suffix}"
    assert name in text
    register.write_text(text.replace(name, renamed), encoding="utf-8")
    (office / "berkas" / name).rename(office / "berkas" / renamed)
    return workspace


@pytest.mark.slow
def test_no_page_and_no_data_tells_a_name_that_is_promised_as_initials(tmp_path):
    workspace = furnish(copy_workspace(tmp_path))
    built = build_site(workspace)
    assert as_text(built.findings) == ""
    found = [file.uri for file in built.files if leaks(PRINTED, file.uri)]
    for file in built.files:
        text = file.content if isinstance(file.content, str) else ""
        meta = "" if file.meta is None else str(file.meta)
        found += [file.uri for _ in leaks(PRINTED, f"{text}{meta}".replace("-", " "))]
    assert found == []
    assert any("M. N." in str(file.content) for file in built.files)
    assert any(re.search(r"berkas/sk-m-n\.\w+$", file.uri) for file in built.files)


def test_what_may_still_be_a_name_is_a_warning(example_workspace):
    workspace = furnish(example_workspace)
    log = workspace.root / KANTOR_CONTOH / "2022/realisasi/2022-tw1.yml"
    text = log.read_text(encoding="utf-8")
    log.write_text(text.replace('uraian: "', "uraian: \"Nur'ainiyah melaporkan. ", 1), encoding="utf-8")
    (line,) = as_text(check_content(workspace)[1]).splitlines()
    assert "PERINGATAN [nama-tersisa] mungkin nama yang belum disingkat: “Nur'ainiyah”" in line
