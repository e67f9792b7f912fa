"""What we tell web servers to say, and that nginx and a browser take it as meant."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from urllib.parse import quote

import pytest
from conftest import build, copy_workspace
from examples import OFFICE, PAGES
from server import NGINX, get, serve_nginx

from generator.hosting import headers
from generator.hosting.headers import EVERY_FILE, MEDIA, RULES, USUAL, WRITERS, as_headers, find_prefix

pytestmark = pytest.mark.slow

KINDS = [uri.removesuffix("index.md") for uri in PAGES.values()]
PREFIX = "/kolom rb/"
DATA = f"data/{OFFICE}/2022"


@pytest.fixture(scope="module")
def situs(tmp_path_factory):
    """A site whose address is known and which Apache may read headers from."""
    workspace = copy_workspace(tmp_path_factory.mktemp("ruang"))
    extra = '\nalamat: "https://contoh.invalid/kolom rb/"\nhtaccess: ya\n'.replace(" rb", "%20rb")
    workspace.site_settings.write_text(workspace.site_settings.read_text(encoding="utf-8") + extra, encoding="utf-8")
    return build(workspace)


@pytest.fixture(scope="module")
def server(situs, tmp_path_factory):
    """The site in a folder whose name holds a space, behind nginx with the snippet that the command prints."""
    top = tmp_path_factory.mktemp("nginx")
    command = [sys.executable, "-m", "generator", "dokter", "--tajuk", "nginx"]
    printed = subprocess.run(command, cwd=situs.parent, check=True, capture_output=True, text=True).stdout
    (top / "kolom.conf").write_text(printed, encoding="utf-8")
    shutil.copytree(situs, top / "www" / PREFIX.strip("/"))
    with serve_nginx(top, f"include {top}/kolom.conf;") as address:
        yield address + quote(PREFIX)


def test_the_policy_allows_nothing_inline_and_no_other_host():
    for policy in (headers.POLICY, headers.PAGE_POLICY):
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
        assert "http" not in policy
    assert "wasm" not in headers.PAGE_POLICY
    assert "frame-ancestors" not in headers.PAGE_POLICY


@pytest.mark.parametrize("form", WRITERS)
def test_every_server_is_told_every_header(form):
    text = WRITERS[form]("https://contoh.invalid/rb")
    for name, value in EVERY_FILE.items():
        assert name in text
        assert value in text
    if form != "headers":
        assert all(name in text for rule in (USUAL, *(a.headers for a in RULES)) for name in rule)
        assert all(media in text for media in MEDIA.values())
        assert "/rb/404.html" in text


@pytest.mark.parametrize(
    ("alamat", "expected"),
    [
        (None, "/"),
        ("https://contoh.invalid", "/"),
        ("https://contoh.invalid/rb", "/rb/"),
        ("https://contoh.invalid/a%20b/c/", "/a b/c/"),
    ],
)
def test_the_folder_of_the_site_comes_from_its_address(alamat, expected):
    assert find_prefix(alamat) == expected


def test_a_host_that_joins_values_is_told_none_twice():
    files = ["assets/kolom.0a1b2c3d.css", "assets/ikon.png", "data/x/2022/tim.csv", "data/x/2022/rb.csv"]
    said: dict[str, list[str]] = {}
    for line in as_headers(None, files).splitlines():
        if line.startswith("/"):
            names = said.setdefault(line, [])
        elif line.startswith("  "):
            names.append(line.strip().partition(":")[0])
    assert set(said) == {"/*", "/data/*", "/assets/kolom.0a1b2c3d.css", "/data/x/2022/tim.csv"}
    everywhere = said.pop("/*")
    assert not [name for names in said.values() for name in names if name in everywhere]
    assert len(everywhere) == len(set(everywhere))


def test_an_unknown_server_is_named_with_those_that_are_known(situs):
    command = [sys.executable, "-m", "generator", "dokter", "--tajuk", "iis"]
    done = subprocess.run(command, cwd=situs.parent, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "nginx, apache, caddy, headers" in done.stderr


def test_only_what_hosts_read_from_the_root_is_in_the_site(situs):
    dotted = {path.name for path in situs.rglob("*") if path.name.startswith((".", "_")) and path.is_file()}
    assert dotted == {".htaccess", "_headers"}
    named = re.findall(r"^/.*?/(assets/\S+)$", (situs / "_headers").read_text(encoding="utf-8"), re.MULTILINE)
    names = sorted(name.rpartition("/")[2].partition(".")[0] for name in named)
    assert names == ["cari", "kolom", "main", "saring", "tema"]
    assert all((situs / name).is_file() for name in named)


@pytest.mark.nginx
def test_nginx_says_everything_with_every_page_kind(server):
    for path in KINDS:
        answer = get(server + path)
        assert answer.status == 200, path
        assert {name: answer.headers[name] for name in EVERY_FILE | USUAL} == EVERY_FILE | USUAL, path
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["X-Robots-Tag"] is None
    for name in (*EVERY_FILE, *USUAL):
        assert len(get(server).headers.get_all(name)) == 1, name


@pytest.mark.nginx
def test_nginx_knows_every_kind_of_file(server, situs):
    kinds = {path.suffix: path for path in sorted(situs.rglob("*.*")) if path.is_file() and path.stem}
    kinds.pop("", None)
    assert set(kinds) <= {*MEDIA, ".htaccess"}
    for ending, path in kinds.items():
        answer = get(server + quote(path.relative_to(situs).as_posix()))
        assert (answer.headers["Content-Type"] or "").partition(";")[0] == MEDIA[ending], ending


@pytest.mark.nginx
def test_nginx_keeps_what_never_changes_and_opens_the_data(server, situs):
    for name in ("css", "js"):
        path = next((situs / "assets").rglob(f"*.{name}")).relative_to(situs).as_posix()
        assert get(server + path).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert get(f"{server}assets/ikon.png").headers["Cache-Control"] == "no-cache"
    data = get(f"{server}{DATA}/rb.json").headers
    assert data["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert data["Access-Control-Allow-Origin"] == "*"
    assert data["X-Robots-Tag"] is None
    assert data["Content-Security-Policy"] == headers.POLICY
    assert get(f"{server}{DATA}/tim.csv").headers["X-Robots-Tag"] == "noindex"


@pytest.mark.nginx
def test_nginx_shows_our_page_for_a_wrong_address_with_every_header(server):
    for path in ("nihil/sekali/", "assets/nihil.00000000.css"):
        answer = get(server + path)
        assert answer.status == 404
        assert b"Halaman tidak ditemukan" in answer.isi
        assert {name: answer.headers[name] for name in EVERY_FILE | USUAL} == EVERY_FILE | USUAL


@pytest.mark.peramban
@pytest.mark.skipif(NGINX is None, reason="needs nginx too")
def test_a_browser_behind_nginx_reports_no_violation(browser, server):
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda response: said.append(response.url) if response.status >= 400 else None)
    page.add_init_script("document.addEventListener('securitypolicyviolation', e => console.log(e.violatedDirective))")
    for path in KINDS:
        assert page.goto(server + path).status == 200
        assert page.evaluate("document.styleSheets.length") >= 2
    assert said == []
    page.close()
