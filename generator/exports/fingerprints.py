"""The fingerprints of a year: of each section the SHA-256 of its records, computed from the published files.

Canonical form: UTF-8 JSON of the list of parts, keys sorted, no spaces; only what is there, so without null, empty list
and empty mapping. A new key that no record uses, or that follows from others, changes no fingerprint.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from generator.exports.tables import Row
from generator.model.sidik import Sidik, SumberSidik
from generator.output import OutputFile
from generator.views import YearView

VERSI_SIDIK = 2
"""Version of the canonical form; 1 also hashed what is empty. The program of the guide verifies both."""
_EMPTY: tuple[Any, ...] = (None, [], {})


def build_fingerprints(year: YearView, files: Iterable[OutputFile]) -> dict[str, Sidik]:
    """Return the fingerprint of every section that holds content, by its kode.

    Args:
        year: the year.
        files: the open data as they are published.
    """
    data = {file.uri: file.content for file in files if file.uri.endswith(".json")}
    found = {}
    for section in year.sections.daftar:
        if section.kode not in year.berisi or section.sidik is None:
            continue
        parts = tuple(part for part in section.sidik(year) if part.berkas in data)
        if parts:
            address = year.berisi[section.kode].alamat
            found[section.kode] = Sidik(section.kode, address, parts, hash_parts(parts, data))
    return found


def as_record(year: YearView, sidik: Mapping[str, Sidik]) -> Row:
    """Return sidik.json without its head.

    Args:
        year: the year.
        sidik: the fingerprint of each of its sections.
    """
    rows = defaultdict(list)
    for row in year.publikasi:
        rows[row.bagian_situs].append(row.indikator.kode)
    return {
        "sidik": [
            {
                "bagian": one.bagian,
                "url": one.alamat,
                "sumber": [
                    {"berkas": part.berkas, "jalur": list(part.jalur), "tanpa": list(part.tanpa)} for part in one.sumber
                ],
                "indikator": rows[one.bagian],
                "sha256": one.sha256,
            }
            for one in sidik.values()
        ]
    }


def hash_parts(parts: Iterable[SumberSidik], data: Mapping[str, Any]) -> str:
    """Return the SHA-256 of some parts of published JSON files.

    Args:
        parts: where the parts are.
        data: the text of each file by its address.
    """
    records = [_part(part, data[part.berkas]) for part in parts]
    text = json.dumps(records, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _part(part: SumberSidik, text: str) -> Any:  # noqa: ANN401 - a JSON value
    value = json.loads(
        text,
        object_hook=lambda record: {k: v for k, v in record.items() if k not in part.tanpa and v not in _EMPTY},
    )
    for step in part.jalur:
        value = value[step]
    return value
