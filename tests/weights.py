"""What a page weighs: itself and all that it loads, as a server sends it (gzip -9).

``python tests/weights.py site`` prints the heaviest page of each kind and fails where one is over the budget.
"""

from __future__ import annotations

import gzip
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from links import read

FIRST = 80_000
"""Budget of a first view: page, stylesheets, scripts, icons."""
NEXT = 16_500
"""Budget of the next view: the page alone, since everything else has been kept."""
NASKAH = 25_000
"""The same for what is whole or nothing: a decree and its text, the dictionary with all keys and rules."""
_FOLD = {"bulan", "keputusan", "laporan", "indikator-publikasi", "rb", "zi", "banding"}


@dataclass(frozen=True)
class Bobot:
    halaman: int
    muatan: int

    @property
    def pertama(self) -> int:
        return self.halaman + self.muatan


@cache
def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def weigh(root: Path, page: Path) -> Bobot:
    """Return what a page of a finished site weighs."""
    loaded = {(page.parent / unquote(target)).resolve() for target in read(page).loaded}
    assert all(path.is_relative_to(root.resolve()) for path in loaded), page
    return Bobot(compressed(page), sum(map(compressed, loaded)))


def kind(address: str) -> str:
    """Return of which kind a page is, from its address: what stands below the office's year."""
    parts = [part for part in address.split("/") if part]
    if len(parts) < 2 or not parts[0].startswith("kpu-"):
        return parts[0] if parts and not parts[0].startswith("kpu-") else "kantor" if parts else "portal"
    if not parts[1].isdigit():
        return parts[1]
    below = parts[2:]
    if not below:
        return "tahun"
    return "/".join([below[0], *("…" if below[0] in _FOLD and part != "sumber" else part for part in below[1:])])


def over(name: str, bobot: Bobot) -> bool:
    limit = NASKAH if name == "kamus" or name.startswith("keputusan/") else NEXT
    return bobot.halaman > limit or bobot.pertama > FIRST


def main() -> int:
    root = Path(sys.argv[1]).resolve()
    heaviest: dict[str, Bobot] = {}
    for page in sorted(root.rglob("index.html")):
        name, bobot = kind(page.parent.relative_to(root).as_posix().removeprefix(".")), weigh(root, page)
        heaviest[name] = max(heaviest.get(name, bobot), bobot, key=lambda one: one.pertama)
    print(f"{'jenis halaman (yang terberat)':<34} {'halaman':>8} {'pertama kali':>13}  byte, gzip -9")
    for name, bobot in sorted(heaviest.items(), key=lambda item: -item[1].pertama):
        print(f"{name:<34} {bobot.halaman:>8} {bobot.pertama:>13}{'  TERLALU BERAT' if over(name, bobot) else ''}")
    heavy = [name for name, bobot in heaviest.items() if over(name, bobot)]
    print(f"{len(heaviest)} jenis halaman, {len(heavy)} melebihi batas")
    return 1 if heavy else 0


if __name__ == "__main__":
    sys.exit(main())
