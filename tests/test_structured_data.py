"""What machines read of the pages: JSON-LD, cards, the map of the site."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from conftest import build_situs
from examples import OFFICE

pytestmark = pytest.mark.slow

BASE = "https://contoh.invalid/rb/"
YEAR = f"{OFFICE}/2022"


@pytest.fixture(scope="module")
def situs(tmp_path_factory):
    """A real office's site that knows its address."""
    return build_situs(
        tmp_path_factory.mktemp("ld"), f'alamat: "{BASE}"', 'kontak: "koreksi@contoh.invalid"', real=True
    )


def pages(root: Path) -> dict[str, str]:
    found = sorted(root.rglob("index.html"))
    return {path.relative_to(root).as_posix().removesuffix("index.html"): path.read_text("utf-8") for path in found}


def graph(html: str) -> dict[str, dict]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(blocks) <= 1
    if not blocks:
        return {}
    data = json.loads(blocks[0])
    assert data["@context"] == "https://schema.org"
    kinds = [node["@type"] for node in data["@graph"]]
    assert len(kinds) == len(set(kinds))
    return {node["@type"]: node for node in data["@graph"]}


def addresses(value) -> list[str]:
    """Return every address in a node: what machines will follow."""
    if isinstance(value, list):
        return [found for item in value for found in addresses(item)]
    if not isinstance(value, dict):
        return []
    own = [value[key] for key in ("@id", "url", "item", "contentUrl") if key in value]
    if value["@type" if "@type" in value else "@id"] == "ContactPoint":
        own = []  # a channel's own site
    return own + [found for item in value.values() for found in addresses(item)]


def heading(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[0]))


def test_every_page_of_an_office_has_its_trail_as_shown(situs):
    for address, html in pages(situs).items():
        trail = graph(html).get("BreadcrumbList")
        if not address.startswith(OFFICE):
            assert (
                trail is None or address in {"tentang/", "kamus/", "indeks/", "cari/"} or address.startswith("banding/")
            )
            continue
        steps = trail["itemListElement"]
        shown = re.search(r'<nav class="jejak".*?</nav>', html, re.DOTALL)[0]
        assert [unescape(name).strip() for name in re.findall(r"<li[^>]*>(?:<a[^>]*>)?(.*?)(?:</a>)?</li>", shown)] == [
            step["name"] for step in steps
        ]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[-1]["item"] == BASE + address


def test_every_address_is_absolute_and_leads_to_a_file_of_the_site(situs):
    seen = 0
    for html in pages(situs).values():
        for url in addresses(list(graph(html).values())):
            assert url.startswith(BASE)
            path = urlsplit(url.removeprefix(BASE)).path
            assert (situs / path / "index.html").is_file() or (situs / path).is_file(), url
            seen += 1
    assert seen > 200


def test_without_an_address_they_are_relative_and_lead_there_too(situs_contoh):
    for address, html in pages(situs_contoh).items():
        for url in addresses(list(graph(html).values())):
            assert not urlsplit(url).scheme
            path = urlsplit(urljoin(f"http://x/{address}", url)).path.lstrip("/")
            assert (situs_contoh / path / "index.html").is_file() or (situs_contoh / path).is_file(), url


def test_an_office_a_data_set_and_a_report_are_named_as_on_their_pages(situs):
    all_pages = pages(situs)
    office = graph(all_pages[f"{OFFICE}/"])["GovernmentOrganization"]
    assert office["name"] == heading(all_pages[f"{OFFICE}/"]) == "KPU Kabupaten Uji"
    report_page = all_pages[f"{YEAR}/laporan/2022-tw3/"]
    report = graph(report_page)["Report"]
    assert report["name"] == heading(report_page)
    assert report["author"]["@id"] == office["@id"]
    data = graph(all_pages[f"{YEAR}/unduhan/"])["Dataset"]
    assert report["isBasedOn"]["@id"] == data["@id"]
    assert data["creator"]["@id"] == office["@id"]
    assert data["license"]["name"].startswith("Naskah keputusan")
    assert data["publisher"]["contactPoint"]["email"] == "koreksi@contoh.invalid"
    assert data["dateModified"] == "2022-11-15"
    linked = re.findall(r'<table class="unduhan">.*?</table>', all_pages[f"{YEAR}/unduhan/"], re.DOTALL)
    links = {urljoin(f"{BASE}{YEAR}/unduhan/", url) for table in linked for url in re.findall(r'href="([^"]+)"', table)}
    named = {item["contentUrl"] for item in data["distribution"]}
    assert links - named == {f"{BASE}data/{YEAR}/paket-bukti.zip"}
    assert named <= links


def test_a_fictitious_office_is_no_office_for_machines(situs_contoh):
    kinds = {kind for html in pages(situs_contoh).values() for kind in graph(html)}
    assert kinds == {"BreadcrumbList", "WebSite"}


def test_cards_say_what_the_page_says(situs, situs_contoh):
    html = pages(situs)[f"{YEAR}/rb/"]
    cards = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', html))
    assert cards["url"] == f"{BASE}{YEAR}/rb/"
    assert cards["locale"] == "id_ID"
    assert cards["description"] == re.search(r'<meta name="description" content="([^"]*)">', html)[1]
    assert cards["title"] in re.search(r"<title>(.*?)</title>", html)[1]
    assert "image" not in cards
    assert "og:" not in pages(situs_contoh)[f"{YEAR}/rb/"]


def test_the_map_tells_when_the_data_of_a_page_last_changed(situs):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    rows = ET.fromstring((situs / "sitemap.xml").read_bytes()).findall("s:url", space)  # noqa: S314 - our own file
    found = {row.findtext("s:loc", "", space): row.findtext("s:lastmod", None, space) for row in rows}
    plan = found[f"{BASE}{YEAR}/rb/manajemen-perubahan/"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", plan)
    assert found[f"{BASE}tentang/"] is None
    assert f"{BASE}{YEAR}/tim/" not in found
    there = {BASE + address for address, html in pages(situs).items() if 'content="noindex"' not in html}
    assert set(found) == there


def test_robots_name_the_map_and_forbid_nothing(situs, situs_contoh):
    text = (situs / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {BASE}sitemap.xml" in text
    assert "Disallow" not in text
    assert not (situs_contoh / "robots.txt").exists()
