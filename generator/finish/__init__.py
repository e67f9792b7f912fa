"""What needs the finished site: drop what no page uses or what differs by the day; make proof packs and the search."""

from __future__ import annotations

from pathlib import Path

from generator.finish.cari import PagefindError, find_pagefind, make_indexes
from generator.finish.paket import make_packs
from generator.finish.tema import drop_unused_theme_files


def finish(folder: Path, *, alamat: str | None, pagefind: Path | None) -> None:
    """Turn an engine's output into the site that is published.

    Args:
        folder: the finished HTML.
        alamat: the site's absolute base; without it there is no sitemap, and packs name no page outside themselves.
        pagefind: the program that makes the search indexes; without it there are none.

    Raises:
        PagefindError: a search index could not be made.
    """
    # Its time stamp is the build's; every host compresses by itself.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    if not alamat:
        (folder / "sitemap.xml").unlink(missing_ok=True)
    drop_unused_theme_files(folder)
    make_packs(folder, alamat)
    if pagefind:
        make_indexes(folder, pagefind)


__all__ = ["PagefindError", "find_pagefind", "finish"]
