"""What every archive for readers holds in addition to its content: what it is, and a checksum of each file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

SUMS_FILE = "SHA256SUMS"
README_FILE = "BACA-SAYA.txt"


def seal(parts: Mapping[str, bytes], explanation: str) -> dict[str, bytes]:
    """Return the files of an archive with the explanation and the list of checksums that ``sha256sum -c`` reads.

    Args:
        parts: content by name.
        explanation: what the archive is, for people.
    """
    full = {**parts, README_FILE: explanation.encode()}
    sums = [f"{hashlib.sha256(full[name]).hexdigest()}  {name}\n" for name in sorted(full)]
    return full | {SUMS_FILE: "".join(sums).encode()}
