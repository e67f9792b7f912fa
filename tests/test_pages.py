"""Golden pages: one of each kind, read in review like prose. ``make golden`` writes them anew.

For a new kind of page make a golden file with one line, the Markdown file of the page that is to stand for it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from urllib.parse import urljoin

import markdown
import pytest
from conftest import copy_workspace
from examples import GOLDEN, PAGES

from generator.build import build_site
from generator.output import OutputFile
from generator.rulebook import RULES

WHOLE_MENU = ("tahun", "tahun_kedua")
"""Pages that show the whole menu of their year, so that a new entry changes these and no other."""


@pytest.fixture(scope="session")
def files(tmp_path_factory) -> dict[str, OutputFile]:
    workspace = copy_workspace(tmp_path_factory.mktemp("ruang"))
    for insert in workspace.handwritten.glob("_*.md"):
        insert.unlink()  # hand-written texts are no matter of golden pages
    return {file.uri: file for file in build_site(workspace).files}


def golden(name: str, file: OutputFile) -> str:
    """Return a page as its golden file holds it: where it stands, and of the menu only the entry that is marked."""
    assert file.meta is not None
    menu = file.meta["menu"]
    if menu and name not in WHOLE_MENU:
        file = replace(file, meta=file.meta | {"menu": [entry["judul"] for entry in menu if entry["aktif"]]})
    return f"{file.uri}\n{file.as_markdown()}"


@pytest.mark.parametrize("name", PAGES)
def test_golden_page(name, files, request):
    path = GOLDEN / f"{name}.md"
    page = golden(name, files[PAGES[name]])
    if request.config.getoption("--tulis-golden"):
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")


def test_every_page_of_a_year_has_the_menu_of_its_year(files):
    """The same entries in the same order, leading to the same places, wherever the page stands."""
    found: dict[str, set[tuple[tuple[str, str, int], ...]]] = {}
    for uri, file in files.items():
        if file.meta is None or not file.meta["menu"]:
            continue
        here = f"http://x/{uri.removesuffix('index.md')}"
        menu = tuple((entry["judul"], urljoin(here, entry["url"]), entry["tingkat"]) for entry in file.meta["menu"])
        found.setdefault("/".join(uri.split("/")[:2]), set()).add(menu)
    assert {year: len(menus) for year, menus in found.items()} == {
        PAGES[name].removesuffix("/index.md"): 1 for name in WHOLE_MENU
    }


def html_blocks(page: str) -> list[str]:
    """Return the HTML blocks of a page: what stands between its headings and blank lines at column 0."""
    body = page.split("---\n", 2)[2]
    parts = re.split(r"^#+ .*$", body, flags=re.MULTILINE)
    return [part.strip() for part in parts if part.strip()]


def test_markdown_returns_every_html_block_unchanged(files):
    """Headings are the only Markdown; everything else passes Python-Markdown byte for byte, blank edges aside."""
    engine = markdown.Markdown(extensions=["attr_list", "toc", "tables", "fenced_code"])
    pages = [file for file in files.values() if file.meta is not None]
    assert len(pages) > 40
    for file in pages:
        shown = engine.reset().convert(file.content)
        for block in html_blocks(file.as_markdown()):
            for piece in re.split(r"\n{2,}(?=<)", block):
                assert piece.startswith("<"), (file.uri, piece[:80])
                assert re.sub(r"\n+", "\n", piece) in re.sub(r"\n+", "\n", shown), (file.uri, piece[:200])


def test_every_page_has_title_description_and_a_way_back(files):
    for file in files.values():
        if file.meta is None:
            continue
        assert file.meta["title"]
        assert file.meta["description"]
        assert "\n" not in file.meta["title"]
        assert file.meta["jejak"] or file.uri == "index.md"
        assert re.findall(r"^# .+\{: #isi \}$", file.content, re.MULTILINE), file.uri


def test_dictionary_lists_every_rule_each_at_an_address_of_its_own(files):
    page = files["kamus/index.md"].content

    for rule in RULES:
        assert page.count(f'<dt id="aturan-{rule.code}"><code>{rule.code}</code>') == 1
        assert f"<dd>{escape(rule.sentence)}</dd>" in page
