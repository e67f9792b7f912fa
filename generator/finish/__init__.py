"""What needs the finished site: leave out what no page uses or what differs from day to day, and make proof packs."""

from __future__ import annotations

from pathlib import Path

from generator.finish.paket import make_packs
from generator.finish.tema import drop_unused_theme_files


def finish(folder: Path, *, alamat: str | None) -> None:
    """Turn an engine's output into the site that is published.

    Args:
        folder: the finished HTML.
        alamat: the site's absolute base; without it there is no sitemap, and packs name no page outside themselves.
    """
    # Its time stamp is the build's; every host compresses by itself.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    if not alamat:
        (folder / "sitemap.xml").unlink(missing_ok=True)
    drop_unused_theme_files(folder)
    make_packs(folder, alamat)


__all__ = ["finish"]
