"""Run the groups of checks whose tools are here, and end with a table of what ran and what was skipped.

Groups run side by side in a few lanes; what a group prints comes whole when it ends.
``KOLOM_WAJIB=peramban,nginx`` names groups that must not be skipped: then a missing tool is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
CORES = 2
"""What the groups are laid out for; more would not make them faster."""
LANES = CORES + 1
"""How many processes run at a time: one more than there are cores, as browsers, installers and git often wait."""


@dataclass(frozen=True)
class Group:
    """Commands that pass or fail together."""

    nama: str
    perintah: tuple[tuple[str, ...], ...]
    kurang: Callable[[], str] = lambda: ""
    """Says which tool is missing, or nothing."""
    lanes: int = 1
    """How many processes it keeps busy."""
    asked: bool = False
    """Whether it runs only where its name is given."""


@dataclass(frozen=True)
class Outcome:
    """What became of a group."""

    good: bool
    seconds: float
    output: str


def tool(*names: str) -> Callable[[], str]:
    return lambda: "" if any(shutil.which(name) for name in names) else names[0]


def pytest(marked: str, *arguments: str) -> tuple[str, ...]:
    return (str(BIN / "pytest"), "-q", "-m", marked, *arguments)


# Work is taken from the other's end: neighbours stay in one process, with the fixtures that they share.
SHARED = ("-n", str(CORES), "--dist", "worksteal")
TOOLS = "peramban or wadah or nginx or libreoffice"
GROUPS = (
    # What takes all cores stands among what takes one, so that the one fills what the other leaves.
    Group("gaya", ((str(BIN / "ruff"), "format", "--check", "."), (str(BIN / "ruff"), "check", "."))),
    Group("tipe", ((str(BIN / "mypy"),),)),
    Group("uji", (pytest(f"not slow and not isi and not ({TOOLS})", *SHARED),), lanes=CORES),
    Group("isi", ((str(BIN / "kolom"), "periksa"), pytest(f"isi and not slow and not ({TOOLS})"))),
    Group(
        "situs",
        (
            (str(BIN / "kolom"), "bangun"),
            (sys.executable, "tests/links.py", "site"),
            (sys.executable, "tests/weights.py", "site"),
        ),
    ),
    Group("wadah", (pytest("wadah"),)),
    Group("lama", (pytest(f"slow and not ({TOOLS})", *SHARED),), lanes=CORES),
    Group("nginx", (pytest("nginx"),), tool("nginx", "/usr/sbin/nginx")),
    Group("libreoffice", (pytest("libreoffice"),), tool("soffice", "libreoffice")),
    Group("peramban", (pytest("peramban", *SHARED),), tool("chromium", "chromium-browser", "google-chrome"), CORES),
    Group("acak", (pytest("hypothesis", "--hypothesis-profile=panjang", *SHARED),), lanes=CORES, asked=True),
    # Nothing runs beside what is timed.
    Group("lighthouse", ((sys.executable, "tests/bench/lighthouse.py"),), tool("npm"), LANES, asked=True),
)


def run(group: Group) -> Outcome:
    """Run the commands of a group until one fails, and keep what they print."""
    started, printed, good = time.monotonic(), "", True
    # pytest clears away what older runs left, and two that do so in one place at a time fail. nginx, which may be
    # another user, is let into folders of this name only.
    with tempfile.TemporaryDirectory(prefix="pytest-") as top:
        env = os.environ | {"PYTEST_DEBUG_TEMPROOT": top}
        for command in group.perintah:
            done = subprocess.run(
                command, cwd=ROOT, env=env, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
            )
            printed += done.stdout.decode(errors="replace")
            if done.returncode:
                good = False
                break
    return Outcome(good, time.monotonic() - started, printed)


def run_side_by_side(groups: Sequence[Group]) -> dict[str, Outcome]:
    """Run groups in their order, each as soon as it has its lanes, and print what each has printed when it ends."""
    outcomes: dict[str, Outcome] = {}
    running: dict[Future[Outcome], Group] = {}
    waiting = list(groups)
    with ThreadPoolExecutor(LANES) as pool:
        while waiting or running:
            while waiting and waiting[0].lanes + sum(group.lanes for group in running.values()) <= LANES:
                group = waiting.pop(0)
                print(f".. {group.nama}", flush=True)
                running[pool.submit(run, group)] = group
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                group = running.pop(future)
                outcomes[group.nama] = future.result()
                print(f"== {group.nama}\n{outcomes[group.nama].output}", end="", flush=True)
    return outcomes


def main(wanted: list[str]) -> int:
    required = set(filter(None, os.environ.get("KOLOM_WAJIB", "").split(",")))
    chosen = [group for group in GROUPS if (group.nama in wanted if wanted else not group.asked)]
    missing = {group.nama: group.kurang() for group in chosen}
    outcomes = run_side_by_side([group for group in chosen if not missing[group.nama]])
    failed = skipped = 0
    print("\nkelompok    hasil")
    for group in chosen:
        if group.nama in outcomes:
            outcome = outcomes[group.nama]
            failed += not outcome.good
            result = f"{'lulus' if outcome.good else 'GAGAL'}, {outcome.seconds:.0f} detik"
        elif group.nama in required:
            failed += 1
            result = f"GAGAL, tidak ada {missing[group.nama]}"
        else:
            skipped += 1
            result = f"dilewati, tidak ada {missing[group.nama]}"
        print(f"{group.nama:<11} {result}")
    print(f"kelompok: {len(chosen) - failed - skipped} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
