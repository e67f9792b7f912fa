"""What git knows of the content: when a folder last changed, what a commit holds. Only reads; git may be absent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from generator.findings import Rule, Severity, quote
from generator.model.perubahan import Commit


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


PER_TANGGAL = Rule("per-tanggal", "Tanggal keadaan data diketahui dari riwayat git, atau ditulis sebagai per_tanggal.")
PER_TANGGAL_DEPAN = Rule(
    "per-tanggal-depan",
    "Hari per_tanggal yang tersimpan tidak melampaui commit terakhir, atau SOURCE_DATE_EPOCH.",
)
PER_TANGGAL_BARU = Rule(
    "per-tanggal-baru",
    "Hari per_tanggal yang belum disimpan ke git tidak melampaui commit terakhir.",
    Severity.PERINGATAN,
)

WIB = timezone(timedelta(hours=7))
"""The day changes at midnight in Jakarta, wherever the build runs."""
_EPOCH = "SOURCE_DATE_EPOCH"
_LATEST_EPOCH = 253_370_764_800  # the year 9999
_REGULAR = b"100"  # the beginning of a plain file's mode; a symbolic link is 120000, a submodule 160000
_COMMIT = b"\x01"
"""Begins a commit in the log; no name of a file that we read holds it."""


@dataclass(frozen=True, slots=True)
class Changeset:
    """One step of the history: a commit of the main line (first parents), and the files that it changed."""

    commit: Commit
    files: Mapping[str, str | None]
    """The blob of each changed file by its name, relative to the working space; None where there is none any more."""


class UnknownCommitError(Exception):
    """A commit cannot be looked into; the message tells staff why and what helps."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of a working space."""

    root: Path

    def per_tanggal(self, folder: str) -> date | None:
        """Return the day of a folder's data: SOURCE_DATE_EPOCH, else of the last commit that touches it.

        None if that variable holds no time, without git, before the first commit, or in a shallow clone, which cannot
        tell which commit last touched the folder.
        """
        if epoch := os.environ.get(_EPOCH):
            return _read_epoch(epoch)
        if self.is_shallow() or not self.exists():
            return None
        # The committer's time: the author's can be years older than the commit's place in the history.
        stamp = self._git("log", "-1", "--format=%ct", "--", folder)
        return find_day(int(stamp)) if stamp else None

    def find_today(self) -> tuple[date, str] | None:
        """Return the latest day that the content can know, and what says so: SOURCE_DATE_EPOCH, else the last commit.

        None without git, before the first commit, or if that variable holds no time. A shallow clone knows it too.
        """
        if epoch := os.environ.get(_EPOCH):
            day = _read_epoch(epoch)
            return (day, _EPOCH) if day else None
        stamp = self._git("log", "-1", "--format=%ct")
        return (find_day(int(stamp)), "commit terakhir") if stamp else None

    def is_saved(self, file: str) -> bool:
        """Return whether a file is in the last commit as it is now."""
        return self._git("status", "--porcelain", "--ignored", "--", file) == ""

    def explain_undated(self) -> tuple[str, str]:
        """Return why a folder's day is not known, in words, and what would make it known."""
        if epoch := os.environ.get(_EPOCH):
            reason = f"{_EPOCH} berisi {quote(epoch)}, bukan detik sejak 1970"
            return reason, f"kosongkan {_EPOCH}, atau isi dengan keluaran git log -1 --format=%ct"
        return self.explain(), self.suggest()

    def exists(self) -> bool:
        """Return whether the working space is in a git repository and git is installed."""
        return self._git("rev-parse", "--is-inside-work-tree") == "true"

    def explain(self) -> str:
        """Return in words why the history is not available."""
        if self.is_shallow():
            return "riwayat git di salinan ini terpotong"
        return "folder ini belum pernah disimpan ke git" if self.exists() else "riwayat git tidak ada"

    def suggest(self) -> str:
        """Return in words what would make the history available."""
        if self.is_shallow():
            return "ambil riwayat lengkap (git fetch --unshallow)"
        return "simpan dahulu (git commit)" if self.exists() else "simpan isi ini dalam git"

    def is_shallow(self) -> bool:
        """Return whether this is a shallow clone, whose history lacks its beginning."""
        return self._git("rev-parse", "--is-shallow-repository") == "true"

    def find_commit(self, name: str) -> str:
        """Return the hash of a commit that a person named.

        Raises:
            UnknownCommitError: there is no git, no repository, or no such commit in it.
        """
        # --end-of-options, so that git takes nothing that a person typed for an option.
        found = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found is None:
            raise UnknownCommitError(self._explain_commit(name))
        return found

    def _explain_commit(self, name: str) -> str:
        if shutil.which("git") is None:
            return "git tidak terpasang di komputer ini; pasang git, atau jalankan tanpa --sejak"
        if not self.exists():
            return "folder ini tidak terbaca sebagai salinan git; pindah ke salinannya, atau jalankan tanpa --sejak"
        if self.is_shallow():
            return (
                f"riwayat git di salinan ini terpotong dan tidak memuat commit {quote(name)}; "
                "ambil riwayat lengkap (git fetch --unshallow)"
            )
        return f"commit {quote(name)} tidak ada di salinan ini; cari kodenya dengan git log --oneline"

    def read_files(
        self, commit: str, folder: str, pattern: re.Pattern[str], largest: int
    ) -> Iterator[tuple[str, bytes | None]]:
        """Yield name and content of a commit's plain files; the content is None where it is too large or lost.

        Args:
            commit: the hash of a commit.
            folder: what to look through, relative to the working space, as the names are.
            pattern: what a name must match as a whole.
            largest: the most bytes that a file may have.

        Raises:
            UnknownCommitError: the commit's files cannot be read.
        """
        small: dict[str, bytes] = {}
        for line in filter(None, self._must(commit, "ls-tree", "-r", "-z", "-l", commit, "--", folder).split(b"\0")):
            head, _, path = line.partition(b"\t")
            mode, _, blob, size = head.split()
            name = os.fsdecode(path)
            if not mode.startswith(_REGULAR) or not pattern.fullmatch(name):
                continue
            if size.isdigit() and int(size) <= largest:
                small[name] = blob
            else:
                yield name, None  # a lost one has the size BAD
        blobs = self._must(commit, "cat-file", "--batch", stdin=b"".join(blob + b"\n" for blob in small.values()))
        yield from zip(small, read_blobs(blobs), strict=True)

    def list_changesets(self, folder: str) -> list[Changeset]:
        """Return the steps that changed a folder, oldest first, along the first parent.

        A merge is one step with everything that it brought. Empty without git or before the first commit.
        """
        # -m: a merge is compared with its first parent. --no-renames: records are matched by kode, not by file.
        # --relative: the working space may be a folder within the repository.
        line = ("log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--reverse", "-z", "--relative")
        output = run(self.root, *line, "--format=%x01%H %ct", "HEAD", "--", folder) or b""
        changesets = []
        for part in output.split(_COMMIT)[1:]:
            head, _, rest = part.partition(b"\0")
            kode, stamp = head.decode("ascii").split()
            waktu = datetime.fromtimestamp(int(stamp), UTC).astimezone(WIB)
            changesets.append(Changeset(Commit(kode, waktu), dict(_changed(rest))))
        return changesets

    def read_contents(self, hashes: Iterable[str], largest: int) -> dict[str, bytes | None]:
        """Return the content of each blob; None where it is too large or lost.

        Args:
            hashes: their hashes.
            largest: the most bytes that one may have.
        """
        wanted = list(dict.fromkeys(hashes))
        stdin = "".join(f"{blob}\n" for blob in wanted).encode("ascii")
        # Sizes first, so that a huge file of the past is never read into memory.
        sizes = (run(self.root, "cat-file", "--batch-check", stdin=stdin) or b"").splitlines()
        heads = zip(wanted, (line.split() for line in sizes), strict=False)
        small = [blob for blob, head in heads if head[-1].isdigit() and int(head[-1]) <= largest]
        stdin = "".join(f"{blob}\n" for blob in small).encode("ascii")
        blobs = read_blobs(run(self.root, "cat-file", "--batch", stdin=stdin) or b"")
        # Not strict: if git fails there is no output, and every blob counts as lost.
        return dict.fromkeys(wanted) | dict(zip(small, blobs, strict=False))

    def _must(self, commit: str, *arguments: str, stdin: bytes = b"") -> bytes:
        output = run(self.root, *arguments, stdin=stdin)
        if output is None:
            message = f"isi commit {quote(commit[:8])} tidak dapat dibaca; periksa salinan ini dengan git fsck"
            raise UnknownCommitError(message)
        return output

    def _git(self, *arguments: str) -> str | None:
        output = run(self.root, *arguments)
        return None if output is None else output.decode("utf-8", errors="replace").strip()


def find_day(stamp: int) -> date:
    """Return the day in Jakarta of a time in seconds since 1970."""
    return datetime.fromtimestamp(stamp, UTC).astimezone(WIB).date()


def _read_epoch(epoch: str) -> date | None:
    known = epoch.isascii() and epoch.isdigit() and int(epoch) <= _LATEST_EPOCH
    return find_day(int(epoch)) if known else None


def _changed(raw: bytes) -> Iterator[tuple[str, str | None]]:
    """Yield name and new blob of each file in the raw part of a log; None for a deleted or special file."""
    fields = iter(raw.strip(b"\n\0").split(b"\0"))
    for head in fields:
        if not head.lstrip(b"\n").startswith(b":"):
            continue
        _, mode, _, blob, _ = head.split()
        name = os.fsdecode(next(fields))
        yield name, blob.decode("ascii") if mode.startswith(_REGULAR) else None
