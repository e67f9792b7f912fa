"""Which hand-written files are published: pages and pictures, never a link to elsewhere or a text for inclusion."""

from __future__ import annotations

from pathlib import Path

from generator.findings import Rule

ALAMAT_GANDA = Rule("alamat-ganda", "Setiap alamat dipakai satu halaman saja, dan bukan alamat berkas situs sendiri.")

PAGES = ("panduan", "privasi", "aksesibilitas")
"""The hand-written pages that every page links to, where the site has them."""
# No HTML, SVG or script: it could run with the rights of the site's own pages.
_KINDS = frozenset({".md", ".png", ".jpg", ".jpeg", ".webp"})


def find_page_uri(path: Path, halaman: Path) -> str:
    """Return the file below the site's root that an engine makes a hand-written page or picture into."""
    name = path.relative_to(halaman).as_posix()
    if path.suffix.lower() != ".md":
        return name
    stem = name.removesuffix(path.suffix)
    folder, _, last = stem.rpartition("/")
    # MkDocs makes both index.md and README.md the page of their folder.
    return f"{folder}/index.md".lstrip("/") if last.casefold() in {"index", "readme"} else f"{stem}/index.md"


def may_publish(path: Path, halaman: Path) -> bool:
    """Return whether a file below content/halaman is part of the site.

    A symbolic link could publish any file of the machine; a leading underscore marks what generated pages include.
    """
    inside = [part for part in (path, *path.parents) if part.is_relative_to(halaman) and part != halaman]
    if any(part.is_symlink() for part in inside):
        return False
    return path.suffix.lower() in _KINDS and not path.name.startswith("_")
