"""The fingerprints of a year: of each section the SHA-256 of its records, computed from the published files.

Canonical form: UTF-8 JSON of the list of parts, keys sorted, no spaces. What is computed from the day is left out.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from generator import routes
from generator.exports.baris import Rekam
from generator.model.isi import Tahun
from generator.model.sidik import Sidik, SumberSidik
from generator.output import OutputFile
from generator.pages.page import Bahan
from generator.pages.publikasi import list_publikasi, sections

_COMPUTED = ("status", "bukti", "capaian")
"""Of a plan's rows: what the log and the day make of them."""


def build_sidik(bahan: Bahan, files: Iterable[OutputFile]) -> Mapping[str, Mapping[str, Sidik]]:
    """Return the fingerprint of every section that holds content, by the address of the year and the section's name.

    Args:
        bahan: what the pages are made from.
        files: the open data as they are published.
    """
    data = {file.uri: file.content for file in files if file.uri.endswith(".json")}
    found = {}
    for tahun in bahan.isi.semua_tahun():
        there = sections(bahan, tahun)
        found[routes.tahun(tahun)] = {
            name: Sidik(name, link.alamat, parts, hash_parts(parts, data))
            for name, link in there.items()
            if (parts := tuple(part for part in _parts(tahun, name) if part.berkas in data))
        }
    return found


def as_record(bahan: Bahan, tahun: Tahun) -> Rekam:
    """Return sidik.json without its head."""
    rows = defaultdict(list)
    for row in list_publikasi(bahan, tahun):
        rows[row.bagian_situs].append(row.indikator.kode)
    return {
        "sidik": [
            {
                "bagian": sidik.bagian,
                "url": sidik.alamat,
                "sumber": [
                    {"berkas": part.berkas, "jalur": list(part.jalur), "tanpa": list(part.tanpa)}
                    for part in sidik.sumber
                ],
                "indikator": rows[sidik.bagian],
                "sha256": sidik.sha256,
            }
            for sidik in bahan.sidik.get(routes.tahun(tahun), {}).values()
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
    value = json.loads(text, object_hook=lambda record: {k: v for k, v in record.items() if k not in part.tanpa})
    for step in part.jalur:
        value = value[step]
    return value


def _parts(tahun: Tahun, name: str) -> tuple[SumberSidik, ...]:
    """Return what is hashed of a section."""
    plans = tuple(
        SumberSidik(routes.data(tahun, f"{rencana.jenis}.json"), ("area",), _COMPUTED)
        for rencana in tahun.rencana
        if name in {rencana.jenis, "ringkasan"}
    )
    decrees = SumberSidik(routes.data(tahun, "keputusan.json"), ("keputusan",))
    return {
        "rb": plans,
        "zi": plans,
        "ringkasan": (*plans, decrees, SumberSidik(routes.data(tahun, "realisasi.json"), ("entri",))),
        "tim": (SumberSidik(routes.data(tahun, "tim.json"), ("tim",)),),
        "keputusan": (decrees,),
        "bukti": (SumberSidik(routes.data(tahun, "bukti.json"), ("bukti",)),),
        "survei": (SumberSidik(routes.data(tahun, "survei.json"), ("survei",)),),
        # The page that the register names is that of the latest report.
        "laporan": (SumberSidik(routes.data(tahun, "laporan.json"), ("laporan", -1), ("status",)),),
        "layanan": (SumberSidik(routes.data_kantor(tahun.satker, "layanan.json"), (), ("versi",)),),
        "kanal": (SumberSidik(routes.data_kantor(tahun.satker, "kanal.json"), ("kanal",)),),
    }[name]
