"""Check whether this machine and this working space can build the site, and say what to do if not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import yaml

from generator.finish import find_pagefind
from generator.history import History
from generator.load.reader import Reader
from generator.model.situs import Situs
from generator.settings import DATA, Workspace

# The first major versions that are untried; of MkDocs 2 it is known that it takes no plugins.
_BOUNDS = {"mkdocs": 2, "mkdocs-material": 10, "pydantic": 3}


@dataclass(frozen=True, slots=True)
class Symptom:
    """The result of looking at one thing."""

    name: str
    state: str
    remedy: str | None = None
    """What to do; None when all is well."""
    required: bool = True
    """Whether a build is impossible or unsafe without it."""


def examine(workspace: Workspace | None) -> Iterator[Symptom]:
    """Yield the state of each thing that a build needs, in the order in which it is printed."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Symptom("Python", python, None if sys.version_info >= (3, 11) else "pasang Python 3.11 atau lebih baru")
    libyaml = hasattr(yaml, "CSafeLoader")
    yield Symptom(
        "libyaml",
        "ada" if libyaml else "tidak ada",
        None if libyaml else "pasang PyYAML dari wheel; tanpa libyaml pembacaan enam kali lebih lambat",
    )
    for name, bound in _BOUNDS.items():
        yield _package(name, bound)
    git = shutil.which("git") is not None
    yield Symptom(
        "git",
        "ada" if git else "tidak ada",
        None if git else "pasang git; tanpa git tanggal data harus ditulis di tahun.yml",
        required=False,
    )
    pagefind = find_pagefind() is not None
    yield Symptom(
        "Pagefind",
        "ada" if pagefind else "tidak ada, atau tidak jalan di komputer ini",
        None if pagefind else "pip install 'pagefind[bin]'; tanpa Pagefind situs jadi, tetapi tanpa pencarian",
        required=False,
    )
    if workspace is None:
        yield Symptom("ruang kerja", "tidak ditemukan", f"jalankan di folder yang memuat {DATA}")
        return
    yield Symptom("ruang kerja", str(workspace.root))
    for name in ("theme/pages", "theme/overrides", "site_config/status.yml"):
        yield _shipped(workspace, name)
    for path in (workspace.site_settings, workspace.mkdocs):
        yield Symptom(
            workspace.relative(path),
            "ada" if path.exists() else "tidak ada",
            None if path.exists() else "ambil lagi dari kolom-rb",
        )
    if git:
        shallow = History(workspace.root).is_shallow()
        yield Symptom(
            "riwayat git",
            "terpotong" if shallow else "lengkap, atau belum ada",
            "git fetch --unshallow" if shallow else None,
            required=False,
        )


def read_alamat(workspace: Workspace) -> str | None:
    """Return the site's absolute base; None where the settings name none or cannot be read."""
    situs = Reader(workspace).read(workspace.site_settings, Situs)
    return situs.alamat if situs else None


def _package(name: str, bound: int) -> Symptom:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Symptom(name, "tidak ada", "jalankan make site, atau pip install kolom-rb")
    fits = int(found.split(".")[0]) < bound
    return Symptom(name, found, None if fits else f"pasang versi sebelum {bound}")


def _shipped(workspace: Workspace, name: str) -> Symptom:
    try:
        return Symptom(name, str(workspace.shipped(name)))
    except FileNotFoundError:
        return Symptom(name, "tidak ada", "pasang ulang kolom-rb")
