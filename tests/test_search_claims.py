"""What the search says is there, is there: its hits, counts and marks against the pages' own words, in a browser."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from urllib.parse import urlencode, urljoin

import pytest
from conftest import ROOT
from examples import OFFICE
from playwright.sync_api import Page
from server import serve

from generator.finish import find_pagefind
from generator.finish.search import make_indexes
from generator.load import load_kosakata
from generator.settings import Workspace

pytestmark = [pytest.mark.slow, pytest.mark.peramban]

# Two of the fictitious names get initials: these must never pass for a word that begins with them.
NAMES = {"Pegawai Contoh 5": "Suryani S. N. Contoh", "Pegawai Contoh 6": "Narwastu C. P. Contoh"}
# What a person asks, and, as regular expressions written without any stemmer, the words that are meant: a page that has
# them all is a hit, any other is not. None where no page has such a word.
ASKED: dict[str, tuple[str, ...]] = {
    # ordinary words of the domain
    "gratifikasi": (r"gratifikasi",),
    "pelayanan": (r"(pe)?layanan(nya)?|(me|di)layani",),
    "pengaduan": (r"(peng)?aduan(nya)?|mengadu(kan)?|diadukan|pengadu|keluhan",),
    "laporan": (r"((me|di|pe)?lapor(kan|an)?|pelapor)(nya)?",),
    "calo": (r"(per)?calo(an)?",),
    "maklumat": (r"maklumat|dimaklumatkan",),
    "arsip": (r"(ke)?arsip(an)?",),
    "tim": (r"(?<!@)tim",),
    # inflected words
    "mengadukan": (r"(peng)?aduan(nya)?|mengadu(kan)?|diadukan|pengadu",),
    "melayani": (r"(pe)?layanan(nya)?|(me|di)layani",),
    "mengawasi": (r"\w*awas(i|an|nya)?",),
    "memperkuat": (r"(peng)?uat(an)?|penguatan|(mem|di)?perkuat|menguatkan",),
    "penetapan": (r"(me|pe)netap(kan|an)(nya)?|ditetapkan(nya)?",),
    "menilai": (r"nilai(nya)?|dinilai|menilai|penilai(an)?",),
    # words that are nowhere, and what Pagefind would offer for them
    "suap": (),
    "sogok": (),
    "selingkuh": (),
    "narkoba": (),
    "penipuan": (),
    "sogokan": (),
    "zzzqqqxxx": (),
    "pengadauan": (),
    "suap pelayanan": (),
    # names and initials
    "Suryani": (r"suryani",),
    "Narwastu": (r"narwastu",),
    "Suryono": (),
    "Bonaventura": (),
    "S.": (r"s",),
    "Pejabat Contoh": (r"pejabat|jabatan|menjabat", r"contoh"),
    # abbreviations, words of two letters
    "WBS": (r"wbs|whistle blowing system|whistleblowing system|(me|pe)lapor(an|kan) pelanggaran",),
    "TPI": (r"tpi|tim penilai internal",),
    "LHKPN": (),
    "SK": (r"sk|surat keputusan",),
    "RB": (r"rb|reformasi birokrasi",),
    "II": (r"ii",),
    "ri": (r"ri",),
    # numbers, signs
    "14/2008": (r"14/2008|14 tahun 2008",),
    "99/1999": (),
    "2023": (r"2023",),
    "pw-3": (r"pw-3(?!-)",),
    "pw-3-a-2": (r"pw-3-a-2",),
    "e-PPID": (r"e-ppid|e ppid",),
    "perundang-undangan": (r"(per)?undang-undang(an)?",),
    "SP4N-LAPOR": (r"sp4n-lapor",),
    # phrases
    '"pengaduan masyarakat"': (r"(peng)?aduan masyarakat",),
    '"masyarakat pengaduan"': (),
    "pakta integritas": (r"pakta", r"integritas"),
    # words whose stem is another word
    "penempatan": (),
    "satuan": (),
    "pengadaan": (),
    "tetap": (r"tetap",),
}


@pytest.fixture(scope="module")
def situs(situs_contoh, tmp_path_factory):
    """The fictitious office's site, with initials in two names, its search made anew."""
    site = shutil.copytree(situs_contoh, tmp_path_factory.mktemp("inisial") / "site")
    page = site / OFFICE / "2022/tim/index.html"
    text = page.read_text(encoding="utf-8")
    for name, other in NAMES.items():
        assert name in text
        text = text.replace(name, other)
    page.write_text(text, encoding="utf-8")
    shutil.rmtree(site / "cari" / OFFICE)
    pagefind = find_pagefind()
    assert pagefind
    make_indexes(site, pagefind)
    return site


@pytest.fixture(scope="module")
def alamat(situs):
    with serve(situs) as url:
        yield url


@pytest.fixture(scope="module")
def texts(situs) -> dict[str, str]:
    """The searched words of each page, by its address, its kode among them."""
    found = {}
    for path in (situs / "cari" / OFFICE / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes()).partition(b"{")[2].join([b"{", b""]))
        found[fragment["url"]] = f"{fragment['content']} {fragment['meta'].get('kode', '')}"
    return found


@pytest.fixture(scope="module")
def page(browser):
    shown = browser.new_page(viewport={"width": 360, "height": 800})
    yield shown
    shown.close()


def search(page: Page, alamat: str, kata: str) -> str:
    """Ask, have every hit shown, and return what is said of them."""
    page.goto(f"{alamat}cari/?{urlencode({'q': kata, 'kantor': OFFICE})}")
    said = page.locator("#cari-jumlah", has_text=re.compile("memuat")).inner_text()
    number, more = int(re.match(r"\d*", said)[0] or 0), page.locator("#cari-lagi")
    for shown in range(10, number, 10):
        more.click()
        page.locator("#cari-hasil > li").nth(shown).wait_for()
    assert not more.is_visible()
    return said


def listed(page: Page) -> list[str]:
    """Return the addresses found, from the site's root."""
    links = page.locator("#cari-hasil h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [urljoin("/cari/", href) for href in links]


def meant(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", re.IGNORECASE)


def spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the words of an excerpt, and whether each is marked, from a text in which ⟦ ⟧ mark."""
    at = 0
    for word in text.split():
        bare = word.strip("⟦⟧")
        yield at, at + len(bare), word.startswith("⟦")
        at += len(bare) + 1


@pytest.mark.parametrize("kata", ASKED)
def test_every_hit_every_count_and_every_mark_is_true(page, alamat, texts, kata):
    patterns = [meant(pattern) for pattern in ASKED[kata]]
    expected = {url for url, text in texts.items() if patterns and all(pattern.search(text) for pattern in patterns)}
    said = search(page, alamat, kata)
    found = listed(page)
    assert set(found) == expected
    assert len(found) == len(expected)
    assert said.startswith(f"{len(expected)} halaman memuat" if expected else "Tidak ada yang memuat")
    assert bool(expected) is bool(patterns)
    marked = page.locator("#cari-hasil > li").evaluate_all(
        """(items) => items.map((item) => Array.from(item.querySelectorAll(":is(p, ul a):has(mark)"), (place) =>
            Array.from(place.childNodes, ({ nodeName, textContent }) =>
                nodeName === "MARK" ? `⟦${textContent}⟧` : textContent).join("")))"""
    )
    for excerpts in marked:
        assert excerpts
        for excerpt in excerpts:
            text = " ".join(excerpt.replace("⟦", "").replace("⟧", "").split())
            true = [match.span() for pattern in patterns for match in pattern.finditer(text)]
            for start, end, mark in spans(excerpt):
                assert mark is any(one < end and start < other for one, other in true), (text[start:end], excerpt)


@pytest.mark.parametrize(
    ("kata", "expected"),
    [
        ("pengadauan", ["pengaduan"]),
        ("pelayanann", ["pelayanan"]),
        ("kontoh", ["contoh"]),
        ("pengadauan pelayanann", ["pengaduan pelayanan"]),
        ("zzzqqqxxx pelayanann", []),
        ("suap", []),  # too short to be sure of a slip
        ("Suryono", []),  # like a name that is there; names are never offered
        ("narwastua", []),
        ('"pengadauan"', ['"pengaduan"']),
    ],
)
def test_what_looks_like_a_slip_is_asked_about_and_never_counted(page, alamat, kata, expected):
    said = search(page, alamat, kata)
    assert said.startswith("Tidak ada yang memuat ")
    assert listed(page) == []
    near = page.locator("#cari-mirip")
    assert near.is_visible() is bool(expected)
    if expected:
        assert near.inner_text() == f"Maksud Anda {' atau '.join(expected)}?"
        near.get_by_role("link", name=expected[0]).click()
        assert page.locator("#cari-jumlah", has_text=re.compile("memuat")).inner_text()
        assert page.get_by_label("Kata yang dicari").input_value() == expected[0]
        assert page.get_by_label("Kantor").input_value() == OFFICE
        assert not near.is_visible()


@pytest.mark.parametrize(
    ("kata", "said"),
    [
        ("mengadukan", " halaman memuat “mengadukan” atau bentuk lainnya."),
        ("mengawasi", " halaman memuat “mengawasi”, “pengawasan”, atau bentuk lainnya."),
        ("TPI", " halaman memuat “TPI” atau “tim penilai internal”."),
        (
            "pakta TPI",
            " halaman memuat semua kata “pakta TPI” (“TPI” atau “tim penilai internal”) atau bentuk lainnya.",
        ),
        ("suap TPI", " (“TPI” atau “tim penilai internal”) atau bentuk lainnya. Tidak ditemukan: “suap”."),
        ("???", "Tidak ada yang memuat “???”."),
    ],
)
def test_the_count_says_which_words_it_counts(page, alamat, kata, said):
    assert search(page, alamat, kata).endswith(said)


def test_a_count_under_a_filter_is_not_told_of_the_whole_office(page, alamat):
    page.goto(f"{alamat}cari/?{urlencode({'q': 'maklumat', 'kantor': OFFICE, 'jenis': 'Tim'})}")
    said = page.locator("#cari-jumlah", has_text=re.compile("memuat")).inner_text()
    assert said == "Dengan saringan itu tidak ada yang memuat “maklumat” atau bentuk lainnya."
    assert not page.locator("#cari-mirip").is_visible()


def test_the_vocabulary_joins_only_what_the_stemmer_parts(browser, tmp_path):
    """Each group of forms holds more than one stem, and no form stands in two groups."""
    groups = load_kosakata(Workspace(ROOT)).padanan_cari
    words = [word for group in groups for word in group]
    assert len(words) == len(set(words))
    for number, word in enumerate(words):
        page = tmp_path / "kpu-kata" / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<html lang="id"><article data-pagefind-body><p>{word}</p></article></html>', encoding="utf-8")
    shutil.copyfile(page, tmp_path / "kpu-kata/index.html")
    pagefind = find_pagefind()
    assert pagefind
    make_indexes(tmp_path, pagefind)
    with serve(tmp_path) as url:
        shown = browser.new_page()
        shown.goto(f"{url}kpu-kata/")
        answers = shown.evaluate(
            """async (words) => {
                const pagefind = await import("/cari/kpu-kata/pagefind.js");
                const ask = async (word) => (await pagefind.search(`"${word}"`)).results;
                return Promise.all(words.map(async (word) => (await ask(word)).map((hit) => hit.id).sort().join()));
            }""",
            words,
        )
        shown.close()
    found = dict(zip(words, answers, strict=True))
    assert all(found.values())
    assert [group for group in groups if len({found[word] for word in group}) == 1] == []
