"""The site under a real web server: at the root, in a sub-folder, in one whose name holds a space."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from conftest import copy_ruang
from tautan import read

pytestmark = pytest.mark.nginx

CONFIG = """
daemon off; pid {top}/nginx.pid; error_log {top}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  types {{ text/html html; text/css css; text/javascript js; image/png png; application/json json; text/csv csv; }}
  client_body_temp_path {top}/t1; proxy_temp_path {top}/t2; fastcgi_temp_path {top}/t3;
  uwsgi_temp_path {top}/t4; scgi_temp_path {top}/t5;
  server {{ listen 127.0.0.1:{port}; root {top}/www; error_page 404 /404.html; }}
}}
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    top = tmp_path_factory.mktemp("nginx")
    top.chmod(0o755)
    for folder in (top, *top.parents):
        if folder.name.startswith("pytest-"):
            folder.chmod(0o755)
    ruang = copy_ruang(top / "ruang").akar
    subprocess.run([sys.executable, "-m", "generator", "bangun"], cwd=ruang, check=True, capture_output=True)
    www = shutil.copytree(ruang / "site", top / "www")
    shutil.copytree(ruang / "site", www / "kolom")
    shutil.copytree(ruang / "site", www / "kolom rb" / "ç")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = top / "nginx.conf"
    config.write_text(CONFIG.format(top=top, port=port), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([program, "-c", str(config), "-p", str(top)], stderr=subprocess.DEVNULL)
    for _ in range(50):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


def get(url: str) -> tuple[int, bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", parts.path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body


@pytest.mark.parametrize("prefix", ["/", "/kolom/", quote("/kolom rb/ç/")])
def test_crawl_from_the_front_page_reaches_everything_without_a_miss(server, prefix, tmp_path):
    todo, seen = [server + prefix], set()
    while todo:
        url = todo.pop().partition("#")[0]
        if url in seen or not url.startswith(server + prefix):
            assert url in seen or not url.startswith(server), f"{url} leaves the folder"
            continue
        seen.add(url)
        status, body = get(url)
        assert status == 200, url
        if url.endswith("/"):
            page = Path(tmp_path / "page.html")
            page.write_bytes(body)
            held = read(page)
            links = held.links + held.loaded
            todo += [urljoin(url, link) for link in links if not link.startswith(("http", "mailto"))]
    assert len(seen) > 60


def test_a_wrong_address_gets_our_own_404(server):
    status, body = get(f"{server}/nihil/sekali/")
    assert status == 404
    assert b"Halaman tidak ditemukan" in body
