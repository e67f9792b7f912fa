"""The records of one old file, and which of them have only been given another kode."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from generator.model.base import ListNode, MapNode
from generator.model.files import DATA_FILES, DATA_MODELS, PLAN_MODELS
from generator.model.marks import Change, References, find_marked_anywhere
from generator.settings import DATA

DATA_FILE = re.compile(
    rf"{DATA}/(?P<satker>[^./][^/]*)/(?:(?P<tahun>20[0-9]{{2}})/)?(?:(?P<folder>[a-z][^./]*)/)?(?P<nama>[^./][^/]*)\.yml"
)
"""The name of a data file, relative to the site's root."""
PLAN_SECTIONS = ("rb", "zi")
"""The sections that are plans."""
_BAGIAN = {one.tempat.removesuffix(".yml").partition("/")[0]: one.bagian for one in DATA_FILES if one.bagian}
"""The section of the site that a folder or file belongs to, by its name without ending."""


class Location(NamedTuple):
    """Where a data file belongs."""

    satker: str
    tahun: str
    """Four digits; empty for the office's own files."""
    bagian: str
    nama: str
    """The file's name without its ending."""


@dataclass(frozen=True, slots=True)
class OldRecord:
    """One record of an old state."""

    bagian: str
    """The section that it belongs to: rb, zi, keputusan, tim, bukti, laporan, survei, layanan, kanal, setelan."""
    jenis: str
    """The key under which it stands, such as indikator; berkas for what a file says of itself."""
    kode: str
    parents: tuple[str, ...]
    """The kode of the records above it, the outermost first."""
    isi: Mapping[str, Any]
    """Its own fields, without its kode and the records below it: str, list and dict."""

    @property
    def key(self) -> str:
        """The key by which states are compared: its kode, for an area with its plan, where alone it is unique."""
        return f"{self.bagian} {self.kode}" if self.jenis == "berkas" or self._is_area else self.kode

    @property
    def _is_area(self) -> bool:
        return self.bagian in PLAN_SECTIONS and not self.parents


State = Mapping[str, OldRecord]
"""The records of one office's year, or of the office itself, at one time, by kunci."""


# Asked for every file of every commit, and the answer depends on the name alone.
@cache
def locate(nama: str) -> Location | None:
    """Return where a data file belongs, or None for any other file."""
    match = DATA_FILE.fullmatch(nama)
    if match is None:
        return None
    part = match["folder"] or match["nama"]
    return Location(match["satker"], match["tahun"] or "", _BAGIAN.get(part, part), match["nama"])


def read_records(location: Location, isi: MapNode) -> list[OldRecord]:
    """Return the records of one file in their order."""
    own, below = _split(isi)
    kode = own.pop("kode", None)
    if isinstance(kode, str):
        root = OldRecord(location.bagian, _root_kind(location), kode, (), own)
        return [root, *_walk(location.bagian, below, (kode,))]
    records = list(_walk(location.bagian, below, ()))
    if own and location.bagian in PLAN_SECTIONS and records:
        # The head of a plan file is about its area, however the file is called.
        records[0] = OldRecord(location.bagian, records[0].jenis, records[0].kode, (), {**own, **records[0].isi})
    elif own:
        records.insert(0, OldRecord(location.bagian, "berkas", location.nama, (), own))
    return records


def _root_kind(location: Location) -> str:
    return location.bagian if location.tahun else location.nama


def _walk(bagian: str, below: list[tuple[str, MapNode]], parents: tuple[str, ...]) -> Iterator[OldRecord]:
    for jenis, node in below:
        own, deeper = _split(node)
        kode = own.pop("kode")
        yield OldRecord(bagian, jenis, kode, parents, own)
        yield from _walk(bagian, deeper, (*parents, kode))


_OWN = frozenset(find_marked_anywhere(PLAN_MODELS, Change))
"""Fields that belong to their row whole, even where they hold records with a kode."""


def _split(node: MapNode) -> tuple[dict[str, Any], list[tuple[str, MapNode]]]:
    """Return a mapping's own fields as plain values, and the records below it with the key they stand under."""
    own: dict[str, Any] = {}
    below: list[tuple[str, MapNode]] = []
    for key, value in node.items():
        if key in _OWN:
            own[key] = _plain(value)
        elif _is_record(value):
            below.append((key, value))
        elif isinstance(value, ListNode) and any(map(_is_record, value)):
            below += [(key, item) for item in value if _is_record(item)]
        # A group without a kode: the records in it belong to the record around it.
        elif isinstance(value, MapNode):
            inner, deeper = _split(value)
            below += deeper
            if inner:
                own[key] = inner
        else:
            own[key] = _plain(value)
    return own, below


def _is_record(value: object) -> bool:
    return isinstance(value, MapNode) and isinstance(value.get("kode"), str)


def _plain(value: Any) -> Any:  # noqa: ANN401 - raw YAML
    if isinstance(value, MapNode):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, ListNode) else " ".join(str(value).split())


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
