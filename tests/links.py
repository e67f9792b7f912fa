"""Check finished HTML: every internal link and anchor resolves, no other host, nothing inline.

MkDocs' strict mode does not see links in raw HTML, so this reads the files themselves.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LOADED = {
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "video": "src",
    "object": "data",
}
_DATA_BLOCKS = {"application/json", "application/ld+json"}


@dataclass
class Halaman(HTMLParser):
    """What one page links to, loads, and holds inline."""

    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    inline: list[str] = field(default_factory=list)
    doubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if name := values.get("id"):
            if name in self.ids:
                self.doubles.append(name)
            self.ids.add(name)
        if tag in {"a", "area"} and values.get("href") is not None:
            self.links.append(values["href"] or "")
        if tag in _LOADED and values.get(_LOADED[tag]):
            rel = values.get("rel") or ""
            (self.links if tag == "link" and rel in {"canonical", "prev", "next", "alternate"} else self.loaded).append(
                values[_LOADED[tag]] or ""
            )
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in _DATA_BLOCKS):
            self.inline.append(f"<{tag}>")
        self.inline.extend(f"{tag} {key}=" for key in values if key == "style" or key.startswith("on"))


_EMPTY_HEAD = re.compile(r"<th\b[^>]*>\s*</th>")


def read(path: Path) -> Halaman:
    page = Halaman()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def check_site(root: Path) -> Iterator[str]:
    """Yield one line per fault."""
    pages = {path: read(path) for path in sorted(root.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(root).as_posix()
        yield from (f"{name}: {what} di dalam halaman" for what in page.inline)
        yield from (f"{name}: id {what} dua kali" for what in page.doubles)
        if _EMPTY_HEAD.search(path.read_text(encoding="utf-8")):
            yield f"{name}: kepala tabel tanpa kata"
        for target in page.loaded:
            if urlsplit(target).scheme or target.startswith("//"):
                yield f"{name}: memuat dari luar: {target}"
        for target in page.links + page.loaded:
            if fault := _broken(root, path, target, pages):
                yield f"{name}: {target}: {fault}"


def _broken(root: Path, path: Path, target: str, pages: dict[Path, Halaman]) -> str:
    parts = urlsplit(target)
    if parts.scheme in {"http", "https", "mailto"}:
        return ""
    if parts.scheme or parts.netloc:
        return "skema alamat tidak dikenal"
    if parts.path.startswith("/"):
        return "alamat mutlak; situs harus jalan di folder mana pun"
    found = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not found.is_relative_to(root.resolve()):
        return "keluar dari situs"
    if found.is_dir():
        found = found / "index.html"
    if not found.is_file():
        return "tidak ada"
    if parts.fragment and found in pages and unquote(parts.fragment) not in pages[found].ids:
        return "jangkar tidak ada"
    return ""


def main() -> int:
    root = Path(sys.argv[1]).resolve()
    faults = list(check_site(root))
    print("\n".join(faults))
    print(f"{len(list(root.rglob('*.html')))} halaman diperiksa, {len(faults)} cacat")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
