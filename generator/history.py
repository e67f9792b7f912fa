"""What git knows of the content: when a folder last changed, what a commit holds. Only reads; git may be absent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from generator.findings import quote

WIB = timezone(timedelta(hours=7))
"""The day changes at midnight in Jakarta, wherever the build runs."""
_LATEST_EPOCH = 253_370_764_800  # the year 9999
_REGULAR = b"100"  # the beginning of a plain file's mode; a symbolic link is 120000, a submodule 160000


class UnknownCommitError(Exception):
    """A commit cannot be looked into; the message tells staff why and what helps."""


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

    def commit(self, nama: str) -> str:
        """Return the hash of a commit that a person named.

        Raises:
            UnknownCommitError: there is no git, no repository, or no such commit in it.
        """
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{nama}^{{commit}}")
        if found is None:
            raise UnknownCommitError(self._sebab_commit(nama))
        return found

    def _sebab_commit(self, nama: str) -> str:
        if shutil.which("git") is None:
            return "git tidak terpasang di komputer ini; pasang git, atau jalankan tanpa --sejak"
        if not self.ada():
            return "folder ini tidak terbaca sebagai salinan git; pindah ke salinannya, atau jalankan tanpa --sejak"
        if self.terpotong():
            return (
                f"riwayat git di salinan ini terpotong dan tidak memuat commit {quote(nama)}; "
                "ambil riwayat lengkap (git fetch --unshallow)"
            )
        return f"commit {quote(nama)} tidak ada di salinan ini; cari kodenya dengan git log --oneline"

    def berkas(
        self, commit: str, folder: str, pola: re.Pattern[str], terbesar: int
    ) -> Iterator[tuple[str, bytes | None]]:
        """Yield name and content of a commit's plain files; the content is None where it is too large or lost.

        Args:
            commit: the hash of a commit.
            folder: what to look through, relative to the working space, as the names are.
            pola: what a name must match as a whole.
            terbesar: the most bytes that a file may have.

        Raises:
            UnknownCommitError: the commit's files cannot be read.
        """
        small: dict[str, bytes] = {}
        for line in filter(None, self._must(commit, "ls-tree", "-r", "-z", "-l", commit, "--", folder).split(b"\0")):
            head, _, path = line.partition(b"\t")
            mode, _, blob, size = head.split()
            name = os.fsdecode(path)
            if not mode.startswith(_REGULAR) or not pola.fullmatch(name):
                continue
            if size.isdigit() and int(size) <= terbesar:
                small[name] = blob
            else:
                yield name, None  # a lost one has the size BAD
        blobs = self._must(commit, "cat-file", "--batch", stdin=b"".join(blob + b"\n" for blob in small.values()))
        yield from zip(small, _blobs(blobs), strict=True)

    def _must(self, commit: str, *arguments: str, stdin: bytes = b"") -> bytes:
        output = self._run(*arguments, stdin=stdin)
        if output is None:
            pesan = f"isi commit {quote(commit[:8])} tidak dapat dibaca; periksa salinan ini dengan git fsck"
            raise UnknownCommitError(pesan)
        return output

    def _git(self, *arguments: str) -> str | None:
        output = self._run(*arguments)
        return None if output is None else output.decode("utf-8", errors="replace").strip()

    def _run(self, *arguments: str, stdin: bytes = b"") -> bytes | None:
        try:
            done = subprocess.run(  # noqa: S603 - no shell; what a person typed comes after --end-of-options
                ["git", "-C", str(self.akar), *arguments],  # noqa: S607 - git is found on PATH
                capture_output=True,
                check=True,
                input=stdin,
            )
        except (OSError, subprocess.CalledProcessError):
            return None
        return done.stdout


def _blobs(output: bytes) -> Iterator[bytes | None]:
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
