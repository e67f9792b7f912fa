"""Office documents are zip archives; here they lose what differs from one build to the next."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o644 << 16


def fixed_zip(raw: bytes) -> bytes:
    """Return an archive written anew, so that the same parts give the same bytes at any hour on any system."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as source, ZipFile(out, "w") as target:
        for part in source.infolist():
            info = ZipInfo(part.filename, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = _MODE
            target.writestr(info, source.read(part))
    return out.getvalue()
