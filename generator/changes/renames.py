"""Find records that only got another kode: gone under the old one, new under the other, alike in all else."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from generator.changes.records import OldRecord, State
from generator.model.files import DATA_MODELS
from generator.model.marks import References, find_marked_anywhere

REFERENCES = frozenset(find_marked_anywhere(DATA_MODELS, References))
"""Fields that name other records by their kode."""


def find_renamed(old_state: State, new_state: State) -> dict[str, str]:
    """Map the old kunci of each record that only got another kode to its new one.

    A record is the same when it stands under the same parent and its fields are alike; failing that, when it is of
    the same kind and quoted from the same lines of the decree.
    """
    gone = sorted((r for k, r in old_state.items() if k not in new_state), key=lambda record: len(record.parents))
    come = [record for key, record in new_state.items() if key not in old_state]
    renamed: dict[str, str] = {}
    kode: dict[str, str] = {}
    # From the top down, because parents are compared by their new kode.
    for depth in sorted({len(record.parents) for record in gone}):
        old = [record for record in gone if len(record.parents) == depth]
        # Equal content is the stronger sign, so it has the first choice.
        for mark in (_alike, _same_lines):
            _pair([r for r in old if r.key not in renamed], come, mark, renamed, kode)
    return renamed


def _pair(
    gone: list[OldRecord],
    come: list[OldRecord],
    mark: Callable[[OldRecord, Mapping[str, str]], str | None],
    renamed: dict[str, str],
    kode: dict[str, str],
) -> None:
    taken = set(renamed.values())
    free: dict[str, list[OldRecord]] = defaultdict(list)
    for record in come:
        if record.key not in taken and (own := mark(record, {})):
            free[own].append(record)
    for record in gone:
        own = mark(record, kode)
        if own and free[own]:
            other = free[own].pop(0)
            renamed[record.key] = other.key
            kode[record.kode] = other.kode


def _alike(record: OldRecord, kode: Mapping[str, str]) -> str | None:
    isi = {name: translate(value, kode) if name in REFERENCES else value for name, value in record.isi.items()}
    return json.dumps([record.bagian, record.jenis, [kode.get(k, k) for k in record.parents], isi], sort_keys=True)


def _same_lines(record: OldRecord, kode: Mapping[str, str]) -> str | None:
    asal = record.isi.get("asal")
    return json.dumps([record.bagian, record.jenis, [kode.get(k, k) for k in record.parents], asal]) if asal else None


def translate(value: Any, kode: Mapping[str, str]) -> Any:  # noqa: ANN401 - raw YAML
    """Return a reference, or a list of them, with each old kode replaced by the new one."""
    if isinstance(value, str):
        return kode.get(value, value)
    return [translate(item, kode) for item in value] if isinstance(value, list) else value
