"""One page of each kind of the fictitious office: its golden file says where it stands, and so every test sees it."""

from __future__ import annotations

from pathlib import Path

OFFICE = "kpu-kabupaten-contoh"
GOLDEN = Path(__file__).parent / "golden"
PAGES = {path.stem: path.read_text(encoding="utf-8").partition("\n")[0] for path in sorted(GOLDEN.glob("*.md"))}
"""The Markdown file of each, by the name of its golden file."""
KINDS = {name: uri.removesuffix("index.md") for name, uri in PAGES.items()} | {
    "kamus": "kamus/",
    "panduan": "panduan/",
}
"""The addresses of the same, and of two hand-written pages."""
