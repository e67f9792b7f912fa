"""Every kind of page on every screen: opened once in a real browser, and asked everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import make_once
from examples import KINDS

pytestmark = pytest.mark.peramban

PLAIN = {
    f"{width}-{scheme}": {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    for width in (360, 1300)
    for scheme in ("light", "dark")
}
FORCED = {"forced": {"viewport": {"width": 1300, "height": 800}, "forced_colors": "active"}}
ZOOMED = {
    f"{width}-{height}": {"viewport": {"width": width, "height": height}} for width, height in ((320, 256), (640, 400))
}
"""1280 by 1024 at 400 and 200 per cent (WCAG 2.2, 1.4.4 and 1.4.10)."""
SCREENS = PLAIN | FORCED | ZOOMED
SMALL = """() => [...document.querySelectorAll('.kepala a, .kepala button, .bulan-deret a, .kaki-situs a, summary')]
    .filter(e => e.offsetParent && e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"""
CUT = """() => [...document.querySelectorAll('h1, h2, p, li, dd, td, th')].filter(e => e.offsetParent
    && !e.closest('.gulung, .sr') && e.getBoundingClientRect().right > innerWidth + 1
    && getComputedStyle(e).clipPath === 'none').map(e => e.outerHTML.slice(0, 90))"""
"""What a reader would not see; the plan's table has a region of its own that scrolls."""


def violations(page) -> list[list[str]]:
    """Return the rules of axe that a page breaks, and where."""
    found = Axe().run(page).response["violations"]
    return [[rule["id"], node["html"][:120]] for rule in found for node in rule["nodes"]]


def look_at(browser, screen: str, site: str) -> dict:
    """Open each kind of page of a site on a screen and return what was seen, for the whole visit and by page."""
    context = browser.new_context(**SCREENS[screen])
    page = context.new_page()
    said: list[str] = []
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    seen = {}
    for name, path in KINDS.items():
        response = page.goto(site + path)
        seen[name] = {
            "status": response.status,
            "width": page.evaluate("document.documentElement.scrollWidth"),
            "small": page.evaluate(SMALL),
            "cut": page.evaluate(CUT),
            "violations": [] if screen in ZOOMED else violations(page),  # the costly question comes last
        }
    strange = [url for url in requested if not url.startswith(site)]
    cookies = context.cookies()
    context.close()
    return {"pages": seen, "said": said, "strange": strange, "cookies": cookies}


@pytest.fixture(scope="module")
def visits(request, alamat, tmp_path_factory):
    """Gives the visit of a screen, made once in a run, whichever of its processes asks first."""

    def of(screen: str) -> dict:
        def visit(folder: Path) -> None:
            folder.mkdir()
            seen = look_at(request.getfixturevalue("browser"), screen, alamat)
            (folder / "seen.json").write_text(json.dumps(seen), encoding="utf-8")

        return json.loads((make_once(tmp_path_factory, f"layar-{screen}", visit) / "seen.json").read_text("utf-8"))

    return of


def by_page(visit: dict, question: str) -> dict:
    """Return the answers of the pages that gave any."""
    return {name: page[question] for name, page in visit["pages"].items() if page[question]}


@pytest.mark.parametrize("screen", SCREENS, scope="module")
def test_every_page_kind_is_there_and_says_nothing_on_the_console(visits, screen):
    visit = visits(screen)
    assert {page["status"] for page in visit["pages"].values()} == {200}
    assert len(visit["pages"]) == len(KINDS)
    assert visit["said"] == []


@pytest.mark.parametrize("screen", SCREENS, scope="module")
def test_every_page_kind_loads_only_its_own_and_sets_no_cookie(visits, screen):
    visit = visits(screen)
    assert visit["strange"] == []
    assert visit["cookies"] == []


@pytest.mark.parametrize("screen", SCREENS, scope="module")
def test_no_page_kind_scrolls_sideways(visits, screen):
    width = SCREENS[screen]["viewport"]["width"]
    wide = {name: page["width"] for name, page in visits(screen)["pages"].items() if page["width"] > width}
    assert wide == {}


@pytest.mark.parametrize("screen", PLAIN, scope="module")
def test_whatever_is_pressed_is_large_enough_for_a_finger(visits, screen):
    assert by_page(visits(screen), "small") == {}


@pytest.mark.parametrize("screen", ZOOMED, scope="module")
def test_zoomed_pages_lose_nothing(visits, screen):
    assert by_page(visits(screen), "cut") == {}


@pytest.mark.parametrize("screen", [*PLAIN, *FORCED], scope="module")
def test_no_page_kind_violates_a_rule_of_axe(visits, screen):
    assert by_page(visits(screen), "violations") == {}
