"""What needs the finished site: leave out what no page uses, and what would differ from day to day."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

_REFERENCE = re.compile(r"""(?:href|src)=["']?([^"'\s>]+)""")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_THEME_FILES = "assets"
_THEME_FOLDERS = ("javascripts", "stylesheets", "images")


def finish(folder: Path, *, alamat: str | None) -> None:
    """Turn an engine's output into the site that is published.

    Args:
        folder: the finished HTML.
        alamat: the site's absolute base; without it there is no sitemap.
    """
    # Its time stamp is the build's; every host compresses by itself.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    if not alamat:
        (folder / "sitemap.xml").unlink(missing_ok=True)
    _drop_unused_theme_files(folder)


def _drop_unused_theme_files(folder: Path) -> None:
    """Remove theme files that no page or stylesheet names: source maps, search languages, unused bundles."""
    used = {
        (page.parent / unquote(target.split("?")[0].split("#")[0])).resolve()
        for page in folder.rglob("*.html")
        for target in _REFERENCE.findall(page.read_text(encoding="utf-8"))
        if _THEME_FILES in target and "://" not in target
    }
    for sheet in [path for path in used if path.suffix == ".css" and path.exists()]:
        text = sheet.read_text(encoding="utf-8")
        used |= {(sheet.parent / target).resolve() for target in _CSS_URL.findall(text) if ":" not in target}
        # A comment that names a source map would send a reader's tools to a file that is not there.
        sheet.write_text(re.sub(r"/\*# sourceMappingURL=.*?\*/\n?", "", text), encoding="utf-8", newline="\n")
    theme = [path for name in _THEME_FOLDERS for path in (folder / _THEME_FILES / name).rglob("*")]
    for path in sorted(theme, reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.resolve() not in used:
            path.unlink()
