"""Findings: what a message may show, what it suggests, and the three formats."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import (
    Finding,
    InvalidContentError,
    Place,
    Rule,
    Severity,
    as_github,
    as_json,
    as_text,
    count_galat,
    find_nearest,
    mask,
    quote,
    sort_findings,
    suggest,
)

KEYS = ("kode", "asal", "keputusan", "lampiran", "catatan", "nama", "nomor", "sub_kegiatan", "keterangan")
KODE = ("sk-7-2022", "sk-8-2022", "sk-9-2022", "sk-21-2022", "sk-2-2021")
X = Rule("x", "x")
FINDING = Finding(
    Place("content/a.yml", 3, 5), Rule("kunci-asing", "x"), "kunci “asla” tidak dikenal", "maksud Anda “asal”?"
)
DOUBT = Finding(Place("content/b.yml"), Rule("kode-wilayah", "x", Severity.PERINGATAN), "berbeda", "periksa")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("9999999999999999", "•" * 16, id="nik"),
        pytest.param("99999999 999999 9 999", "•" * 21, id="nip_with_spaces"),
        pytest.param("9999-9999-9999-9999", "•" * 19, id="hyphens"),
        pytest.param("9999.9999.9999.9999", "•" * 19, id="dots"),
        pytest.param("9999/9999/9999", "•" * 14, id="slashes"),
        pytest.param("9999_9999_9999", "•" * 14, id="underscores"),
        pytest.param("9999 - 9999 - 9999", "•" * 18, id="spaced_hyphens"),
        pytest.param("9999\u00a09999\u00a09999", "•" * 14, id="no_break_spaces"),
        pytest.param("9999�9999�9999", "•" * 14, id="replaced_characters"),
        pytest.param("٩٩٩٩٩٩٩٩٩", "•" * 9, id="arabic_digits"),
        pytest.param("９９９９９９９９９", "•" * 9, id="full_width_digits"),
        pytest.param("999999999", "•" * 9, id="nine_digits"),
        pytest.param("99999999", "99999999", id="eight_digits"),
        pytest.param("NIK 9999999999999999 ada", f"NIK {'•' * 16} ada", id="inside_a_sentence"),
        pytest.param("2022-12-31", "2022-12-31", id="date"),
        pytest.param("tahun 2020-2025", "tahun 2020-2025", id="years"),
        pytest.param("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", id="months"),
        pytest.param("L81, L86-90, L100, L120", "L81, L86-90, L100, L120", id="asal"),
        pytest.param("sk-7-2022.txt", "sk-7-2022.txt", id="file_name"),
        pytest.param("١٢", "١٢", id="few_foreign_digits_stay"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_mask(text, shown):
    assert mask(text) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("asla", "“asla”", id="word"),
        pytest.param("a\n b\t c", "“a b c”", id="one_line"),
        pytest.param("a\x00b\x1b[31mc", "“a�b�[31mc”", id="control_characters"),
        pytest.param("a\u202eb\u200bc", "“a�b�c”", id="invisible_characters"),
        pytest.param("\ud800", "“�”", id="lone_surrogate"),
        pytest.param("x" * 61, f"“{'x' * 59}…”", id="too_long"),
        pytest.param("x" * 60, f"“{'x' * 60}”", id="long_enough"),
        pytest.param("9999 9999 9999 9999", f"“{'•' * 19}”", id="number"),
        pytest.param("x" * 50 + "999999999999", f"“{'x' * 50}{'•' * 9}…”", id="number_at_the_cut"),
        pytest.param("99\u200b99\u200b99\u200b999", f"“{'•' * 12}”", id="number_in_disguise"),
        pytest.param(12, "“12”", id="no_text"),
        pytest.param("", "“”", id="nothing"),
    ],
)
def test_quote(value, shown):
    assert quote(value) == shown


@pytest.mark.parametrize(
    ("value", "known", "advice"),
    [
        pytest.param("asla", KEYS, "maksud Anda “asal”?", id="letters_swapped"),
        pytest.param("nam", KEYS, "maksud Anda “nama”?", id="letter_missing"),
        pytest.param("Keputusan", KEYS, "maksud Anda “keputusan”?", id="capital"),
        pytest.param("sub kegiatan", KEYS, "maksud Anda “sub_kegiatan”?", id="space"),
        pytest.param("ket", KEYS, "maksud Anda “keterangan”?", id="beginning"),
        pytest.param("namanya", KEYS, "maksud Anda “nama”?", id="ending_added"),
        pytest.param("anggaran", KEYS, "lain", id="far"),
        pytest.param("anggaran", ("menggantikan",), "lain", id="far_though_many_letters_agree"),
        pytest.param("", KEYS, "lain", id="nothing_written"),
        pytest.param("asal", (), "lain", id="nothing_known"),
        pytest.param("sk-77-2022", KODE, "maksud Anda “sk-7-2022”?", id="one_digit_too_many"),
        pytest.param(
            "sk-6-2022", KODE, "maksud Anda “sk-7-2022” atau “sk-8-2022” atau “sk-9-2022”?", id="equally_near"
        ),
        pytest.param("9999999999", ("9999999998",), f"maksud Anda “{'•' * 10}”?", id="number_stays_masked"),
        pytest.param("x" * 100_000, KEYS, "lain", id="very_long"),
    ],
)
def test_suggest(value, known, advice):
    assert suggest(value, known, "lain") == advice


def test_nearest_is_the_first_of_the_suggested():
    assert find_nearest("sk-6-2022", KODE) == "sk-7-2022"
    assert find_nearest("anggaran", KEYS) is None


def test_finding_is_one_line_without_numbers():
    finding = Finding(Place("a.yml"), X, "satu\n dua 9999999999999999", "tulis\t9999 9999 9999 9999")

    assert finding.message == f"satu dua {'•' * 16}"
    assert finding.suggestion == f"tulis {'•' * 19}"


def test_finding_shows_what_is_hidden():
    finding = Finding(Place("a\u2028b.yml"), X, "satu\x1b[31m", "tulis a\u202eb")

    assert as_text([finding]) == "a�b.yml:1:1: GALAT [x] satu�[31m; tulis a�b\n"


def test_text_format():
    assert as_text([FINDING, DOUBT]) == (
        "content/a.yml:3:5: GALAT [kunci-asing] kunci “asla” tidak dikenal; maksud Anda “asal”?\n"
        "content/b.yml:1:1: PERINGATAN [kode-wilayah] berbeda; periksa\n"
    )


def test_json_format():
    assert json.loads(as_json([FINDING])) == [
        {
            "berkas": "content/a.yml",
            "baris": 3,
            "kolom": 5,
            "tingkat": "GALAT",
            "kode": "kunci-asing",
            "pesan": "kunci “asla” tidak dikenal",
            "saran": "maksud Anda “asal”?",
        }
    ]
    assert "“asla”" in as_json([FINDING])


def test_github_format():
    assert as_github([FINDING, DOUBT]) == (
        "::error file=content/a.yml,line=3,col=5,title=kunci-asing::kunci “asla” tidak dikenal; maksud Anda “asal”?\n"
        "::warning file=content/b.yml,line=1,col=1,title=kode-wilayah::berbeda; periksa\n"
    )


def test_github_format_cannot_be_broken_out_of():
    finding = Finding(Place("a,b:c%\n::error::d.yml", 1, 1), X, "100% \n::stop-commands::", "y")

    assert as_github([finding]) == (
        "::error file=a%2Cb%3Ac%25�%3A%3Aerror%3A%3Ad.yml,line=1,col=1,title=x::100%25 ::stop-commands::; y\n"
    )


@pytest.mark.parametrize("write", [as_text, as_json, as_github])
def test_number_in_a_file_name_is_masked(write):
    finding = Finding(Place("content/9999999999999999.yml"), X, "a", "b")

    assert "9999" not in write([finding])
    assert "•" * 16 in write([finding])


@pytest.mark.parametrize(("write", "nothing"), [(as_text, ""), (as_json, "[]\n"), (as_github, "")])
def test_no_findings(write, nothing):
    assert write([]) == nothing


def test_findings_stand_in_the_order_of_their_places_each_once():
    late = Finding(Place("a.yml", 10, 1), X, "a", "b")
    early = Finding(Place("a.yml", 9, 1), X, "a", "b")
    other = Finding(Place("a.yml", 9, 1), Rule("w", "x"), "a", "b")

    assert sort_findings([late, early, other, early]) == (other, early, late)


def test_only_galat_forbids():
    assert count_galat([FINDING, DOUBT, FINDING]) == 2
    assert str(InvalidContentError([FINDING, DOUBT])) == "1 galat"


@given(st.text())
def test_quote_is_one_short_line(text):
    shown = quote(text)

    assert len(shown.splitlines()) == 1
    assert len(shown) <= 62
    assert not re.search(r"[0-9]{9}", shown)


@given(st.text(alphabet=st.sampled_from("0123456789 .-/–x"), max_size=60))
def test_mask_leaves_no_nine_digits_with_single_separators(text):
    assert len(mask(text)) == len(text)
    assert not re.search(r"[0-9](?:[ ./–-]?[0-9]){8}", mask(text))


@given(st.text(), st.text(), st.text())
def test_every_finding_is_one_line(berkas, message, suggestion):
    findings = [Finding(Place(berkas), X, message, suggestion)] * 2

    assert len(as_text(findings).splitlines()) == 2
    assert len(as_github(findings).splitlines()) == 2
    assert len(json.loads(as_json(findings))) == 2
