"""Find records that only got another kode: gone under the old one, new under the other, alike in all else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from generator.model.files import DATA
from generator.model.marks import References, marked_anywhere
from generator.perubahan.rekaman import Keadaan, Rekam

RUJUKAN = frozenset(marked_anywhere(DATA, References))
"""Fields that name other records by their kode."""


def find_renamed(lama: Keadaan, baru: Keadaan) -> dict[str, str]:
    """Map the old kunci of each record that only got another kode to its new one.

    A record is the same when it stands under the same parent and its fields are alike; failing that, when it is of
    the same kind and quoted from the same lines of the decree.
    """
    gone = sorted((r for k, r in lama.items() if k not in baru), key=lambda rekam: len(rekam.induk))
    come = [rekam for kunci, rekam in baru.items() if kunci not in lama]
    renamed: dict[str, str] = {}
    kode: dict[str, str] = {}
    # From the top down, because parents are compared by their new kode.
    for depth in sorted({len(rekam.induk) for rekam in gone}):
        old = [rekam for rekam in gone if len(rekam.induk) == depth]
        # Equal content is the stronger sign, so it has the first choice.
        for mark in (_alike, _same_lines):
            _pair([r for r in old if r.kunci not in renamed], come, mark, renamed, kode)
    return renamed


def _pair(
    gone: list[Rekam],
    come: list[Rekam],
    mark: Callable[[Rekam, Mapping[str, str]], str | None],
    renamed: dict[str, str],
    kode: dict[str, str],
) -> None:
    taken = set(renamed.values())
    free: dict[str, list[Rekam]] = defaultdict(list)
    for rekam in come:
        if rekam.kunci not in taken and (own := mark(rekam, {})):
            free[own].append(rekam)
    for rekam in gone:
        own = mark(rekam, kode)
        if own and free[own]:
            other = free[own].pop(0)
            renamed[rekam.kunci] = other.kunci
            kode[rekam.kode] = other.kode


def _alike(rekam: Rekam, kode: Mapping[str, str]) -> str | None:
    isi = {name: translate(value, kode) if name in RUJUKAN else value for name, value in rekam.isi.items()}
    return json.dumps([rekam.bagian, rekam.jenis, [kode.get(k, k) for k in rekam.induk], isi], sort_keys=True)


def _same_lines(rekam: Rekam, kode: Mapping[str, str]) -> str | None:
    asal = rekam.isi.get("asal")
    return json.dumps([rekam.bagian, rekam.jenis, [kode.get(k, k) for k in rekam.induk], asal]) if asal else None


def translate(value: Any, kode: Mapping[str, str]) -> Any:  # noqa: ANN401 - raw YAML
    """Return a reference, or a list of them, with each old kode replaced by the new one."""
    if isinstance(value, str):
        return kode.get(value, value)
    return [translate(item, kode) for item in value] if isinstance(value, list) else value
