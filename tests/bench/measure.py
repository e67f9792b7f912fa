"""Time the parts of a build over the real content, and print medians. Run by hand: ``make bench``."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.build import build_site
from generator.changes.trace import read_changes
from generator.inspect import check_content
from generator.load import load_isi
from generator.model.isi import Isi
from generator.settings import Workspace

ROOT = Path(__file__).parent.parent.parent
RUNS = 5


def measure(name: str, work: Callable[[], object]) -> None:
    work()
    seconds = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    print(f"{name:<34} {statistics.median(seconds):7.2f} s  ({min(seconds):.2f}-{max(seconds):.2f}, {RUNS} runs)")


def command(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run(
        [sys.executable, "-m", "generator", *arguments], cwd=ROOT, check=True, capture_output=True
    )


def anew(workspace: Workspace, isi: Isi) -> None:
    shutil.rmtree(ROOT / ".cache" / "kolom", ignore_errors=True)
    read_changes(workspace, isi)


def main() -> None:
    workspace = Workspace(ROOT)
    pages = sum(file.meta is not None for file in build_site(workspace).files)
    print(f"{pages} generated pages")
    measure("read all content", lambda: load_isi(workspace))
    measure("read and check", lambda: check_content(workspace))
    measure("read, check and render", lambda: build_site(workspace))
    isi = load_isi(workspace)[0]
    if isi is None:
        sys.exit("the content cannot be read")
    measure("read the history anew", lambda: anew(workspace, isi))
    measure("read the history as kept", lambda: read_changes(workspace, isi))
    measure("kolom periksa, whole process", command("periksa"))
    measure("kolom bangun, whole process", command("bangun"))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"largest process {peak / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
