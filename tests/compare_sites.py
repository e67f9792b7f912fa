"""Say how two built sites differ: ``python tests/compare_sites.py before/site after/site``.

Of white space in HTML only what a reader sees counts: whether there is any between words and inline elements. How much,
and what stands beside the tag of a block, does not. Everything else does, byte for byte.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

_SPACE = re.compile(rb"\s+")
_BLOCK = re.compile(
    rb" ?(</?(?:article|aside|blockquote|body|br|caption|d[dlt]|desc|details|div|fieldset|fig\w+|footer|form|h[1-6r]"
    rb"|head|header|html|legend|li|link|main|meta|nav|[ou]l|option|p|path|rect|section|select|summary|table|tbody|t[dhr]"
    rb"|thead|title)\b[^>]*>) ?"
)
_AS_WRITTEN = re.compile(rb"(<(pre|script|style)\b.*?</\2>)", re.DOTALL)
_LINES = 6
"""So many lines of a difference are shown."""


def canonical(path: Path) -> bytes:
    """Return what counts of a file."""
    if path.suffix != ".zip":
        return _canonical(path.name, path.read_bytes())
    with zipfile.ZipFile(path) as pack:
        # The checksums in a pack follow from its other files.
        names = [name for name in pack.namelist() if not name.endswith("SHA256SUMS")]
        return b"\n".join(name.encode() + b"\n" + _canonical(name, pack.read(name)) for name in names)


def _canonical(name: str, raw: bytes) -> bytes:
    """Return what counts of some content; HTML with a line for each tag, to be shown where it differs."""
    return b"".join(_parts(raw)).replace(b"><", b">\n<") if name.endswith(".html") else raw


def _parts(raw: bytes) -> Iterator[bytes]:
    """Yield the text between what is shown as it is written, then that and the name of its tag in turn."""
    for number, part in enumerate(_AS_WRITTEN.split(raw)):
        if number % 3 == 0:
            yield _BLOCK.sub(rb"\1", _SPACE.sub(b" ", part))
        elif number % 3 == 1:
            yield part


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
