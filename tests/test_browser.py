"""Pages in a real browser: on a phone, without other hosts, under a strict policy, with hostile data."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest
from conftest import build, copy_workspace
from examples import KINDS, OFFICE
from playwright.sync_api import Error
from pypdf import PdfReader

pytestmark = pytest.mark.peramban


def test_twelve_months_of_a_row_are_seen_on_a_phone(browser, alamat):
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(alamat + KINDS["kegiatan"])
    right = "c => c.getBoundingClientRect().right"
    boxes = page.evaluate(
        f"[...document.querySelectorAll('table.petak')].map(t => [...t.querySelectorAll('td')].map({right}))"
    )
    assert boxes
    assert all(len(row) == 12 and max(row) <= 360 for row in boxes)
    page.goto(alamat + KINDS["tahun"])
    rows = "[...document.querySelectorAll('table.panas tbody tr')]"
    heat = page.evaluate(f"{rows}.map(r => [...r.querySelectorAll('td')].slice(1).map({right}))")
    assert heat
    assert all(len(row) == 12 and max(row) <= 360 for row in heat)
    context.close()


def test_the_readers_choice_of_theme_stays_and_needs_no_cookie(browser, alamat):
    context = browser.new_context(viewport={"width": 1300, "height": 800}, color_scheme="light")
    page = context.new_page()
    page.goto(alamat)
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    page.get_by_role("button", name="Mode gelap").click()
    dark = page.evaluate(background)
    assert dark != light
    page.goto(alamat + KINDS["tahun"])
    assert page.evaluate(background) == dark
    assert page.get_by_role("button", name="Mode terang").is_visible()
    context.close()


def test_without_scripts_every_link_of_the_menu_works(browser, alamat):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1300, "height": 800})
    page = context.new_page()
    page.goto(alamat + KINDS["tahun"])
    bar = page.locator(".menu > ul a").all_inner_texts()
    page.locator(".menu-lain summary").click()
    more = page.locator(".menu-lain li:visible a").all_inner_texts()
    assert bar == [
        *("Ringkasan", "Rencana RB", "Rencana ZI", "Bulan", "Terlambat", "Bukti", "Laporan", "Publikasi", "Perubahan")
    ]
    assert more == ["Tim", "Survei", "LKE ZI", "Keputusan", "Indeks", "Unduhan"]
    for name in (*bar, *more):
        page.goto(alamat + KINDS["tahun"])
        if name in more:
            page.locator(".menu-lain summary").click()
        page.locator(".menu li:visible a", has_text=name).first.click()
        assert page.locator("h1").count() == 1
    context.close()


def test_on_a_phone_the_whole_menu_is_in_reach(browser, alamat):
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(alamat + KINDS["tim"])
    assert page.locator(".menu > ul a:visible").all_inner_texts() == ["Ringkasan", "Rencana RB", "Rencana ZI"]
    assert page.locator("summary.menu-kini").is_visible()
    page.locator(".menu-lain summary").press("Enter")
    assert page.locator(".menu-lain a:visible").count() == 12
    boxes = page.evaluate("[...document.querySelectorAll('.menu a')].map(e => e.getBoundingClientRect().right)")
    assert max(boxes) <= 360
    page.close()


def test_the_five_answers_of_a_year_stand_on_the_first_screen_of_a_phone(browser, alamat):
    """Promised, how far, due now, late, proof: at 360 by 740, the size of a common phone's window."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(alamat + KINDS["tahun"])
    for words in ("Rencana RB", "jatuh tempo", "terlambat", "bukti tercatat"):
        place = page.locator(".sekilas a", has_text=words).first.bounding_box()
        assert place is not None
        assert place["y"] + place["height"] <= 740, words
    page.close()


@pytest.mark.parametrize("kind", ["tahun", "kegiatan", "rencana_rb"])
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(browser, alamat, kind):
    page = browser.new_page(viewport={"width": 1300, "height": 800})
    page.goto(alamat + KINDS[kind])
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, summary')].filter(e => e.checkVisibility()).length"
    )
    seen = 0
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
                const s = getComputedStyle(e), b = e.getBoundingClientRect();
                return [e.matches('a[href], button, summary'), s.outlineStyle !== 'none',
                    b.bottom > 0 && b.top < innerHeight, e.outerHTML.slice(0, 90)]; }"""
        )
        if state is None:
            break
        seen += state[0]
        assert state[1:3] == [True, True], state[3]
    assert seen >= wanted
    page.close()


def test_the_number_beside_a_status_leads_to_its_rows_and_a_list_can_be_narrowed(browser, alamat):
    page = browser.new_page(viewport={"width": 1300, "height": 800})
    page.goto(alamat + KINDS["rencana_rb"])
    page.locator(".bagian-angka a").first.click()
    # Waits until the script has opened the list that the address names; only then are its rows to be counted.
    promised = int(page.locator("details[open] > summary").inner_text().split()[-1])
    assert page.locator("ul[id^=status-] > li:visible").count() == promised
    page.goto(alamat + KINDS["bukti"])
    whole = page.locator("[data-saring] > *:visible").count()
    page.get_by_label("Saring bukti").fill("LAPORAN pengaduan")
    some = page.locator("[data-saring] > *:visible").count()
    assert 0 < some < whole
    assert page.locator(".saringan output").inner_text() == f"{some} dari {whole}"
    page.get_by_label("Saring bukti").fill("<img src=x onerror=alert(1)>")
    assert page.locator("[data-saring] > *:visible").count() == 0
    assert page.locator("img").count() == 0
    page.close()


def test_the_month_grid_reads_as_a_table(browser, alamat):
    page = browser.new_page()
    page.goto(alamat + KINDS["kegiatan"])
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").count() == 12
    assert "Januari" in table.get_by_role("cell").first.inner_text()
    page.goto(alamat + KINDS["tahun"])
    heat = page.get_by_role("table").first
    assert heat.get_by_role("rowheader").count() > 0
    page.close()


def test_serve_shows_findings_and_keeps_the_last_good_site(browser, tmp_path):
    """Under ``kolom sajikan`` a broken file never takes the site down."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    workspace = copy_workspace(tmp_path).root
    plan = workspace / f"content/data/{OFFICE}/2022/rb/tata-laksana.yml"
    good = plan.read_text(encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "sajikan", "--alamat", f"127.0.0.1:{port}"],
        cwd=workspace,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    page = browser.new_page()
    url = f"http://127.0.0.1:{port}/"

    def wait_for(words: str, path: str = "") -> str:
        for _ in range(60):
            try:
                page.goto(url + path)
                if words in page.content():
                    return page.content()
            except Error:
                pass
            time.sleep(0.5)
        pytest.fail(f"{words!r} never came at /{path}")

    try:
        wait_for("KPU Kabupaten Contoh")
        plan.write_text(good.replace("keadaan: pasti", "keadaan: pastii", 1), encoding="utf-8")
        wait_for("Isi belum benar")
        assert "pastii" in wait_for("GALAT", "galat/")
        assert "Rencana Aksi" in wait_for("Rencana Aksi", f"{OFFICE}/2022/")
        plan.write_text(good, encoding="utf-8")
        for _ in range(60):
            page.goto(url)
            if "Isi belum benar" not in page.content():
                break
            time.sleep(0.5)
        assert "Isi belum benar" not in page.content()
    finally:
        page.close()
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def situs_panjang(tmp_path_factory):
    """A site with words that no screen is wide enough for."""
    space = copy_workspace(tmp_path_factory.mktemp("panjang"))
    workspace = space.root
    word = "Penanggungjawabanketerlaksanaan" * 3
    office = workspace / f"content/data/{OFFICE}/satker.yml"
    office.write_text(office.read_text("utf-8").replace("KPU Kabupaten Contoh", f"KPU {word}", 1), encoding="utf-8")
    plan = workspace / f"content/data/{OFFICE}/2022/rb/manajemen-perubahan.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('ringkasan: "', f'ringkasan: "{word} ', 1), encoding="utf-8")
    return build(space)


@pytest.mark.parametrize("width", [360, 1300])
def test_a_very_long_word_never_scrolls_the_page_sideways(browser, situs_panjang, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name in ("kantor", "tahun", "area", "kegiatan", "bulan", "tim", "keputusan"):
        page.goto((situs_panjang / KINDS[name] / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.close()


def test_the_month_bar_stands_on_one_line(browser, alamat):
    page = browser.new_page(viewport={"width": 1300, "height": 800})
    page.goto(alamat + KINDS["bulan"])
    heights = page.evaluate(
        "[...document.querySelectorAll('.bulan-deret li')].map(e => e.getBoundingClientRect().height)"
    )
    assert len(heights) == 12
    assert max(heights) < 45
    page.close()


def test_a_sheet_prints_on_exactly_one_portrait_page(browser, alamat):
    page = browser.new_page()
    for kode in ("mp-1-a-1", "mp-2-a-2", "mp-2-c-1", "mp-3-1", "tl-2-a-1", "tl-2-b-1", "zi-pp-1-1", "zi-pp-2-1"):
        page.goto(f"{alamat}{OFFICE}/2022/indikator-publikasi/{kode}/")
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) == 1, kode
        assert [round(float(side) / 72 * 25.4) for side in sheets[0].mediabox[2:]] == [210, 297]
    page.close()


def test_the_snapshots_of_a_proof_pack_open_offline_without_scripts(browser, alamat, tmp_path):
    with urllib.request.urlopen(f"{alamat}data/{OFFICE}/2022/paket-bukti.zip") as answer:  # noqa: S310 - our own server
        zipfile.ZipFile(io.BytesIO(answer.read())).extractall(tmp_path / "paket bukti")
    context = browser.new_context(java_script_enabled=False, offline=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    loaded: list[str] = []
    failed: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    snapshots = sorted(tmp_path.rglob("*.html"))
    for path in snapshots:
        page.goto(path.as_uri())
        assert page.locator("h1").count() == 1
        assert page.evaluate("getComputedStyle(document.querySelector('.kepala')).backgroundColor") == "rgb(92, 15, 26)"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.goto(next(path for path in snapshots if path.parent.name == "indikator-publikasi").as_uri())
    page.get_by_role("link", name="Lembar bukti").first.click()
    assert page.locator("h1").inner_text() == "Lembar bukti terbit mp-1-a-1"
    page.locator(".menu-lain summary").click()
    page.locator(".menu-lain li:visible a", has_text="Bukti").click()
    assert page.locator("h1").inner_text() == "Bukti 2022"
    assert len(snapshots) == 14
    assert failed == []
    assert len(loaded) >= len(snapshots)
    assert [url for url in loaded if not url.startswith("file://")] == []
    context.close()


def test_pages_print_on_a4(browser, alamat, tmp_path):
    page = browser.new_page()
    for name in ("rencana_rb", "kegiatan", "tim"):
        page.goto(alamat + KINDS[name])
        pdf = Path(tmp_path / f"{name}.pdf")
        page.pdf(path=str(pdf), prefer_css_page_size=True)
        assert pdf.read_bytes().startswith(b"%PDF")
    page.close()
