"""The proof of publication on paper, and that it is never claimed for a page without content."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
import segno
from conftest import KANTOR_CONTOH, ROOT, copy_workspace, give, view_workspace

from generator.build import build_site
from generator.model.perubahan import Commit, JejakBagian, RiwayatTahun
from generator.output import OutputFile
from generator.pages import build_pages
from generator.pages.publikasi import draw_qr
from generator.render import Renderer
from generator.settings import Workspace
from generator.views.evidence import BarisPublikasi

pytestmark = pytest.mark.slow

HARI = date(2022, 11, 15)
REGISTER = "kpu-kabupaten-contoh/2022/indikator-publikasi"
REAL = "content/data/kpu-kabupaten-sorong-selatan"


def build(workspace: Workspace) -> dict[str, OutputFile]:
    return {file.uri: file for file in build_site(workspace, give(HARI)).files}


def register(workspace: Workspace) -> dict[str, BarisPublikasi]:
    years = [year for year in view_workspace(workspace, HARI).years() if year.tahun.tahun == 2022]
    return {row.indikator.kode: row for year in years for row in year.publikasi}


def test_every_row_has_its_sheet_and_the_register_leads_to_it(example_workspace, berkas_contoh):
    files = berkas_contoh(HARI)
    kode = list(register(example_workspace))
    page = str(files[f"{REGISTER}/index.md"].content)
    assert re.findall(r'href="([^"]+)/">Lembar bukti</a>', page) == kode
    for one in kode:
        sheet = files[f"{REGISTER}/{one}/index.md"]
        assert sheet.meta["robots"] is None
        assert f"Lembar bukti terbit {one}" in sheet.meta["title"]
        assert "Diperiksa oleh penilai" in sheet.content
        assert re.search(r"Keadaan per</dt>\s*<dd>15 November 2022", sheet.content)


@pytest.mark.parametrize("alamat", ["https://contoh.invalid/rb", "https://contoh.invalid/rb/"])
def test_with_an_address_a_sheet_prints_it_in_full_and_as_a_qr_code(alamat, example_workspace):
    with example_workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write(f'\nalamat: "{alamat}"\n')
    files = build(example_workspace)
    sheet = files[f"{REGISTER}/zi-pp-1-1/index.md"].content
    address = "https://contoh.invalid/rb/kpu-kabupaten-contoh/layanan/"
    assert f'<a href="../../../layanan/">{address}</a>' in sheet
    assert f'<desc id="qr-isi">Membuka {address}</desc>' in sheet
    assert draw_qr(address).path in sheet
    assert "style=" not in sheet
    elsewhere = files[f"{REGISTER}/tl-2-a-1/index.md"].content
    assert "<svg" not in elsewhere, "the site proves nothing there, so nothing is to be scanned"


def test_without_an_address_a_sheet_says_so_and_draws_nothing(berkas_contoh):
    sheet = berkas_contoh(HARI)[f"{REGISTER}/zi-pp-1-1/index.md"].content
    assert '<a href="../../../layanan/">kpu-kabupaten-contoh/layanan/</a>' in sheet
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
    text = with_history(example_workspace, RiwayatTahun(bagian={"layanan": JejakBagian(first, last)}))
    assert text.count('4 Maret 2022 <span class="catatan">bagian Layanan, commit aaaaaaaa</span>') == 2
    assert text.count('9 Maret 2022 <span class="catatan">commit bbbbbbbb</span>') == 2
    assert text.count("riwayat tidak tersedia") == 2 * 5, "the other sections of this office are in no history"


def test_without_a_history_the_reason_is_told(example_workspace):
    text = with_history(example_workspace, RiwayatTahun(sebab="salinan git terpotong"))
    assert text.count("riwayat tidak tersedia: salinan git terpotong") == 2 * 6


# What is taken away to empty a section: files of the office or of its year, and lines of satker.yml.
DATA = {
    "rb": ["2022/rb"],
    "zi": ["2022/zi"],
    "ringkasan": ["2022/rb", "2022/zi"],
    "layanan": ["layanan.yml"],
    "survei": ["2022/survei.yml"],
    "laporan": ["2022/realisasi"],
    "kanal": ["2022/kanal.yml"],
    "bukti": ["2022/bukti.yml", "2022/bukti", "2022/berkas", "2022/realisasi", "2022/survei.yml", "2022/lke-zi.yml"],
}


def empty(office: Path, bagian: str) -> None:
    for name in DATA[bagian]:
        path = office / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    if bagian == "kanal":
        satker = office / "satker.yml"
        satker.write_text(satker.read_text(encoding="utf-8").partition("kanal:\n")[0], encoding="utf-8")


def furnish_real(workspace: Workspace) -> None:
    """Put a real office beside the fictitious one, with the fictitious one's services, channels and surveys."""
    shutil.copytree(ROOT / REAL, workspace.root / REAL)
    contoh, real = workspace.root / KANTOR_CONTOH, workspace.root / REAL
    shutil.copyfile(contoh / "layanan.yml", real / "layanan.yml")
    surveys = re.sub(r" +bukti: \[.*\]\n", "", (contoh / "2022/survei.yml").read_text(encoding="utf-8"))
    (real / "2022/survei.yml").write_text(surveys, encoding="utf-8")
    channels = (contoh / "satker.yml").read_text(encoding="utf-8").partition("kanal:\n")[2]
    satker = (real / "satker.yml").read_text(encoding="utf-8").partition("kanal:\n")[0]
    (real / "satker.yml").write_text(f"{satker}kanal:\n{channels}", encoding="utf-8")
    shutil.rmtree(contoh)


CASES = [
    *[(KANTOR_CONTOH, name) for name in ("rb", "zi", "layanan", "survei", "laporan", "bukti")],
    *[
        pytest.param(REAL, name, marks=pytest.mark.isi)
        for name in ("rb", "ringkasan", "layanan", "survei", "kanal", "bukti")
    ],
]
"""Each office with every section that its register names."""


@pytest.fixture(scope="module")
def office_workspace(tmp_path_factory) -> Callable[[str], Workspace]:
    """Gives the working space of one office, whose sections are to be emptied in copies."""

    @cache
    def give(office: str) -> Workspace:
        workspace = copy_workspace(tmp_path_factory.mktemp("kantor"))
        if office == REAL:
            furnish_real(workspace)
        return workspace

    return give


def texts(value: object) -> Iterator[str]:
    """Yield every text of some records."""
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("office", [KANTOR_CONTOH, pytest.param(REAL, marks=pytest.mark.isi)])
def test_each_row_names_a_page_that_exists_and_shows_its_records(office, office_workspace):
    files = build(office_workspace(office))
    year = f"{Path(office).name}/2022"
    sidik = {item["bagian"]: item for item in json.loads(files[f"data/{year}/sidik.json"].content)["sidik"]}
    named = {row.bagian_situs for row in register(office_workspace(office)).values() if row.tempat}
    cases = [getattr(case, "values", case) for case in CASES]
    assert named == {name for where, name in cases if where == office}
    for name in named:
        page = html.unescape(str(files[f"{sidik[name]['url'].partition('#')[0]}index.md"].content))
        source = sidik[name]["sumber"][0]
        records = json.loads(files[source["berkas"]].content)
        for step in source["jalur"]:
            records = records[step]
        shown = [text for text in texts(records) if len(text) > 8 and text in page]
        assert shown, name


@pytest.mark.parametrize(("office", "bagian"), CASES)
def test_without_its_data_no_row_of_a_section_is_met(office, bagian, office_workspace, tmp_path):
    """A row that stands in the plan that meets it goes with its plan; every other one says that there is no data."""
    before = register(office_workspace(office))
    rows = {kode: row for kode, row in before.items() if row.bagian_situs == bagian}
    assert rows
    copy = Workspace(shutil.copytree(office_workspace(office).root, tmp_path / "ruang"))
    empty(copy.root / office, bagian)
    if bagian in {"rb", "zi", "ringkasan"}:
        drop_mentions(copy.root / office)
        assert not set(rows) & set(register(copy))
        return
    after = register(copy)
    for kode, row in rows.items():
        reason = "belum ada data" if row.publikasi.cara == "halaman" else "belum ada bukti yang diterbitkan"
        assert (after[kode].keadaan, after[kode].sebab, after[kode].tempat) == ("belum", reason, None)
    files = build(copy)
    for kode in rows:
        page = str(files[f"{Path(office).name}/2022/indikator-publikasi/{kode}/index.md"].content)
        assert "Belum terpenuhi" in page
        assert "Sidik isi" not in page


def drop_mentions(office: Path) -> None:
    """Take away whatever else names a plan, so that the rest is whole without it."""
    year = office / "2022"
    for name in ("realisasi", "bukti", "berkas"):
        shutil.rmtree(year / name, ignore_errors=True)
    for name in ("bukti.yml", "survei.yml"):
        (year / name).unlink(missing_ok=True)
    shutil.rmtree(year / "sumber", ignore_errors=True)
    for path in (year / "keputusan").glob("*.yml"):
        path.write_text(re.sub("(?m)^(sumber|jumlah):.*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
