"""The search: one Pagefind index per office, made from its finished pages.

Each folder /cari/<satker>/ is whole in itself, so sites of several builds can be put together. Pagefind's own filters
stand in another order after each run (its issue 638), so ours are a file beside its index. Another holds the words from
which a reader who mistyped is offered one.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import tempfile
from html import unescape
from importlib import import_module
from pathlib import Path

SEARCH = "cari"
FILTERS = "saring.json"
VOCABULARY = "kata.json"
_MARK = "data-pagefind-body"
# Pagefind reads cells side by side as one word, so it gets copies of the pages with a space around each.
_GLUED = re.compile(r"(?=</?(?:dd|td|th|br)\b)")
# Written small, so that no name is among them, and long enough that a slip leaves them recognisable.
_WORD = re.compile(r"(?<!\S)[(“]?([a-z]{5,})[.,;:)”]*(?!\S)")
_FACET = re.compile(r'\bdata-(jenis|tahun|area|status)="([^"]*)"')
# Left out of the index: labels around a page's own words, and what it repeats from other pages.
_IGNORED = (
    ".di-atas-judul",
    ".ringkasan",
    ".hanya-layar",
    ".tetangga",
    ".simpan",
    ".status",
    ".asal",
    ".pita",
    ".hilang",
    ".sr",
    "#riwayat",
    "#keraguan",
    "table.petak",
    "table.panas",
    "table.ragu:not(.tindak)",
    "p.catatan",
    "span.catatan",
    "article > details",
    ".sub > details",
    ".tim details",
    ".indikator details",
    "summary",
    "thead",
    "caption",
    "pre",
    "img",
    "dl.fakta > dt",
    "article[data-area] > dl.fakta",
)
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")
"""Pagefind's own pages and the stemmer of no language; ours is theme/overrides/assets/cari.js."""


class PagefindError(Exception):
    """Pagefind failed; a site without its search must not replace one that has it."""


def find_pagefind() -> Path | None:
    """Return Pagefind's program, if it is installed and runs on this machine."""
    try:
        program = Path(import_module("pagefind_bin").get_executable())
        # Installed is not enough: the program may not run on this machine's system.
        subprocess.run([program, "--version"], check=True, capture_output=True)  # noqa: S603 - the program just found
    except (ImportError, OSError, subprocess.CalledProcessError):
        return None
    return program


def make_indexes(folder: Path, pagefind: Path) -> None:
    """Write the search index of every office, what its filters know of each page, and the words of its pages.

    Args:
        folder: the finished site.
        pagefind: the program.

    Raises:
        PagefindError: it failed.
    """
    for home in sorted(folder.glob("*/index.html")):
        texts = {path: path.read_text(encoding="utf-8") for path in sorted(home.parent.rglob("*.html"))}
        pages = {path.relative_to(folder).as_posix(): html for path, html in texts.items() if _MARK in html}
        if pages:
            target = folder / SEARCH / home.parent.name
            _index(pages, target, pagefind)
            known = {f"/{uri.removesuffix('index.html')}": _facets(html) for uri, html in pages.items()}
            read = {path.stem: _read(path) for path in sorted(target.glob("fragment/*"))}
            _write(target / FILTERS, {name: known[fragment["url"]] for name, fragment in read.items()})
            words = {word for fragment in read.values() for word in _WORD.findall(fragment["content"])}
            _write(target / VOCABULARY, sorted(words))


def _write(path: Path, found: object) -> None:
    path.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def _index(pages: dict[str, str], target: Path, pagefind: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="kolom-cari-") as top:
        for uri, html in pages.items():
            copy = Path(top, uri)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(_GLUED.sub(" ", html), encoding="utf-8", newline="\n")
        options = ["--exclude-selectors", ", ".join(_IGNORED), "--silent"]
        command = [str(pagefind), "--site", top, "--output-path", str(target), "--force-language", "id", *options]
        done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own arguments
    if done.returncode:
        msg = f"indeks pencarian {target.name} gagal dibuat: {done.stderr.strip() or done.stdout.strip()}"
        raise PagefindError(msg)
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()


def _facets(html: str) -> dict[str, list[str]]:
    """Return what a page says of itself: kind, year and area once, and the status of each of its indikator."""
    found: dict[str, list[str]] = {}
    for name, value in _FACET.findall(html):
        values = found.setdefault(name, [])
        if unescape(value) not in values:
            values.append(unescape(value))
    return found


def _read(path: Path) -> dict[str, str]:
    """Return the address and the text of the page that a fragment of Pagefind's index describes."""
    try:
        # Before its JSON a fragment bears a mark of Pagefind's own (version 1).
        _, brace, rest = gzip.decompress(path.read_bytes()).partition(b"{")
        fragment = json.loads(brace + rest)
        return {key: str(fragment[key]) for key in ("url", "content")}
    except (OSError, ValueError, KeyError) as error:
        msg = f"{path.name} tidak terbaca; versi Pagefind ini belum dikenal"
        raise PagefindError(msg) from error
