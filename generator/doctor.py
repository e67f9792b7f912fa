"""Check whether this machine and this working space can build the site, and say what to do if not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import yaml

from generator.finish import find_pagefind
from generator.history import Riwayat
from generator.load.pembaca import Pembaca
from generator.model.situs import Situs
from generator.settings import DATA, Ruang

# The first major versions that are untried; of MkDocs 2 it is known that it takes no plugins.
_BOUNDS = {"mkdocs": 2, "mkdocs-material": 10, "pydantic": 3}


@dataclass(frozen=True, slots=True)
class Gejala:
    """The result of looking at one thing."""

    nama: str
    keadaan: str
    obat: str | None = None
    """What to do; None when all is well."""
    wajib: bool = True
    """Whether a build is impossible or unsafe without it."""


def examine(ruang: Ruang | None) -> Iterator[Gejala]:
    """Yield the state of each thing that a build needs, in the order in which it is printed."""
    python = ".".join(map(str, sys.version_info[:3]))
    yield Gejala("Python", python, None if sys.version_info >= (3, 11) else "pasang Python 3.11 atau lebih baru")
    libyaml = hasattr(yaml, "CSafeLoader")
    yield Gejala(
        "libyaml",
        "ada" if libyaml else "tidak ada",
        None if libyaml else "pasang PyYAML dari wheel; tanpa libyaml pembacaan enam kali lebih lambat",
    )
    for name, bound in _BOUNDS.items():
        yield _package(name, bound)
    git = shutil.which("git") is not None
    yield Gejala(
        "git",
        "ada" if git else "tidak ada",
        None if git else "pasang git; tanpa git tanggal data harus ditulis di tahun.yml",
        wajib=False,
    )
    pagefind = find_pagefind() is not None
    yield Gejala(
        "Pagefind",
        "ada" if pagefind else "tidak ada, atau tidak jalan di komputer ini",
        None if pagefind else "pip install 'pagefind[bin]'; tanpa Pagefind situs jadi, tetapi tanpa pencarian",
        wajib=False,
    )
    if ruang is None:
        yield Gejala("ruang kerja", "tidak ditemukan", f"jalankan di folder yang memuat {DATA}")
        return
    yield Gejala("ruang kerja", str(ruang.akar))
    for name in ("theme/pages", "theme/overrides", "site_config/status.yml"):
        yield _shipped(ruang, name)
    for path in (ruang.situs, ruang.mkdocs):
        yield Gejala(
            ruang.relative(path),
            "ada" if path.exists() else "tidak ada",
            None if path.exists() else "ambil lagi dari kolom-rb",
        )
    if git:
        shallow = Riwayat(ruang.akar).terpotong()
        yield Gejala(
            "riwayat git",
            "terpotong" if shallow else "lengkap, atau belum ada",
            "git fetch --unshallow" if shallow else None,
            wajib=False,
        )


def read_alamat(ruang: Ruang) -> str | None:
    """Return the site's absolute base; None where the settings name none or cannot be read."""
    situs = Pembaca(ruang).read(ruang.situs, Situs)
    return situs.alamat if situs else None


def _package(name: str, bound: int) -> Gejala:
    try:
        found = version(name)
    except PackageNotFoundError:
        return Gejala(name, "tidak ada", "jalankan make site, atau pip install kolom-rb")
    fits = int(found.split(".")[0]) < bound
    return Gejala(name, found, None if fits else f"pasang versi sebelum {bound}")


def _shipped(ruang: Ruang, name: str) -> Gejala:
    try:
        return Gejala(name, str(ruang.shipped(name)))
    except FileNotFoundError:
        return Gejala(name, "tidak ada", "pasang ulang kolom-rb")
