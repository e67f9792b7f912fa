"""The search: what a person who types a word expects first, and that nothing else loads, leaks or breaks."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, build, copy_workspace, make_once
from examples import OFFICE
from links import check_site, read
from server import serve

from generator import mkdocs_plugin
from generator.finish import PagefindError, find_pagefind
from generator.finish.search import make_indexes
from generator.hosting.headers import PAGE_POLICY, POLICY
from generator.mkdocs_build import build_fresh
from generator.settings import Workspace

pytestmark = pytest.mark.slow

NTT, NTB, PUSHED = "kpu-provinsi-ntt", "kpu-provinsi-ntb", "kpu-kabupaten-sorong-selatan"
CITY, LOTIM = "kpu-kota-bukittinggi", "kpu-kabupaten-lombok-timur"
INTEGRITAS, MP = "Peningkatan Integritas Individu", "Pelaksanaan Manajemen Perubahan"
WBS, COMPLAINT = "Pelaksanaan Whistle Blowing System KPU", "Penanganan Pengaduan Masyarakat"
ARCHAIC = "Penguatan Pengawasan"
# What a person types, and by office the page that stands first; None where the office's decree has nothing of it.
EXPECTED = {
    "mengawasi": {NTT: ARCHAIC, NTB: ARCHAIC, PUSHED: "Pengawasan", CITY: ARCHAIC, LOTIM: ARCHAIC, OFFICE: ARCHAIC},
    "melayani": {
        NTT: "Penguatan pelayanan prima di lingkungan KPU Provinsi NTT",
        NTB: "Standar Pelayanan",
        PUSHED: "Penguatan pelayanan prima",
        CITY: "Penguatan pelayanan prima",
        LOTIM: "Standar Pelayanan",
        OFFICE: "Standar Pelayanan",
    },
    "mengadu": {
        NTT: COMPLAINT,
        NTB: "Pengaduan Masyarakat",
        PUSHED: f"{COMPLAINT} KPU",
        CITY: f"{COMPLAINT} KPU",
        LOTIM: "Pengaduan Masyarakat",
        OFFICE: COMPLAINT,
    },
    "LHKPN": {NTT: INTEGRITAS, NTB: None, PUSHED: INTEGRITAS, CITY: INTEGRITAS, LOTIM: "Keputusan 15", OFFICE: None},
    "pakta integritas": {
        NTT: MP,
        NTB: "Pembangunan Zona Integritas",
        PUSHED: MP,
        CITY: MP,
        LOTIM: "Keputusan 15",
        OFFICE: MP,
    },
    "penguatan": {
        NTT: ARCHAIC,
        NTB: ARCHAIC,
        PUSHED: "Penguatan Akuntabilitas",
        CITY: ARCHAIC,
        LOTIM: ARCHAIC,
        OFFICE: ARCHAIC,
    },
    "memperkuat": {
        NTT: ARCHAIC,
        NTB: ARCHAIC,
        PUSHED: "Penguatan Akuntabilitas",
        CITY: ARCHAIC,
        LOTIM: ARCHAIC,
        OFFICE: ARCHAIC,
    },
    "WBS": {
        NTT: WBS,
        NTB: "Whistle Blowing System",
        PUSHED: WBS,
        CITY: WBS,
        LOTIM: "Whistle Blowing System",
        OFFICE: "Whistle Blowing System",
    },
    "SKP": {NTT: "Pembangunan Sistem Merit"},
    "pw-3": {NTT: WBS},
    # Pagefind would take initials of officials for these.
    "suap": {NTT: None, PUSHED: None, OFFICE: None},
    "selingkuh": {NTT: None, NTB: None},
    "narkoba": {NTT: None, CITY: None},
}


@pytest.fixture(scope="module")
def situs(tmp_path_factory):
    """A site of every office, without history, in a folder whose name holds a space."""
    return make_once(tmp_path_factory, "cari", build_all) / "www/sub folder"


def build_all(top: Path) -> None:
    for name in ("content", "site_config", "mkdocs.yml"):
        source, target = ROOT / name, top / "ruang" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    site = build(Workspace(top / "ruang"), date(2022, 12, 31))
    shutil.copytree(site, top / "www/sub folder")


@pytest.fixture(scope="module")
def alamat(situs):
    with serve(situs.parent) as url:
        yield f"{url}sub%20folder/"


@pytest.fixture
def page(browser, alamat):
    """A page of a phone; at its end nothing was said on the console, set as a cookie, or asked of another host."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    shown = context.new_page()
    heard: list[str] = []
    shown.on("console", lambda message: heard.append(message.text))
    shown.on("pageerror", lambda error: heard.append(str(error)))
    shown.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    shown.on("request", lambda request: request.url.startswith(alamat) or heard.append(request.url))
    yield shown
    cookies = context.cookies()
    context.close()
    assert heard == []
    assert cookies == []


def ask(page, alamat: str, **asked: str) -> list[str]:
    """Open a search by its address and return the titles found."""
    page.goto(f"{alamat}cari/?{urlencode(asked)}")
    return titles(page)


def titles(page) -> list[str]:
    page.locator("#cari-jumlah", has_text=re.compile("memuat")).wait_for()
    return page.locator("#cari-hasil h2").all_inner_texts()


@pytest.mark.peramban
@pytest.mark.isi
@pytest.mark.parametrize("kata", EXPECTED)
def test_first_comes_what_a_person_expects(page, alamat, kata):
    for kantor, expected in EXPECTED[kata].items():
        found = ask(page, alamat, q=kata, kantor=kantor)
        assert bool(found) is (expected is not None), (kantor, found)
        if expected:
            assert found[0].casefold().startswith(expected.casefold()), (kantor, found[:3])


@pytest.mark.peramban
@pytest.mark.isi
def test_a_result_says_where_it_stands_and_leads_to_the_indikator(page, alamat):
    ask(page, alamat, q="LHKPN", kantor=NTT)
    first = page.locator("#cari-hasil > li").first
    assert first.locator(".catatan").first.inner_text() == (
        "Kegiatan · KPU Provinsi Nusa Tenggara Timur · 2022 · Penguatan Pengawasan"
    )
    assert page.locator("#cari-jumlah").inner_text() == ("2 halaman memuat “LHKPN” atau “laporan harta kekayaan”.")
    alike = {"laporan", "harta", "kekayaannya."}
    assert set(first.locator("mark").all_inner_texts()) == {"LHKPN", "LHKPN."} | alike
    first.get_by_role("link", name=re.compile("wajib lapor LHKPN")).click()
    assert page.url == f"{alamat}{NTT}/2022/rb/pengawasan/pw-7/#pw-7-a-1"
    assert "LHKPN" in page.locator(":target").inner_text()


@pytest.mark.peramban
@pytest.mark.isi
def test_filters_narrow_and_the_address_holds_the_whole_question(page, alamat):
    every = ask(page, alamat, q="pengaduan", kantor=OFFICE)
    page.get_by_label("Jenis").select_option("Kanal")
    page.locator("#cari-jumlah", has_text="1 halaman").wait_for()
    assert titles(page) == ["Kanal informasi dan pengaduan"] != every
    assert page.url == f"{alamat}cari/?kantor={OFFICE}&q=pengaduan&jenis=Kanal"
    page.go_back()
    page.locator("#cari-jumlah", has_text=f"{len(every)} halaman").wait_for()
    assert titles(page) == every[:10]
    late = ask(page, alamat, q="pengaduan", kantor=OFFICE, status="Selesai, ada bukti")
    assert page.get_by_label("Status indikator").input_value() == "Selesai, ada bukti"
    assert 0 < len(late) < len(every)


@pytest.mark.peramban
@pytest.mark.isi
def test_the_header_leads_here_with_its_office_and_everything_works_by_keyboard(browser, alamat):
    page = browser.new_page(viewport={"width": 1300, "height": 800})
    page.goto(f"{alamat}{NTT}/2022/rb/")
    page.get_by_label("Cari di situs ini").focus()
    page.keyboard.type("gratifikasi")
    page.keyboard.press("Enter")
    assert titles(page) == ["Pelaksanaan Pengendalian Gratifikasi KPU"]
    assert page.get_by_label("Kantor").input_value() == NTT
    page.get_by_label("Kata yang dicari").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("arsip")
    page.keyboard.press("Enter")
    page.locator("#cari-jumlah", has_text="“arsip”").wait_for()
    assert titles(page)
    page.locator("#cari-jenis").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#cari-hasil a')")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/rb/"))
    page.close()


@pytest.mark.peramban
@pytest.mark.isi
def test_more_results_come_on_demand_and_take_the_focus(page, alamat):
    ask(page, alamat, q="pelayanan", kantor=NTT)
    assert page.locator("#cari-hasil > li").count() == 10
    page.get_by_role("button", name="Tampilkan hasil berikutnya").press("Enter")
    page.locator("#cari-hasil > li").nth(10).wait_for()
    assert page.evaluate("document.activeElement.closest('ol > li') === document.querySelectorAll('.hasil > li')[10]")


@pytest.mark.peramban
@pytest.mark.isi
@pytest.mark.parametrize("kata", ["<img src=x onerror=alert(1)>", "</p><script>alert(1)</script>", '"><svg onload=1>'])
def test_a_hostile_question_never_becomes_an_element(page, alamat, kata):
    ask(page, alamat, q=kata, kantor=OFFICE, jenis=kata, tahun=kata)
    assert kata.strip('"') in page.locator("#cari-jumlah").inner_text()
    assert page.locator("#cari-q").input_value() == kata
    assert page.locator("main :is(img, script, svg)").count() == 0
    page.goto(f"{alamat}cari/?{urlencode({'q': 'x', 'kantor': '//contoh.invalid/'})}")
    page.locator("#cari-jumlah", has_text="Pilih kantor").wait_for()


@pytest.mark.peramban
@pytest.mark.isi
def test_without_a_hit_there_is_advice_and_without_an_office_a_word(page, alamat):
    assert ask(page, alamat, q="zzzqqqxxx", kantor=NTT) == []
    assert page.locator("#cari-saran").is_visible()
    assert page.locator("#cari-saran a").all_inner_texts() == ["Kamus", "Indeks"]
    page.goto(f"{alamat}cari/?q=arsip")
    page.locator("#cari-jumlah", has_text="Pilih kantor").wait_for()


@pytest.mark.peramban
@pytest.mark.isi
@pytest.mark.parametrize("skema", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1300])
def test_results_fit_the_screen_and_violate_no_rule_of_axe(browser, alamat, width, skema):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=skema)
    page = context.new_page()
    for kata in ("pelayanan", "zzzqqqxxx"):
        ask(page, alamat, q=kata, kantor=NTT)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    context.close()


@pytest.mark.peramban
@pytest.mark.isi
def test_without_scripts_and_from_a_folder_the_page_leads_to_the_index(browser, alamat, situs):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    plain = context.new_page()
    plain.goto(f"{alamat}{NTT}/2022/")
    plain.get_by_role("button", name="Cari").click()
    assert plain.url == f"{alamat}cari/?q=&kantor={NTT}"
    assert plain.get_by_role("search").count() == 0
    plain.locator("#cari-tanpa").get_by_role("link", name="Indeks").click()
    assert plain.url == f"{alamat}indeks/"
    context.close()
    page = browser.new_page()
    page.goto((situs / "cari/index.html").as_uri())
    assert page.locator("#cari-tanpa").is_visible()
    assert not page.locator("#cari").is_visible()
    page.close()


@pytest.mark.isi
def test_no_other_page_loads_anything_of_the_search_and_each_narrows_the_policy(situs):
    meta = f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">'.replace("'", "&#39;")
    for path in situs.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if path.relative_to(situs).as_posix() == "cari/index.html":
            assert "Content-Security-Policy" not in text
            assert any(re.search(r"/cari\.[0-9a-f]{8}\.js$", name) for name in read(path).loaded)
        elif path.name != "404.html":
            assert re.search(rf"<head>\s*{re.escape(meta)}", text), path
            assert not [name for name in read(path).loaded if "cari" in name], path


def test_only_webassembly_sets_the_two_policies_apart():
    assert "'wasm-unsafe-eval'" in POLICY
    assert "unsafe" not in PAGE_POLICY
    assert "unsafe" not in POLICY.replace("wasm-unsafe-eval", "")


def test_without_pagefind_the_site_is_whole_and_the_page_leads_to_the_index(tmp_path, monkeypatch):
    monkeypatch.setattr(mkdocs_plugin, "find_pagefind", lambda: None)
    workspace = copy_workspace(tmp_path)
    hasil = build_fresh(workspace, None)
    assert [messages for messages in hasil.notes if "Pagefind tidak ada" in messages]
    assert [path.name for path in (hasil.folder / "cari").iterdir()] == ["index.html"]
    text = (hasil.folder / "cari/index.html").read_text(encoding="utf-8")
    assert "tidak memuat pencarian" in text
    assert "cari.js" not in text
    assert list(check_site(hasil.folder)) == []


def test_a_pagefind_that_fails_or_speaks_another_tongue_is_told(tmp_path):
    home = tmp_path / "kpu-contoh/index.html"
    home.parent.mkdir()
    home.write_text('<html lang="id"><article data-pagefind-body><h1>Contoh</h1></article></html>', encoding="utf-8")
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\necho rusak >&2; exit 3\n", encoding="utf-8")
    broken.chmod(0o755)
    with pytest.raises(PagefindError, match="kpu-contoh gagal dibuat: rusak"):
        make_indexes(tmp_path, broken)
    broken.write_text('#!/bin/sh\nmkdir -p "$4/fragment"; echo x > "$4/fragment/id_1"\n', encoding="utf-8")
    with pytest.raises(PagefindError, match="id_1 tidak terbaca"):
        make_indexes(tmp_path, broken)


def test_pagefind_is_installed_here():
    assert isinstance(find_pagefind(), Path)
