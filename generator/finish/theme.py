"""Remove the theme's files that no page uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

_REFERENCE = re.compile(r"""(?:href|src)=["']?([^"'\s>]+)""")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_THEME_FILES = "assets"
_THEME_FOLDERS = ("javascripts", "stylesheets", "images")


def drop_unused_theme_files(folder: Path) -> None:
    """Remove theme files that no page or stylesheet names: source maps, search languages, unused bundles."""
    used = {
        (page.parent / unquote(target.split("?")[0].split("#")[0])).resolve()
        for page in folder.rglob("*.html")
        for target in _REFERENCE.findall(page.read_text(encoding="utf-8"))
        if _THEME_FILES in target and "://" not in target
    }
    for sheet in [path for path in used if path.suffix == ".css" and path.exists()]:
        used |= set(list_named_files(sheet))
        # A comment that names a source map would send a reader's tools to a file that is not there.
        text = re.sub(r"/\*# sourceMappingURL=.*?\*/\n?", "", sheet.read_text(encoding="utf-8"))
        sheet.write_text(text, encoding="utf-8", newline="\n")
    theme = [path for name in _THEME_FOLDERS for path in (folder / _THEME_FILES / name).rglob("*")]
    # In reverse, files come before their folder, which is removed once it is empty.
    for path in sorted(theme, reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.resolve() not in used:
            path.unlink()


def list_named_files(sheet: Path) -> Iterator[Path]:
    """Yield the files that a stylesheet loads."""
    for target in _CSS_URL.findall(sheet.read_text(encoding="utf-8")):
        # An address with a scheme (data:, https:) names no file of the site.
        if ":" not in target:
            yield (sheet.parent / target).resolve()
