"""Run git and read what it prints. Only reads; git may be absent."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path


def run(root: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """Return what git prints in a folder; None where it fails or is not installed."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell; what a person typed comes after --end-of-options
            ["git", "-C", str(root), *arguments],  # noqa: S607 - git is found on PATH
            capture_output=True,
            check=True,
            input=stdin,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout


def read_blobs(output: bytes) -> Iterator[bytes | None]:
    """Yield the contents in the output of ``git cat-file --batch``; None for one that it does not have."""
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        head = output[at:end].split()
        at = end + 1
        if head[-1] == b"missing":
            yield None
        else:
            size = int(head[-1])
            yield output[at : at + size]
            at += size + 1
