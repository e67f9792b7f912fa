"""datapackage.json: what the columns of a year's CSV files are (Frictionless Data Package, version 1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import routes
from generator.exports.baris import Rekam, as_csv
from generator.model.files import DATA, DATA_FILES
from generator.model.isi import Tahun
from generator.model.marks import records_by_key, scalars_in
from generator.model.periode import BULAN, BULAN_PENDEK
from generator.model.target import BIDANG_TRIWULAN, TRIWULAN
from generator.text import format_triwulan
from generator.views import Dataset
from generator.views.downloads import HAK, judul_data

_REKAMAN = {one.nama: one.model for one in DATA_FILES} | records_by_key(DATA)
"""A column such as nama_area is the field nama of an Area; area alone is its kode."""
_ARTI = {
    "status": "Status menurut rencana, realisasi, dan tanggal keadaan data; dihitung, tidak diketik.",
    "baris": "Baris naskah keputusan tempat hal ini tertulis.",
    "url": "Alamat halamannya, dihitung dari alamat dasar situs.",
    "nama_sub_kegiatan": "Bunyi sub kegiatan tanpa nomornya, disambung dengan rinciannya.",
    "nama_indikator": "Bunyi indikator tanpa nomornya, disambung dengan rinciannya.",
    "mencakup": "Kode sub kegiatan yang dicakup, dipisah spasi.",
    "capaian_tercapai": "Yang tercapai dari awal tahun menurut semua entri; jumlahnya, atau keadaan yang tertinggi.",
    **{f"target_tw{number}": f"Target {format_triwulan(number)} seperti tercetak." for number in TRIWULAN},
    **{f"capaian_tw{number}": f"Yang dilaporkan untuk {format_triwulan(number)}." for number in TRIWULAN},
    "dikoreksi_oleh": "Kode entri yang menggantikan entri ini.",
    "penundaan_dasar": "Surat, notulen, atau keputusan yang menundanya.",
    "penundaan_ke": "Periode pelaksanaan yang baru.",
    **{pendek.lower(): f"x bila dijadwalkan pada {nama}." for pendek, nama in zip(BULAN_PENDEK, BULAN, strict=True)},
}
_ANGKA = frozenset(
    [
        *("capaian_tercapai", "persen", "bobot", "bobot_pemenuhan", "bobot_reform", "ambang_wbk", "ambang_wbbm"),
        *(f"{kind}_{tw}" for kind in ("target", "capaian") for tw in BIDANG_TRIWULAN),
    ]
)
"""Columns of numbers that are computed, so that no field tells their type."""
_JENIS = {Decimal: "number", int: "integer", date: "date"}
"""The type of a column by that of its field; every other is text."""


def build_paket(tahun: Tahun, tabel: Iterable[tuple[Dataset, Sequence[Rekam]]]) -> Rekam:
    """Return datapackage.json.

    Args:
        tahun: the year.
        tabel: the sets that have a CSV, with its rows; every one has rows.
    """
    return {
        "profile": "tabular-data-package",
        "name": routes.dataset(tahun),
        "title": judul_data(tahun),
        "licenses": [{"name": "other-pd", "title": HAK}],
        "resources": [_resource(dataset, rows) for dataset, rows in tabel],
    }


def _resource(dataset: Dataset, rows: Sequence[Rekam]) -> Rekam:
    raw = as_csv(rows).encode()
    schema: dict[str, Any] = {"fields": [_field(dataset, column) for column in rows[0]], "missingValues": [""]}
    if dataset.kunci:
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


def _field(dataset: Dataset, column: str) -> Rekam:
    info = _info(dataset, column)
    # In our words where the column is computed, else in those of the model.
    arti = dataset.arti_kolom.get(column) or _ARTI.get(column) or (info.description if info else None)
    return {"name": column, "type": _jenis(column, info), **({"description": arti} if arti else {})}


def _jenis(column: str, info: FieldInfo | None) -> str:
    kinds = [_JENIS[kind] for kind in scalars_in(info.annotation) if kind in _JENIS] if info else []
    return "number" if column in _ANGKA else next(iter(kinds), "string")


def _info(dataset: Dataset, column: str) -> FieldInfo | None:
    """Return the field of the model that a column shows."""
    for model in dataset.model:
        if column in model.model_fields:
            return model.model_fields[column]
    field, _, part = column.partition("_")
    record, field = (_REKAMAN[column], "kode") if column in _REKAMAN else (_REKAMAN.get(part, BaseModel), field)
    return record.model_fields.get(field)
