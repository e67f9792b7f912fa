"""What describes a year's files: datapackage.json for their columns, and the fingerprints of each section."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import routes
from generator.exports.kali import ANGKA, ARTI_KOLOM, HARI
from generator.exports.tables import Row, as_csv
from generator.model.files import DATA_FILES, DATA_MODELS
from generator.model.isi import Tahun
from generator.model.marks import index_records, list_scalars
from generator.model.periode import BIDANG_TRIWULAN, BULAN, BULAN_PENDEK, TRIWULAN
from generator.model.sidik import Sidik, SumberSidik
from generator.output import OutputFile
from generator.text import format_triwulan
from generator.views import Dataset, YearView
from generator.views.downloads import LICENSE, name_data

_REKAMAN = {one.nama: one.model for one in DATA_FILES} | index_records(DATA_MODELS)
"""A column such as nama_area is the field nama of an Area; area alone is its kode."""
_MEANINGS = {
    "status": "Status menurut rencana, realisasi, dan tanggal keadaan data; dihitung, tidak diketik.",
    "baris": "Baris naskah keputusan tempat hal ini tertulis.",
    "url": "Alamat halamannya, dihitung dari alamat dasar situs.",
    "nama_sub_kegiatan": "Bunyi sub kegiatan tanpa nomornya, disambung dengan rinciannya.",
    "nama_indikator": "Bunyi indikator tanpa nomornya, disambung dengan rinciannya.",
    "calon_jadwal": "Kemungkinan bulan bila beberapa bacaan sama kuat; tiap bacaan dipisah titik koma.",
    "baris_pencabutan": "Baris naskah keputusan yang mencabut, tempat dasar_pencabutan tertulis.",
    "mencakup": "Kode sub kegiatan yang dicakup, dipisah spasi.",
    "capaian_tercapai": "Yang tercapai dari awal tahun menurut semua entri; jumlahnya, atau keadaan yang tertinggi.",
    **{f"target_tw{number}": f"Target {format_triwulan(number)} seperti tercetak." for number in TRIWULAN},
    **{f"capaian_tw{number}": f"Yang dilaporkan untuk {format_triwulan(number)}." for number in TRIWULAN},
    **ARTI_KOLOM,
    "dikoreksi_oleh": "Kode entri yang menggantikan entri ini.",
    "penundaan_dasar": "Surat, notulen, atau keputusan yang menundanya.",
    "penundaan_ke": "Periode pelaksanaan yang baru.",
    **{short.lower(): f"x bila dijadwalkan pada {nama}." for short, nama in zip(BULAN_PENDEK, BULAN, strict=True)},
}
_NUMBER = frozenset(
    [
        *ANGKA,
        *("capaian_tercapai", "anggaran", "persen", "bobot", "bobot_pemenuhan", "bobot_reform"),
        *("ambang_wbk", "ambang_wbbm"),
        *(f"{kind}_{tw}" for kind in ("target", "capaian") for tw in BIDANG_TRIWULAN),
    ]
)
"""Columns of numbers that are computed, so that no field tells their type."""
_KINDS = {Decimal: "number", int: "integer", date: "date"}
"""The type of a column by that of its field; every other is text."""


def build_datapackage(tahun: Tahun, table: Iterable[tuple[Dataset[YearView], Sequence[Row]]]) -> Row:
    """Return datapackage.json.

    Args:
        tahun: the year.
        table: the sets that have a CSV, with its rows; every one has rows.
    """
    return {
        "profile": "tabular-data-package",
        "name": routes.dataset(tahun),
        "title": name_data(tahun),
        "licenses": [{"name": "other-pd", "title": LICENSE}],
        "resources": [_resource(dataset, rows) for dataset, rows in table],
    }


def _resource(dataset: Dataset[YearView], rows: Sequence[Row]) -> Row:
    raw = as_csv(rows).encode()
    schema: dict[str, Any] = {"fields": [_field(dataset, column) for column in rows[0]], "missingValues": [""]}
    # An area without komponen is a row too, and has no indikator to be known by.
    if dataset.kunci and all(row[dataset.kunci] is not None for row in rows):
        schema["primaryKey"] = [dataset.kunci]
    return {
        "profile": "tabular-data-resource",
        "name": dataset.nama,
        "path": f"{dataset.nama}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": schema,
    }


def _field(dataset: Dataset[YearView], column: str) -> Row:
    info = _info(dataset, column)
    # In our words where the column is computed, else in those of the model.
    arti = dataset.arti_kolom.get(column) or _MEANINGS.get(column) or (info.description if info else None)
    return {"name": column, "type": _jenis(column, info), **({"description": arti} if arti else {})}


def _jenis(column: str, info: FieldInfo | None) -> str:
    kinds = [_KINDS[kind] for kind in list_scalars(info.annotation) if kind in _KINDS] if info else []
    return "number" if column in _NUMBER else "date" if column in HARI else next(iter(kinds), "string")


def _info(dataset: Dataset[YearView], column: str) -> FieldInfo | None:
    """Return the field of the model that a column shows."""
    for model in dataset.model:
        if column in model.model_fields:
            return model.model_fields[column]
    field, _, part = column.partition("_")
    record, field = (_REKAMAN[column], "kode") if column in _REKAMAN else (_REKAMAN.get(part, BaseModel), field)
    return record.model_fields.get(field)


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
