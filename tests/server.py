"""Real servers for tests: nginx with a configuration of the test's, Python's own under the strict policy."""

from __future__ import annotations

import http.client
import http.server
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.hosting.headers import POLICY

NGINX = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
_CONFIG = """
daemon off; pid {top}/nginx.pid; error_log {top}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {top}/t1; proxy_temp_path {top}/t2; fastcgi_temp_path {top}/t3;
  uwsgi_temp_path {top}/t4; scgi_temp_path {top}/t5;
  server {{ listen 127.0.0.1:{port}; root {top}/www; {server} }}
}}
"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder under the strict policy, silently."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder under the strict policy and give its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def serve_nginx(top: Path, server: str) -> Iterator[str]:
    """Serve the folder www of a folder and give its address.

    Args:
        top: where nginx keeps its files, too; its workers may be another user's, so everyone may look into it.
        server: directives inside the server block.
    """
    top.chmod(0o755)
    for folder in top.parents:
        if folder.name.startswith(("pytest-", "popen-")):  # the second is the folder of a worker of xdist
            folder.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = top / "nginx.conf"
    config.write_text(_CONFIG.format(top=top, port=port, server=server), encoding="utf-8")
    process = subprocess.Popen([NGINX or "nginx", "-c", str(config), "-p", str(top)], stderr=subprocess.DEVNULL)
    for _ in range(50):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    isi: bytes


def get(url: str) -> Answer:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    connection.request("GET", parts.path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return Answer(response.status, response.headers, body)
