"""Say how two built sites differ: ``python tests/compare_sites.py before/site after/site``.

White space between tags of HTML does not count, since no reader sees it. Everything else does, byte for byte.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

_BETWEEN_TAGS = re.compile(rb">\s+<")
_LINES = 6
"""So many lines of a difference are shown."""


def canonical(path: Path) -> bytes:
    """Return what counts of a file."""
    raw = path.read_bytes()
    return _BETWEEN_TAGS.sub(b">\n<", raw) if path.suffix == ".html" else raw


def differences(before: Path, after: Path) -> Iterator[str]:
    """Yield a line for each file that only one site has, and the first lines of each that differs."""
    old, new = (
        {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} for site in (before, after)
    )
    yield from (f"- {name}" for name in sorted(old - new))
    yield from (f"+ {name}" for name in sorted(new - old))
    for name in sorted(old & new):
        first, second = canonical(before / name), canonical(after / name)
        if first != second:
            yield f"! {name}"
            yield from _excerpt(first, second)


def _excerpt(first: bytes, second: bytes) -> Iterator[str]:
    try:
        texts = [part.decode().splitlines() for part in (first, second)]
    except UnicodeDecodeError:
        return
    changed = [line for line in unified_diff(*texts, lineterm="", n=0) if line[:3] not in {"---", "+++"}]
    yield from (f"    {line[:200]}" for line in changed[:_LINES])


def main(before: str, after: str) -> int:
    """Print the differences and return 1 if there are any."""
    found = list(differences(Path(before), Path(after)))
    print("\n".join(found) or "no difference")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
