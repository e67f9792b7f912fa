"""The theme's stylesheet without what no page uses: smaller, and no page looks different for it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import material
import pytest
from examples import PAGES

from generator.finish.assets import name_by_content, trim_stylesheets

pytestmark = pytest.mark.slow

KINDS = [uri.removesuffix("md") + "html" for uri in PAGES.values()] + ["panduan/index.html", "kamus/index.html"]
PAGE = '<html><body class="ada lain"><p class=sendiri>x</p><script src="s.js"></script></body></html>'
MATCHING = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const own = rule => rule.selectorText ? [rule] : [];
    const walk = rules => [...rules].flatMap(rule => [...own(rule), ...walk(rule.cssRules || [])]);
    // Whatever a reader's pointer or a pseudo-element adds, the element itself must be there.
    const bare = text => text
        .replace(/::?(?:before|after|marker|placeholder|backdrop|file-selector-button|-[\\w-]+)/g, '')
        .replace(/:(?:hover|focus-visible|focus-within|focus|active|checked|target|visited|link|any-link)/g, ':is(*)');
    return walk(sheet.cssRules).filter(rule => {
        try { return document.querySelector(bare(rule.selectorText) || '*'); } catch { return true; }
    }).map(({style}) => [...style].filter(name => !name.startsWith("--"))
        .map(name => name + style.getPropertyValue(name))
        .join("|"))
        .filter(text => text);
}"""
"""The declarations of every rule of a stylesheet that can apply to something on the page."""


def trimmed(folder: Path, css: str) -> str:
    sheet = folder / "assets/stylesheets/tema.css"
    sheet.parent.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "s.js").write_text('e.classList.add("dari-skrip")', encoding="utf-8")
    sheet.write_text(css, encoding="utf-8")
    trim_stylesheets(folder)
    return sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".ada{color:red}", ".ada{color:red}"),
        (".nihil{color:red}", ""),
        (".sendiri,.nihil{a:b}", ".sendiri{a:b}"),
        (".ada .nihil,.ada>.lain{a:b}", ".ada>.lain{a:b}"),
        (".dari-skrip{a:b}", ".dari-skrip{a:b}"),
        (".ada:not(.nihil){a:b}", ".ada:not(.nihil){a:b}"),
        (":is(.nihil,.ada) p{a:b}", ":is(.nihil,.ada) p{a:b}"),
        (":not(:is(.nihil .a)).nihil{a:b}", ""),
        ('[href=".nihil"],[title="a]b.nihil"]{a:b}', '[href=".nihil"],[title="a]b.nihil"]{a:b}'),
        (r".ada\:x{a:b}", ""),
        ("@media print{.nihil{a:b}.ada{a:b}}", "@media print{.ada{a:b}}"),
        ("@media print{.nihil{a:b}}p{a:b}", "p{a:b}"),
        ("@supports (a:b){@media print{.nihil{a:b}}}", ""),
        ("@font-face{font-family:x;src:url(a;b{}.nihil)}", "@font-face{font-family:x;src:url(a;b{}.nihil)}"),
        ("@keyframes x{0%{a:b}to{a:c}}", "@keyframes x{0%{a:b}to{a:c}}"),
        ('@charset "utf-8";p{a:b}', '@charset "utf-8";p{a:b}'),
        ("p{.nihil{a:b}}", "p{.nihil{a:b}}"),
        ("/*! }.nihil{ */p{a:b}", "p{a:b}"),
        ('p:before{content:"}.nihil{"}', 'p:before{content:"}.nihil{"}'),
        (":root{--a:1;--b:url('data:x;{');c:var(--a)}", ":root{--a:1;c:var(--a)}"),
        (":root{--a:var(--b);--b:1}p{c:var(--a,2)}", ":root{--a:var(--b);--b:1}p{c:var(--a,2)}"),
        (":root{--a:var(--b);--b:1}", ""),
        ("p{a:url(data:x;base64,b)}", "p{a:url(data:x;base64,b)}"),
    ],
)
def test_only_what_cannot_apply_goes(css, expected, tmp_path):
    assert trimmed(tmp_path, css) == expected


def test_material_keeps_no_more_than_a_quarter(situs_contoh):
    sheet = next((situs_contoh / "assets/stylesheets").glob("main.*.css"))
    whole = next(Path(material.__path__[0], "templates/assets/stylesheets").glob("main.*.css"))
    assert sheet.stat().st_size < whole.stat().st_size / 4


def test_names_tell_the_content_and_links_follow(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "a").mkdir()
    (tmp_path / "assets/kolom.css").write_text("p{}", encoding="utf-8")
    (tmp_path / "assets/tak-dipakai.js").write_text("1", encoding="utf-8")
    page = (
        '<link rel=stylesheet href="../assets/kolom.css"><p>href="../assets/kolom.css <a href="../assets/x.css">x</a>'
    )
    (tmp_path / "a/index.html").write_text(page, encoding="utf-8")
    name_by_content(tmp_path)
    name = f"kolom.{hashlib.sha256(b'p{}').hexdigest()[:8]}.css"
    assert {path.name for path in (tmp_path / "assets").iterdir()} == {name, "tak-dipakai.js"}
    text = (tmp_path / "a/index.html").read_text(encoding="utf-8")
    assert f'<link rel=stylesheet href="../assets/{name}">' in text
    assert '<a href="../assets/x.css">' in text


@pytest.mark.peramban
def test_no_rule_that_fits_anything_on_a_page_kind_has_gone(browser, situs_contoh):
    whole = next(Path(material.__path__[0], "templates/assets/stylesheets").glob("main.*.css"))
    kept = next((situs_contoh / "assets/stylesheets").glob("main.*.css"))
    page = browser.new_page()
    for kind in KINDS:
        page.goto((situs_contoh / kind).as_uri())
        before, after = (page.evaluate(MATCHING, path.read_text(encoding="utf-8")) for path in (whole, kept))
        assert len(before) > 20
        assert before == after, kind
    page.close()


def test_a_site_without_scripts_and_theme_is_left_alone(tmp_path):
    (tmp_path / "a.css").write_text(".nihil{a:b}", encoding="utf-8")
    trim_stylesheets(tmp_path)
    assert re.fullmatch(r"\.nihil\{a:b\}", (tmp_path / "a.css").read_text(encoding="utf-8"))
