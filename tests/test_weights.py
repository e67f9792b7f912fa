"""How heavy the pages are for a phone on a slow link, as a browser really loads them."""

from __future__ import annotations

import pytest
from examples import KINDS
from server import serve
from weights import FIRST, NASKAH, NEXT, compressed, kind, weigh

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def alamat(situs_contoh):
    with serve(situs_contoh) as url:
        yield url


@pytest.mark.parametrize("name", KINDS)
def test_every_page_kind_is_within_the_budget(situs_contoh, name):
    bobot = weigh(situs_contoh, situs_contoh / KINDS[name] / "index.html")
    assert bobot.halaman <= (NASKAH if name == "kamus" else NEXT)
    assert bobot.pertama <= FIRST


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", "portal"),
        ("kamus", "kamus"),
        ("kpu-x", "kantor"),
        ("kpu-x/kanal", "kanal"),
        ("kpu-x/2022", "tahun"),
        ("kpu-x/2022/rb/a/b", "rb/…/…"),
        ("kpu-x/2022/keputusan/a/sumber", "keputusan/…/sumber"),
    ],
)
def test_pages_are_told_apart_by_their_address(address, expected):
    assert kind(address) == expected


@pytest.mark.peramban
def test_a_browser_loads_exactly_what_is_weighed_and_keeps_it_for_the_next_page(browser, situs_contoh, alamat):
    """No font, no other host, no cookie; and the figures above are those of a real visit."""
    for path in KINDS.values():
        if path == "cari/":  # what its script fetches is weighed by tests of the search
            continue
        context = browser.new_context()
        page = context.new_page()
        loaded: dict[str, str] = {}
        page.on("request", lambda request, loaded=loaded: loaded.update({request.url: request.resource_type}))
        page.goto(alamat + path, wait_until="networkidle")
        assert all(url.startswith(alamat) for url in loaded)
        assert "font" not in loaded.values()
        assert context.cookies() == []
        files = [situs_contoh / url.removeprefix(alamat) for url in loaded]
        sizes = [compressed(file / "index.html" if file.is_dir() else file) for file in files]
        icon = compressed(situs_contoh / "assets/ikon.png")
        # Whether a browser without a window asks for the icon is its own affair.
        assert weigh(situs_contoh, situs_contoh / path / "index.html").pertama - sum(sizes) in {0, icon}, path
        context.close()
