"""What an office puts into its own site: a badge and two lines of HTML."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from conftest import KANTOR_CONTOH, copy_workspace, give, view, year_of
from examples import OFFICE
from links import Halaman

from generator import routes
from generator.build import build_site
from generator.load import load_isi
from generator.model.isi import Kantor
from generator.progress import assess
from generator.settings import Workspace
from generator.views.office import build_badge

pytestmark = pytest.mark.slow

BADGE = f"data/{OFFICE}/lencana.svg"
PAGE = f"{OFFICE}/index.md"
SVG = "{http://www.w3.org/2000/svg}"


def build(workspace: Workspace) -> dict[str, str]:
    shutil.rmtree(workspace.root / KANTOR_CONTOH / "2023", ignore_errors=True)  # what is told is the newest year's
    return {file.uri: file.content for file in build_site(workspace, give(date(2022, 11, 15))).files}


def fragment(page: str) -> str:
    return unescape(re.search(r'<pre class="sematan"[^>]*><code>(.*?)</code></pre>', page, re.DOTALL)[1])


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, str]:
    return build(copy_workspace(tmp_path_factory.mktemp("sematan")))


@pytest.fixture
def addressed(tmp_path):
    workspace = copy_workspace(tmp_path)
    with workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.write('\nalamat: "https://contoh.invalid/rb"\n')
    return workspace


def test_the_badge_tells_the_figures_of_each_plan_and_whose_they_are(files):
    root = ET.fromstring(files[BADGE])  # noqa: S314 - our own file
    lines = [text.text for text in root.iter(f"{SVG}text")]
    assert lines == [
        "RB 2022: 7 dari 26 indikator terbukti selesai, per 15 Nov 2022",
        "ZI 2022: 4 dari 6 indikator terbukti selesai, per 15 Nov 2022",
    ]
    assert root.findtext(f"{SVG}title") == "Reformasi Birokrasi KPU Kabupaten Contoh (kantor rekaan)"
    assert root.findtext(f"{SVG}desc") == "; ".join(lines)
    assert root.get("aria-labelledby").split() == [root.find(f"{SVG}{name}").get("id") for name in ("title", "desc")]
    assert {node.tag.removeprefix(SVG) for node in root.iter()} == {"svg", "title", "desc", "rect", "g", "text"}
    assert not [
        key for node in root.iter() for key in node.attrib if key in {"style", "class", "href"} or key[:2] == "on"
    ]


def test_every_line_stays_inside_the_badge(files):
    root = ET.fromstring(files[BADGE])  # noqa: S314 - our own file
    for text in root.iter(f"{SVG}text"):
        assert int(text.get("x")) + int(text.get("textLength")) <= int(root.get("width")) - 10
        assert int(text.get("y")) <= int(root.get("height")) - 10


def test_an_office_that_does_not_report_here_shows_what_is_planned_and_no_share(example_workspace):
    isi, _ = load_isi(example_workspace)
    told = next(tahun for tahun in isi.semua_tahun() if tahun.tahun == 2022)
    silent = replace(told, setelan=told.setelan.model_copy(update={"pelaporan": None}))
    day = date(2022, 11, 15)
    alone = replace(isi, kantor=(Kantor(silent.satker, (silent,)),))
    year = year_of(view(alone, {routes.tahun(silent): assess(silent, day)}), silent)
    assert build_badge(year).baris == (
        "RB 2022: 26 indikator direncanakan; kantor belum melapor di situs ini",
        "ZI 2022: 6 indikator direncanakan; kantor belum melapor di situs ini",
    )


def test_a_hostile_name_stays_text(example_workspace):
    office = example_workspace.root / KANTOR_CONTOH / "satker.yml"
    hostile = "KPU </title><script>1</script> & 'x'"
    text = office.read_text(encoding="utf-8").replace("nama: KPU Kabupaten Contoh", f'nama: "{hostile}"')
    office.write_text(text.replace('nama: "KPU Kabupaten Contoh"', f'nama: "{hostile}"'), encoding="utf-8")
    root = ET.fromstring(build(example_workspace)[BADGE])  # noqa: S314 - our own file
    assert hostile in root.findtext(f"{SVG}title")
    assert root.find(f".//{SVG}script") is None


def test_the_fragment_has_two_lines_that_lead_to_the_site(addressed):
    shown = fragment(build(addressed)[PAGE])
    assert len(shown.splitlines()) == 2
    held = Halaman()
    held.feed(shown)
    assert held.inline == []
    assert set(held.links) == {f"https://contoh.invalid/rb/{OFFICE}/2022/"}
    assert held.loaded == [f"https://contoh.invalid/rb/{BADGE}"]
    assert "7 dari 26 indikator terbukti selesai" in shown


def test_without_an_address_the_fragment_leads_nowhere_and_the_page_says_why(files):
    page = files[PAGE]
    assert "<a" not in fragment(page)
    assert "bila alamat situs ini sudah diisi" in page
    assert "Hak dan kontak" in files[f"{OFFICE}/2022/unduhan/index.md"]
