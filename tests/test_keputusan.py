"""Decrees: where the original can be read, and that what must not be shown is not shown through it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH
from test_evidence_files import pdf

from generator.inspect import check_content
from generator.progress import list_berkas_terbit

YEAR = "kpu-kabupaten-contoh/2023"
PDF = f"data/{YEAR}/berkas/sk-4-2023.pdf"
CITED = "kpu-kabupaten-contoh/2022"
JDIH = "https://jdih.contoh.invalid/keputusan/4-2023"


@pytest.fixture(scope="module")
def files(berkas_contoh):
    return berkas_contoh()


def test_the_original_is_published_byte_for_byte(files):
    copied = files[PDF].content

    assert isinstance(copied, Path)
    assert copied.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("page", ["keputusan/sk-4-2023/", "keputusan/sk-4-2023/sumber/"])
def test_decree_and_its_text_lead_to_the_original_with_its_hash(files, page):
    text = files[f"{YEAR}/{page}index.md"].content

    assert 'berkas/sk-4-2023.pdf">Naskah asli (PDF)</a>' in text
    assert f"SHA-256 {hashlib.sha256(files[PDF].content.read_bytes()).hexdigest()}" in text
    assert f'<a href="{JDIH}" rel="noopener noreferrer">' in text


def test_a_cited_decree_may_lead_to_its_text_elsewhere_and_is_still_not_held(files):
    text = files[f"{CITED}/keputusan/sk-2-2021/index.md"].content

    assert "Naskah keputusan ini tidak dipegang situs ini" in text
    assert '<a href="https://jdih.contoh.invalid/keputusan/2-2021"' in text


@pytest.mark.parametrize("kode", ["2022/keputusan/sk-7-2022", "2023/keputusan/sk-5-2023"])
def test_a_decree_without_an_original_promises_none(files, kode):
    assert "Naskah asli" not in files[f"kpu-kabupaten-contoh/{kode}/index.md"].content


def test_json_and_csv_tell_where_the_original_is(files):
    records = {one["kode"]: one for one in json.loads(files[f"data/{YEAR}/keputusan.json"].content)["keputusan"]}
    text = files[f"data/{YEAR}/keputusan.csv"].content.removeprefix("\ufeff")
    rows = {row["kode"]: row for row in csv.DictReader(io.StringIO(text))}
    told = {"berkas": PDF, "sha256": hashlib.sha256(files[PDF].content.read_bytes()).hexdigest(), "tautan": JDIH}

    for name, value in told.items():
        assert records["sk-4-2023"][name] == rows["sk-4-2023"][name] == value
        assert (records["sk-5-2023"][name], rows["sk-5-2023"][name]) == (None, "")


def test_the_bytes_of_closed_evidence_are_no_decrees_original(example_workspace):
    register = example_workspace.root / KANTOR_CONTOH / "2023/bukti.yml"
    raw = (register.parent / "berkas/sk-4-2023.pdf").read_bytes()
    secret = (
        f"  - kode: b-uji\n    jenis: surat\n    akses: data-pribadi\n    sha256: {hashlib.sha256(raw).hexdigest()}\n"
    )
    register.write_text(register.read_text(encoding="utf-8") + secret, encoding="utf-8")
    isi, findings = check_content(example_workspace)

    assert "bukti-tertutup" in {finding.code for finding in findings}
    year = next(tahun for tahun in isi.semua_tahun() if tahun.tahun == 2023)
    assert "sk-4-2023" not in list_berkas_terbit(year, year.keputusan)


NAMES = [
    # what the site shows of names, the words of the PDF, what is found
    ("semua", "Ditandatangani Pejabat Contoh 1", set()),
    ("inisial", "Ditandatangani Pejabat Contoh 1", {"nama-dalam-pdf"}),
    ("inisial", "Ditandatangani Ketua", set()),
    ("pejabat", "Ditandatangani Pejabat Contoh 1", set()),
    ("inisial", "", {"nama-dalam-pdf"}),
    ("semua", "", set()),
]


@pytest.mark.parametrize(("setelan", "words", "expected"), NAMES)
def test_no_original_tells_a_name_that_the_site_shows_as_initials(setelan, words, expected, example_workspace):
    settings = example_workspace.site_settings
    text = settings.read_text(encoding="utf-8").replace("tampilkan_nama: semua", f"tampilkan_nama: {setelan}")
    settings.write_text(text, encoding="utf-8")
    year = example_workspace.root / KANTOR_CONTOH / "2023"
    old = hashlib.sha256((year / "berkas/sk-4-2023.pdf").read_bytes()).hexdigest()
    (year / "berkas/sk-4-2023.pdf").write_bytes(pdf(words))
    path = year / "keputusan/sk-4-2023.yml"
    new = hashlib.sha256(pdf(words)).hexdigest()
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    assert {finding.code for finding in check_content(example_workspace)[1]} == expected
