"""Archives that do not differ from one build to the next: proof packs, and office documents, which are archives too."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest time that a ZIP archive can hold, in place of the time of the build.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
# The upper half holds the permissions; without them some programs unpack files that nobody may read.
_MODE = 0o644 << 16


def normalize_zip(raw: bytes) -> bytes:
    """Return an archive rewritten so that the same parts give the same bytes at any time, on any system."""
    with ZipFile(io.BytesIO(raw)) as source:
        return _zip({part.filename: source.read(part) for part in source.infolist()})


def make_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of some files in the order of their names.

    Args:
        parts: content by name.
    """
    return _zip({name: parts[name] for name in sorted(parts)})


def _zip(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as target:
        for name, content in parts.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            # Else Python records the system that it runs on.
            info.create_system = _UNIX
            info.external_attr = _MODE
            target.writestr(info, content)
    return out.getvalue()
