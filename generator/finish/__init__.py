"""Everything that needs the finished HTML: drop what no page uses, name files by content, make packs and search."""

from __future__ import annotations

from pathlib import Path

from generator.finish.assets import drop_unused_theme_files, name_by_content, trim_stylesheets
from generator.finish.packs import make_packs
from generator.finish.search import PagefindError, find_pagefind, make_indexes
from generator.hosting.headers import as_apache, as_headers


def finish(folder: Path, *, alamat: str | None, pagefind: Path | None, htaccess: bool = False) -> None:
    """Turn an engine's output into the site that is published.

    Args:
        folder: the finished HTML.
        alamat: the site's absolute base; without it there is no sitemap, and packs name no page outside themselves.
        pagefind: the program that makes the search indexes; without it there are none.
        htaccess: whether Apache may read the headers from the site itself.

    Raises:
        PagefindError: a search index could not be made.
    """
    # It holds the time of the build, so it would differ each time; hosts compress the plain file by themselves.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    if not alamat:
        (folder / "sitemap.xml").unlink(missing_ok=True)
    # In this order: trimming asks the files that remain, names hash trimmed files, packs and index hold final pages.
    drop_unused_theme_files(folder)
    trim_stylesheets(folder)
    name_by_content(folder)
    make_packs(folder, alamat)
    if pagefind:
        make_indexes(folder, pagefind)
    _tell_hosts(folder, alamat, htaccess=htaccess)


def _tell_hosts(folder: Path, alamat: str | None, *, htaccess: bool) -> None:
    """Write the files in the site's root that configure hosts; a host that does not know one just serves it."""
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    (folder / "_headers").write_text(as_headers(alamat, files), encoding="utf-8", newline="\n")
    if htaccess:
        (folder / ".htaccess").write_text(as_apache(alamat), encoding="utf-8", newline="\n")


__all__ = ["PagefindError", "find_pagefind", "finish"]
