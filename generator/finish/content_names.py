"""Name stylesheets and scripts by a hash of their content, so that browsers may cache them for ever."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

_LINK = re.compile(r"""(\b(?:href|src)=["']?(?:\.{1,2}/)*)(assets/[\w./-]+\.(?:css|js))(?=["'\s>])""")
# The rule for such names in hosting/headers.py expects exactly as many.
_DIGITS = 8


def name_by_content(folder: Path) -> None:
    """Rename every stylesheet and script below assets/ that a page loads, and the pages' links to it."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    linked = {name for text in pages.values() for _, name in _LINK.findall(text)}
    names = {name: _name(folder / name, name) for name in sorted(linked) if (folder / name).is_file()}
    for old, new in names.items():
        (folder / old).rename(folder / new)
    for path, text in pages.items():
        renamed = _LINK.sub(lambda match: match[1] + names.get(match[2], match[2]), text)
        if renamed != text:
            path.write_text(renamed, encoding="utf-8", newline="\n")


def _name(path: Path, name: str) -> str:
    """Return the name with the start of the content's hash in place of the theme's own, which was of the whole file."""
    top, _, file = name.rpartition("/")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]
    return f"{top}/{file.partition('.')[0]}.{digest}{path.suffix}"
