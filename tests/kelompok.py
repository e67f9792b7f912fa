"""Run the groups of checks whose tools are here, and end with a table of what ran and what was skipped.

``KOLOM_WAJIB=peramban,nginx`` names groups that must not be skipped: then a missing tool is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Kelompok:
    nama: str
    perintah: tuple[tuple[str, ...], ...]
    kurang: Callable[[], str] = lambda: ""
    """Says which tool is missing, or nothing."""


def tool(*names: str) -> Callable[[], str]:
    return lambda: "" if any(shutil.which(name) for name in names) else names[0]


def pytest(*arguments: str) -> tuple[str, ...]:
    return (str(BIN / "pytest"), "-q", *arguments)


KELOMPOK = (
    Kelompok("gaya", ((str(BIN / "ruff"), "format", "--check", "."), (str(BIN / "ruff"), "check", "."))),
    Kelompok("tipe", ((str(BIN / "mypy"),),)),
    Kelompok("uji", (pytest("-m", "not peramban and not wadah and not nginx and not libreoffice and not isi"),)),
    Kelompok("isi", ((str(BIN / "kolom"), "periksa"), pytest("-m", "isi and not peramban"))),
    Kelompok(
        "situs",
        (
            (str(BIN / "kolom"), "bangun"),
            (sys.executable, "tests/tautan.py", "site"),
            (sys.executable, "tests/bobot.py", "site"),
        ),
    ),
    Kelompok("wadah", (pytest("-m", "wadah"),)),
    Kelompok("peramban", (pytest("-m", "peramban"),), tool("chromium", "chromium-browser", "google-chrome")),
    Kelompok("libreoffice", (pytest("-m", "libreoffice"),), tool("soffice", "libreoffice")),
    Kelompok("nginx", (pytest("-m", "nginx"),), tool("nginx", "/usr/sbin/nginx")),
)


def main(wanted: list[str]) -> int:
    required = set(filter(None, os.environ.get("KOLOM_WAJIB", "").split(",")))
    table: list[tuple[str, str]] = []
    failed = skipped = 0
    for group in KELOMPOK:
        if wanted and group.nama not in wanted:
            continue
        missing = group.kurang()
        if missing and group.nama not in required:
            skipped += 1
            table.append((group.nama, f"dilewati, tidak ada {missing}"))
            continue
        started = time.monotonic()
        print(f"== {group.nama}", flush=True)
        good = not missing and all(subprocess.run(c, cwd=ROOT, check=False).returncode == 0 for c in group.perintah)
        failed += not good
        word = "lulus" if good else f"GAGAL, tidak ada {missing}" if missing else "GAGAL"
        table.append((group.nama, f"{word}, {time.monotonic() - started:.0f} detik"))
    print("\nkelompok    hasil")
    for name, result in table:
        print(f"{name:<11} {result}")
    print(f"kelompok: {len(table) - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
