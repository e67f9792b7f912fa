"""What every archive for readers holds in addition to its content: what it is, and a checksum of each file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

DAFTAR = "SHA256SUMS"
PENJELASAN = "BACA-SAYA.txt"


def sealed(parts: Mapping[str, bytes], penjelasan: str) -> dict[str, bytes]:
    """Return the files of an archive with the explanation and the list of checksums that ``sha256sum -c`` reads.

    Args:
        parts: content by name.
        penjelasan: what the archive is, for people.
    """
    full = {**parts, PENJELASAN: penjelasan.encode()}
    sums = [f"{hashlib.sha256(full[name]).hexdigest()}  {name}\n" for name in sorted(full)]
    return full | {DAFTAR: "".join(sums).encode()}
