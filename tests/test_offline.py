"""The whole site in one archive: opens from a folder, with scripts and without, and nothing is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile

import pytest
from examples import OFFICE, PAGES
from links import check_site

from generator.finish.packs import write_offline
from generator.finish.snapshots import Pack, make_snapshot

pytestmark = pytest.mark.slow

KINDS = [uri.removesuffix("md") + "html" for uri in PAGES.values()] + ["kamus/index.html", "panduan/index.html"]


@pytest.fixture(scope="module")
def situs(situs_contoh, tmp_path_factory):
    """A site as it is with a search page, which needs a server."""
    workspace = shutil.copytree(situs_contoh.parent, tmp_path_factory.mktemp("luring") / "ruang")
    site = workspace / "site"
    (site / "cari").mkdir(exist_ok=True)
    (site / "pagefind").mkdir(exist_ok=True)
    (site / "cari/index.html").write_text("<h1>Cari</h1>", encoding="utf-8")
    (site / "pagefind/a.js").write_text("1", encoding="utf-8")
    home = site / "index.html"
    search = '<form action="cari/"><input></form><a id="cari" href="cari/?q=x#y">Cari</a>'
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    text = home.read_text(encoding="utf-8").replace("</article>", f"{search}</article>")
    home.write_text(text.replace("<head>", f"<head>{policy}"), encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def offline(situs, tmp_path_factory):
    """The folder that a reader gets from it; its name holds a space and a letter beyond ASCII."""
    top = tmp_path_factory.mktemp("flash disk ç")
    write_offline(situs, top / "kolom.zip", nama="Kolom & RB", alamat=None)
    zipfile.ZipFile(top / "kolom.zip").extractall(top)
    return top / "kolom"


SNAPSHOTS = [
    ('<script src="../s.js"></script>', '<script src="../s.js"></script>'),
    ("<script src=../s.js defer></script>", "<script src=../s.js defer></script>"),
    ('<script type="module" src="../s.js"></script>', ""),
    ('<script src="../nihil.js"></script>', ""),
    ('<script type="application/ld+json">{"a": 1}</script>', ""),
    ('<a href="../cari/?q=x">c</a>', '<a href="../indeks/index.html">c</a>'),
    ('<form role="search" action="../cari/"><a href="../b/">x</a></form>x', "x"),
    ('<form action="../b/">x</form>', '<form action="../b/">x</form>'),
    ('<meta http-equiv="Content-Security-Policy" content="a">x', "x"),
    ('<meta charset="utf-8">', '<meta charset="utf-8">'),
    ('<a href="../b/#c">b</a>', '<a href="../b/index.html#c">b</a>'),
    ('<a href="../">b</a>', '<a href="../index.html">b</a>'),
]


@pytest.mark.parametrize(("html", "expected"), SNAPSHOTS)
def test_a_page_keeps_what_works_in_a_folder(html, expected):
    there = {"index.html", "a/index.html", "b/index.html", "indeks/index.html", "s.js"}
    pack = Pack(there, None, {"cari/": "indeks/"}, with_scripts=True)
    assert make_snapshot(html, "a/index.html", pack) == expected


def test_every_link_leads_to_a_file_and_no_folder_is_linked(offline):
    assert list(check_site(offline)) == []
    for path in offline.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'href="../"' not in text
        assert "cari/" not in text


def test_everything_that_needs_no_server_is_in_it(situs, offline):
    held = {path.relative_to(offline).as_posix() for path in offline.rglob("*") if path.is_file()}
    there = {path.relative_to(situs).as_posix() for path in situs.rglob("*") if path.is_file()}
    assert held - there == {"SHA256SUMS", "BACA-SAYA.txt"}
    left_out = there - held
    assert "cari/index.html" in left_out
    assert {name for name in left_out if not name.startswith("cari/")} == {
        "404.html",
        "_headers",
        "pagefind/a.js",
        *(f"data/{OFFICE}/{tahun}/paket-bukti.zip" for tahun in (2022, 2023)),
    }
    assert any("/berkas/" in name for name in held)
    assert "KOLOM & RB" in (offline / "BACA-SAYA.txt").read_text(encoding="utf-8")


def test_sha256sum_accepts_the_folder(offline):
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("needs sha256sum")
    done = subprocess.run(
        [tool, "-c", "--quiet", "SHA256SUMS"], cwd=offline, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    lines = (offline / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(lines) == sum(1 for path in offline.rglob("*") if path.is_file()) - 1


def test_the_same_site_gives_the_same_bytes_whatever_the_dates_of_its_files(situs, tmp_path):
    other = shutil.copytree(situs, tmp_path / "lain")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    for site in (situs, other):
        write_offline(site, tmp_path / f"{site.name}.zip", nama="x", alamat=None)
    first, second = (zipfile.ZipFile(tmp_path / f"{site.name}.zip") for site in (situs, other))
    assert [first.read(name) for name in first.namelist()] == [second.read(name) for name in second.namelist()]
    write_offline(other, tmp_path / "site2.zip", nama="x", alamat=None)
    assert {info.date_time for info in first.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not list(tmp_path.glob(".*"))


def test_the_command_writes_it_beside_the_site_and_not_into_it(situs, tmp_path):
    command = [sys.executable, "-m", "generator", "bangun", "--ruang", str(situs.parent), "--luring"]
    done = subprocess.run([*command, "x.tar"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    copied = shutil.copytree(situs.parent, tmp_path / "ruang")
    command[command.index("--ruang") + 1] = str(copied)
    done = subprocess.run([*command, "kolom.zip"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert zipfile.ZipFile(tmp_path / "kolom.zip").testzip() is None
    assert not (copied / "site/kolom.zip").exists()
    assert "kolom.zip:" in done.stderr


@pytest.mark.peramban
@pytest.mark.parametrize("scripted", [True, False])
def test_a_browser_opens_every_page_kind_from_the_folder(browser, offline, scripted):
    context = browser.new_context(java_script_enabled=scripted, offline=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("requestfailed", lambda r: said.append(r.url) if "ABORTED" not in str(r.failure) else None)
    page.on("request", lambda r: said.append(r.url) if not r.url.startswith("file://") else None)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for kind in KINDS:
        if "cari" in kind:  # a search needs a server; its links lead to the index
            continue
        page.goto((offline / kind).as_uri())
        assert page.locator("h1").count() == 1, kind
        assert page.evaluate("getComputedStyle(document.querySelector('.kepala')).backgroundColor") == "rgb(92, 15, 26)"
        assert page.locator(".tema").is_visible() == scripted, kind
    page.goto((offline / "index.html").as_uri())
    page.locator("#cari").click()
    assert page.url.endswith("/indeks/index.html")
    assert said == []
    context.close()
