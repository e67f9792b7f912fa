"""Which open-data files there are: JSON and CSV per office and year, and the JSON Schemas of the content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator import routes
from generator.exports import baris, rekaman
from generator.exports.skema import build_skema
from generator.model.isi import Tahun
from generator.pages.page import Bahan
from generator.render import OutputFile

VERSI = 1
"""Version of the open-data contract; bumped when a key changes its meaning or goes."""


def build_exports(bahan: Bahan) -> Iterator[OutputFile]:
    """Yield the open-data files of every year, then the schemas."""
    for tahun in bahan.isi.semua_tahun():
        yield from _tahun(bahan, tahun)
    for name, schema in build_skema().items():
        yield OutputFile(routes.skema(name), as_json(schema))


def as_json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return JSON as it is published: UTF-8, two-space indent, keys in the order of the contract."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _tahun(bahan: Bahan, tahun: Tahun) -> Iterator[OutputFile]:
    sets: dict[str, tuple[dict[str, Any], list[dict[str, Any]]]] = {}
    if tahun.keputusan:
        sets["keputusan"] = (rekaman.keputusan(tahun), baris.keputusan(tahun))
    if tahun.daftar_tim:
        sets["tim"] = (rekaman.tim(tahun, tahun.daftar_tim), baris.tim(tahun, tahun.daftar_tim))
    for rencana in tahun.rencana:
        sets[rencana.jenis] = (rekaman.rencana(bahan, tahun, rencana), baris.rencana(bahan, tahun, rencana))
    source = (f"{tahun.berkas}/tahun.yml",)
    for name, (record, rows) in sets.items():
        head = {"versi": VERSI, "satker": tahun.satker.kode, "tahun": tahun.tahun}
        yield OutputFile(routes.data(tahun, f"{name}.json"), as_json(head | record), source=source)
        yield OutputFile(routes.data(tahun, f"{name}.csv"), baris.as_csv(rows), source=source)
