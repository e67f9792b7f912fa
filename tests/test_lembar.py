"""The proof of publication on paper, and that it is never claimed for a page without content."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import pytest
import segno
from conftest import KANTOR_CONTOH, ROOT, give, view_workspace

from generator.build import build_site
from generator.model.perubahan import Commit, JejakBagian, RiwayatTahun
from generator.output import OutputFile
from generator.pages import build_pages
from generator.pages.publikasi import draw_qr
from generator.render import Renderer
from generator.settings import Workspace
from generator.views.register import BarisPublikasi

pytestmark = pytest.mark.slow

HARI = date(2022, 11, 15)
REGISTER = "kpu-kabupaten-contoh/2022/indikator-publikasi"
MET = ["mp-1-a-1", "mp-2-a-2", "mp-2-c-1", "tl-2-a-1", "zi-mp-2-1", "zi-pp-2-1"]
"""The rows that are met, for good or so far."""


def build(workspace: Workspace) -> dict[str, OutputFile]:
    return {file.uri: file for file in build_site(workspace, give(HARI)).files}


def register(workspace: Workspace) -> dict[str, BarisPublikasi]:
    years = [year for year in view_workspace(workspace, HARI).years() if year.tahun.tahun == 2022]
    return {row.indikator.kode: row for year in years for row in year.publikasi}


def test_every_row_has_its_sheet_and_the_register_leads_to_it(example_workspace, berkas_contoh):
    files = berkas_contoh(HARI)
    kode = list(register(example_workspace))
    page = str(files[f"{REGISTER}/index.md"].content)
    assert re.findall(r'href="([^"]+)/">Lembar (?:bukti|keadaan)</a>', page) == kode
    assert re.findall(r'href="([^"]+)/">Lembar bukti</a>', page) == MET
    for one in kode:
        sheet = files[f"{REGISTER}/{one}/index.md"]
        assert sheet.meta["robots"] is None
        assert one in sheet.meta["title"]
        assert sheet.meta["title"].startswith("Lembar bukti terbit" if one in MET else "Bukan bukti terbit: ")
        assert ("Diperiksa oleh penilai" in sheet.content) == (one in MET)
        assert re.search(r"Keadaan per</dt>\s*<dd>15 November 2022", sheet.content)


@pytest.mark.parametrize("alamat", ["https://contoh.invalid/rb", "https://contoh.invalid/rb/"])
def test_with_an_address_a_sheet_prints_it_in_full_and_as_a_qr_code(alamat, example_workspace):
    with example_workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write(f'\nalamat: "{alamat}"\n')
    files = build(example_workspace)
    sheet = files[f"{REGISTER}/zi-pp-2-1/index.md"].content
    address = "https://contoh.invalid/rb/kpu-kabupaten-contoh/2022/survei/"
    assert f'<a href="../../survei/">{address}</a>' in sheet
    assert f'<desc id="qr-isi">Membuka {address}</desc>' in sheet
    assert draw_qr(address).path in sheet
    assert "style=" not in sheet
    for kode in ("zi-pp-1-1", "mp-3-1", "tl-2-b-1"):
        sheet = files[f"{REGISTER}/{kode}/index.md"].content
        assert "<svg" not in sheet, "nothing is proven, so nothing is to be scanned"
        assert "Alamat terbit" not in sheet


def test_without_an_address_a_sheet_says_so_and_draws_nothing(berkas_contoh):
    sheet = berkas_contoh(HARI)[f"{REGISTER}/zi-pp-2-1/index.md"].content
    assert '<a href="../../survei/">kpu-kabupaten-contoh/2022/survei/</a>' in sheet
    assert "Alamat lengkap situs ini belum ditetapkan" in sheet
    assert "<svg" not in sheet


@pytest.mark.parametrize("alamat", ["https://a.invalid/", "https://a.invalid/" + "kpu/" * 60])
def test_the_drawing_is_the_code(alamat):
    drawn = draw_qr(alamat)
    dark = set()
    for x, y, width, back in re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", drawn.path):
        assert width == back
        dark |= {(int(x) + step, int(y)) for step in range(int(width))}
    modules = list(segno.make_qr(alamat, error="m").matrix_iter(border=4))
    assert drawn.side == len(modules)
    assert dark == {(x, y) for y, row in enumerate(modules) for x, bit in enumerate(row) if bit}


def with_history(workspace: Workspace, history: RiwayatTahun) -> str:
    """Return the register and all sheets of the fictitious office as they read with a history."""
    site = view_workspace(workspace, HARI, {"kpu-kabupaten-contoh/2022/": history})
    renderer = Renderer(workspace, site, {"beranda": "", "tentang": ""})
    pages = [page for page in build_pages(site, {}) if page.alamat.startswith(REGISTER)]
    return "".join(str(renderer.render(page).content) for page in pages)


def test_with_a_history_each_row_says_since_when_its_section_is_recorded(example_workspace):
    zone = timezone(timedelta(hours=7))
    first, last = (Commit(digit * 40, datetime(2022, 3, day, 23, tzinfo=zone)) for digit, day in (("a", 4), ("b", 9)))
    text = with_history(example_workspace, RiwayatTahun(bagian={"survei": JejakBagian(first, last)}))
    assert text.count('4 Maret 2022 <span class="catatan">bagian Survei, commit aaaaaaaa</span>') == 2
    assert text.count('9 Maret 2022 <span class="catatan">commit bbbbbbbb</span>') == 2
    assert text.count("riwayat tidak tersedia") == 2 * (len(MET) - 1), "the other sections are in no history"


def test_without_a_history_the_reason_is_told(example_workspace):
    text = with_history(example_workspace, RiwayatTahun(sebab="salinan git terpotong"))
    assert text.count("riwayat tidak tersedia: salinan git terpotong") == 2 * len(MET)


def test_a_sheet_names_its_evidence_with_its_own_date_and_how_to_check_it(berkas_contoh):
    sheet = berkas_contoh(HARI)[f"{REGISTER}/mp-3-1/index.md"].content
    assert "triwulan I</a>, bertanggal 6 April 2022" in sheet
    assert "sha256sum laporan-monev-tw1.pdf" in sheet
    sums = (ROOT / KANTOR_CONTOH / "2022/berkas/laporan-monev-tw1.pdf").read_bytes()
    assert hashlib.sha256(sums).hexdigest() in sheet
    assert "sha256sum" not in berkas_contoh(HARI)[f"{REGISTER}/zi-pp-2-1/index.md"].content, "it has no file"


def texts(value: object) -> Iterator[str]:
    """Yield every text of some records."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def test_each_row_names_a_page_that_exists_and_shows_its_records(example_workspace, berkas_contoh):
    files = berkas_contoh(HARI)
    listed = json.loads(files["data/kpu-kabupaten-contoh/2022/sidik.json"].content)["sidik"]
    sidik = {one["bagian"]: one for one in listed}
    named = {row.bagian_situs for row in register(example_workspace).values() if row.tempat}
    assert named == {"rb", "zi", "survei", "bukti"}
    for name in named:
        page = html.unescape(str(files[f"{sidik[name]['url'].partition('#')[0]}index.md"].content))
        source = sidik[name]["sumber"][0]
        records = json.loads(files[source["berkas"]].content)
        for step in source["jalur"]:
            records = records[step]
        shown = [text for text in texts(records) if len(text) > 8 and text in page]
        assert shown, name
