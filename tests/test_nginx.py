"""The site under a real web server: at the root, in a sub-folder, in one whose name holds a space."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from links import read
from server import get, serve_nginx

pytestmark = pytest.mark.nginx

TYPES = "types { text/html html; text/css css; text/javascript js; image/png png; application/json json; }"


@pytest.fixture(scope="module")
def server(situs_contoh, tmp_path_factory):
    top = tmp_path_factory.mktemp("nginx")
    www = shutil.copytree(situs_contoh, top / "www")
    shutil.copytree(situs_contoh, www / "kolom")
    shutil.copytree(situs_contoh, www / "kolom rb" / "ç")
    with serve_nginx(top, f"{TYPES} error_page 404 /404.html;") as address:
        yield address


@pytest.mark.parametrize("prefix", ["/", "/kolom/", quote("/kolom rb/ç/")])
def test_crawl_from_the_front_page_reaches_everything_without_a_miss(server, prefix, tmp_path):
    todo, seen = [server + prefix], set()
    while todo:
        url = todo.pop().partition("#")[0]
        if url in seen or not url.startswith(server + prefix):
            assert url in seen or not url.startswith(server), f"{url} leaves the folder"
            continue
        seen.add(url)
        answer = get(url)
        assert answer.status == 200, url
        if url.endswith("/"):
            page = Path(tmp_path / "page.html")
            page.write_bytes(answer.isi)
            held = read(page)
            links = held.links + held.loaded
            todo += [urljoin(url, link) for link in links if not link.startswith(("http", "mailto"))]
    assert len(seen) > 60


def test_a_wrong_address_gets_our_own_404(server):
    answer = get(f"{server}/nihil/sekali/")
    assert answer.status == 404
    assert b"Halaman tidak ditemukan" in answer.isi
