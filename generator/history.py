"""What git knows of the content: when a folder last changed. Only reads; git may be absent."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

WIB = timezone(timedelta(hours=7))
"""The day changes at midnight in Jakarta, wherever the build runs."""
_LATEST_EPOCH = 253_370_764_800  # the year 9999


@dataclass(frozen=True, slots=True)
class Riwayat:
    """The history of a working space."""

    akar: Path

    def per_tanggal(self, folder: str) -> date | None:
        """Return the day of a folder's data: SOURCE_DATE_EPOCH, else of the last commit that touches it.

        None without git, in a shallow clone (whose last commit may be older than it knows), or before a first commit.
        """
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if epoch.isascii() and epoch.isdigit() and int(epoch) <= _LATEST_EPOCH:
            return datetime.fromtimestamp(int(epoch), UTC).astimezone(WIB).date()
        if self.terpotong() or not self.ada():
            return None
        stamp = self._git("log", "-1", "--format=%ct", "--", folder)
        return datetime.fromtimestamp(int(stamp), UTC).astimezone(WIB).date() if stamp else None

    def ada(self) -> bool:
        """Return whether the working space is in a git repository and git is installed."""
        return self._git("rev-parse", "--is-inside-work-tree") == "true"

    def sebab(self) -> str:
        """Return why a folder's day is not known, in words."""
        if self.terpotong():
            return "riwayat git di salinan ini terpotong"
        return "folder ini belum pernah disimpan ke git" if self.ada() else "riwayat git tidak ada"

    def obat(self) -> str:
        """Return what would make it known."""
        if self.terpotong():
            return "ambil riwayat lengkap (git fetch --unshallow)"
        return "simpan dahulu (git commit)" if self.ada() else "simpan isi ini dalam git"

    def terpotong(self) -> bool:
        """Return whether this is a shallow clone, whose history lacks its beginning."""
        return self._git("rev-parse", "--is-shallow-repository") == "true"

    def _git(self, *arguments: str) -> str | None:
        try:
            done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
                ["git", "-C", str(self.akar), *arguments],  # noqa: S607 - git is found on PATH
                capture_output=True,
                text=True,
                check=True,
                encoding="utf-8",
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout.strip()
