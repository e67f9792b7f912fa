"""Score the built site with Lighthouse as a phone sees it, and fail below 98. Run by hand: ``make lighthouse``."""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LIGHTHOUSE = "lighthouse@12.8.2"
OFFICE = "kpu-kabupaten-contoh/2022/"
PAGES = {
    "portal": "",
    "tahun": OFFICE,
    "area": f"{OFFICE}rb/manajemen-perubahan/",
    "kegiatan": f"{OFFICE}rb/manajemen-perubahan/mp-3/",
    "bulan": f"{OFFICE}bulan/09/",
    "rencana": f"{OFFICE}rb/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LOWEST = 98


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site as a real host does: compressed, with a policy, to be kept for a while."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def scores(program: Path, url: str) -> dict[str, int]:
    """Return each category's score of one page."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "hasil.json"
        command = [str(program), url, "--quiet", "--output=json", f"--output-path={out}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        categories = json.loads(out.read_bytes())["categories"]
    return {name: round(100 * categories[name]["score"]) for name in CATEGORIES}


def main() -> int:
    chrome = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chrome is None or shutil.which("npm") is None:
        sys.exit("perlu chromium dan npm")
    os.environ |= {"CHROME_PATH": chrome, "PUPPETEER_SKIP_DOWNLOAD": "1"}
    home = ROOT / ".cache" / "lighthouse"
    install = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(home), LIGHTHOUSE]
    subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
    handler = functools.partial(Handler, directory=str(ROOT / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    worst = 100
    print(f"{'halaman':<10}" + "".join(f"{name:>16}" for name in CATEGORIES))
    for name, path in PAGES.items():
        found = scores(home / "node_modules/.bin/lighthouse", f"http://127.0.0.1:{server.server_port}/{path}")
        print(f"{name:<10}" + "".join(f"{found[category]:>16}" for category in CATEGORIES), flush=True)
        worst = min(worst, *found.values())
    return int(worst < LOWEST)


if __name__ == "__main__":
    sys.exit(main())
