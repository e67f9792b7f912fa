"""Proof packs: whole, closed in themselves, the same bytes from the same data, made by every way in."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import build, copy_space, copy_workspace
from links import check_site, read

from generator.finish.snapshots import Pack, make_snapshot

pytestmark = pytest.mark.slow

PAKET = "data/kpu-kabupaten-contoh/2022/paket-bukti.zip"
TAHUN = "kpu-kabupaten-contoh/2022"


def unpack(site: Path, folder: Path) -> Path:
    """Return the one folder that the fictitious office's pack holds."""
    with zipfile.ZipFile(site / PAKET) as archive:
        archive.extractall(folder)
    (top,) = folder.iterdir()
    return top


@pytest.fixture(scope="module")
def paket(situs_contoh, tmp_path_factory) -> Path:
    return unpack(situs_contoh, tmp_path_factory.mktemp("paket"))


def test_sha256sum_accepts_the_unpacked_folder_and_names_every_file(paket):
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=paket, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    named = {line.partition(": ")[0] for line in done.stdout.splitlines()}
    assert named == {p.relative_to(paket).as_posix() for p in paket.rglob("*") if p.is_file()} - {"SHA256SUMS"}


def test_sha256sum_notices_a_changed_page(situs_contoh, tmp_path):
    top = unpack(situs_contoh, tmp_path)
    page = top / TAHUN / "zi/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Perubahan", "Perubahaan", 1), encoding="utf-8")
    assert subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=top, capture_output=True, check=False).returncode


def test_it_holds_the_sheets_the_named_pages_their_data_and_words_for_the_reader(situs_contoh, paket):
    pages = {path.relative_to(paket).as_posix() for path in paket.rglob("*.html")}
    folder = situs_contoh / TAHUN / "indikator-publikasi"
    register = {path.relative_to(situs_contoh).as_posix() for path in folder.rglob("*.html")}
    named = {f"{TAHUN}/{name}/index.html" for name in ("rb", "zi", "bukti", "survei")}
    assert pages == register | named, "nothing else meets a row"
    assert len(register) == 10
    for name in ("rb.json", "rb.csv", "bukti.json", "survei.json", "laporan.json", "sidik.json"):
        assert (paket / f"data/{TAHUN}/{name}").read_bytes() == (situs_contoh / f"data/{TAHUN}/{name}").read_bytes()
    assert (paket / "data/kpu-kabupaten-contoh/layanan.json").is_file()
    words = (paket / "BACA-SAYA.txt").read_text(encoding="utf-8")
    assert f"{TAHUN}/indikator-publikasi/index.html" in words
    assert "sha256sum -c SHA256SUMS" in words


def test_every_link_in_it_resolves_and_names_a_file(paket):
    assert list(check_site(paket)) == []
    for path in paket.rglob("*.html"):
        page = read(path)
        assert [link for link in page.links if link.partition("#")[0].endswith("/") and "://" not in link] == []
        assert "<script" not in path.read_text(encoding="utf-8")


def test_with_an_address_what_is_outside_leads_to_the_site(tmp_path):
    workspace = copy_workspace(tmp_path / "ruang")
    with workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write('\nalamat: "https://contoh.invalid/rb"\n')
    top = unpack(build(workspace), tmp_path / "paket")
    assert list(check_site(top)) == []
    links = read(top / TAHUN / "indikator-publikasi/zi-pp-2-1/index.html").links
    assert "https://contoh.invalid/rb/kpu-kabupaten-contoh/2022/tim/" in links
    assert "https://contoh.invalid/rb/tentang/#sidik" in links
    assert "../../survei/index.html" in links


SNAPSHOTS = [
    # a link, without the site's address, with it
    ('<a href="../b/#x">B</a>', '<a href="../b/index.html#x">B</a>', None),
    ("<a class=k href=../b/>B</a>", '<a class=k href="../b/index.html">B</a>', None),
    ('<a href="../c/?a=1#x"><b>C</b></a>', "<span><b>C</b></span>", '<a href="https://x.invalid/s/c/#x"><b>C</b></a>'),
    ('<a href="../..">atas</a>', "<span>atas</span>", None),
    ('<a href="..">muka</a>', "<span>muka</span>", '<a href="https://x.invalid/s/">muka</a>'),
    ('<a href="#x">x</a>', '<a href="#x">x</a>', None),
    ('<a href="https://y.invalid/">y</a>', '<a href="https://y.invalid/">y</a>', None),
    ('<a href="mailto:a@b.invalid?subject=c">y</a>', '<a href="mailto:a@b.invalid?subject=c">y</a>', None),
    ('<a id="l">y</a>', '<a id="l">y</a>', None),
    ('<a href="../data/d%20e.json">d</a>', '<a href="../data/d%20e.json">d</a>', None),
    ('<script src="../s.js"></script>', "", None),
    ('<link rel="stylesheet" href="../k.css">', '<link rel="stylesheet" href="../k.css">', None),
    ('<link rel="next" href="../b/">', "", None),
]


@pytest.mark.parametrize(("html", "alone", "online"), SNAPSHOTS)
def test_a_link_leads_into_the_pack_or_to_the_site_or_nowhere(html, alone, online):
    there = {"a/index.html", "b/index.html", "data/d e.json", "k.css"}
    if "atas" not in html:
        assert make_snapshot(html, "a/index.html", Pack(there, "https://x.invalid/s")) == (online or alone)
    assert make_snapshot(html, "a/index.html", Pack(there, None)) == alone


def test_the_same_data_give_the_same_bytes_in_another_folder_zone_and_hash_seed(situs_contoh, tmp_path):
    env = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "11", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1700000000"}
    other = copy_space(situs_contoh.parent, tmp_path / "folder lain")
    command = [sys.executable, "-m", "generator", "bangun"]
    subprocess.run(command, cwd=other, env=os.environ | env, check=True, capture_output=True)
    sums = [hashlib.sha256((site / PAKET).read_bytes()).hexdigest() for site in (situs_contoh, other / "site")]
    assert sums[0] == sums[1]
    with zipfile.ZipFile(situs_contoh / PAKET) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_closed_evidence_and_evidence_files_are_not_in_it(situs_contoh, paket):
    assert list((situs_contoh / f"data/{TAHUN}/berkas").iterdir())
    assert not list(paket.rglob("berkas"))
    assert {path.suffix for path in paket.rglob("*") if path.is_file()} <= {
        "",
        ".txt",
        ".html",
        ".css",
        ".png",
        ".json",
        ".csv",
    }


def test_for_another_engine_there_is_no_pack_and_no_link_to_one(tmp_path):
    workspace = copy_workspace(tmp_path / "ruang").root
    command = [sys.executable, "-m", "generator", "tulis", str(tmp_path / "pohon")]
    subprocess.run(command, cwd=workspace, check=True, capture_output=True)
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "pohon/docs").rglob("*.md")]
    assert len(texts) > 50
    assert not [text for text in texts if "paket-bukti" in text.replace("istilah-paket-bukti", "")]
    assert not list((tmp_path / "pohon").rglob("*.zip"))


def test_the_register_and_the_downloads_lead_to_it(situs_contoh):
    for page in ("indikator-publikasi", "unduhan"):
        links = read(situs_contoh / TAHUN / page / "index.html").links
        assert f"../../../{PAKET}" in links
