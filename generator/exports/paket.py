"""datapackage.json: what the columns of a year's CSV files are (Frictionless Data Package, version 1)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import routes
from generator.exports.baris import Rekam, as_csv
from generator.model.bukti import Bukti
from generator.model.files import DATA, DATA_FILES
from generator.model.isi import Tahun
from generator.model.kantor import SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.lke import NilaiArea, NilaiHasil, Penilai, PenilaianLke
from generator.model.marks import records_by_key, scalars_in
from generator.model.periode import BULAN, BULAN_PENDEK
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, IndikatorZI
from generator.model.target import BIDANG_TRIWULAN, TRIWULAN, Target
from generator.model.tim import Anggota
from generator.text import format_triwulan
from generator.views.downloads import HAK, judul_data

_PLAN = (BerkasRencana, IndikatorZI, Target, SetelanTahun)
_MODEL: dict[str, tuple[type[BaseModel], ...]] = {
    "rb": _PLAN,
    "zi": _PLAN,
    "tim": (Anggota, SetelanTahun),
    "keputusan": (Keputusan,),
    "realisasi": (Entri, SetelanTahun),
    "bukti": (Bukti, SetelanTahun),
    "perubahan": (SetelanTahun,),
    "lke-zi": (NilaiArea, NilaiHasil, PenilaianLke, Penilai, SetelanTahun),
}
"""Whose sentences explain the columns of a set, by the column's own name."""
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
_ARTI_AMBANG = "Disalin dari aplikasi LKE, bukan dari naskah peraturan; melampauinya belum berarti ditetapkan."
_ARTI_HIMPUNAN = {
    ("perubahan", "commit"): "Commit git yang membawanya.",
    ("perubahan", "waktu"): "Kapan commit itu dibuat, dalam WIB.",
    (
        "perubahan",
        "perubahan",
    ): "Jenisnya: tambah, hapus, bunyi, jadwal, realisasi, koreksi, bukti, status, dan lainnya.",
    ("perubahan", "bagian"): "Bagian datanya: rb, zi, laporan, bukti, tim, keputusan, dan lainnya.",
    (
        "perubahan",
        "rekaman",
    ): "Apa yang berubah: area, kegiatan, indikator, entri, dan lainnya; bagian bila seluruh bagian.",
    ("perubahan", "kode"): "Kodenya sekarang.",
    ("perubahan", "tempat"): "Rencana dan kode butir di atasnya, dipisah spasi.",
    ("perubahan", "nama"): "Bunyinya waktu itu.",
    ("perubahan", "bidang"): "Bidang yang berubah.",
    ("perubahan", "sebelum"): "Isinya sebelum commit itu.",
    ("perubahan", "sesudah"): "Isinya sesudah commit itu.",
    ("perubahan", "jumlah"): "Banyaknya butir di bawahnya yang ikut datang atau pergi, menurut macamnya.",
    ("rb", "bukti"): "Kode bukti yang disebut entri realisasinya, dipisah spasi.",
    ("zi", "bukti"): "Kode bukti yang disebut entri realisasinya, dipisah spasi.",
    ("realisasi", "bukti"): "Kode bukti yang menunjukkannya, dipisah spasi.",
    ("tim", "area"): "Kode area yang ditangani tim ini.",
    ("tim", "keputusan"): "Kode keputusan yang memuatnya.",
    ("bukti", "berkas"): "Alamat berkasnya, dihitung dari alamat dasar situs.",
    ("bukti", "indikator"): "Kode indikator yang ditunjukkannya, dipisah spasi.",
    ("bukti", "lke"): "Kode baris LKE yang ditunjukkannya, dipisah spasi.",
    ("lke-zi", "penilaian"): "Kode penilaian yang memuat baris ini.",
    ("lke-zi", "penilai"): Penilai.model_fields["jenis"].description,
    ("lke-zi", "kode"): "Kode penilaian dan kode area atau komponennya.",
    ("lke-zi", "bagian"): "pengungkit, atau hasil.",
    ("lke-zi", "butir"): "Kode area atau komponen menurut instrumennya.",
    ("lke-zi", "nama"): "Nama area atau komponen.",
    ("lke-zi", "bobot_pemenuhan"): "Nilai pemenuhan paling tinggi.",
    ("lke-zi", "bobot_reform"): "Nilai reform paling tinggi.",
    ("lke-zi", "nilai"): "Nilainya; untuk area, pemenuhan ditambah reform. Kosong bila belum lengkap dinilai.",
    ("lke-zi", "bobot"): "Nilai paling tinggi.",
    ("lke-zi", "persen"): "Nilai dalam persen dari bobotnya, dipotong dua angka di belakang koma.",
    ("lke-zi", "bukti"): "Kode bukti yang menunjukkannya, dipisah spasi.",
    ("lke-zi", "ambang_wbk"): f"Nilai paling rendah untuk WBK. {_ARTI_AMBANG}",
    ("lke-zi", "ambang_wbbm"): f"Nilai paling rendah untuk WBBM. {_ARTI_AMBANG}",
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
_KUNCI = {"zi": "indikator", "keputusan": "kode", "realisasi": "kode", "bukti": "kode", "lke-zi": "kode"}
"""The column that tells one row of a set from every other; rb and tim have none."""


def build_paket(tahun: Tahun, tabel: Mapping[str, Sequence[Rekam]]) -> Rekam:
    """Return datapackage.json.

    Args:
        tahun: the year.
        tabel: the rows of each CSV by the name of its set; every one has rows.
    """
    return {
        "profile": "tabular-data-package",
        "name": routes.dataset(tahun),
        "title": judul_data(tahun),
        "licenses": [{"name": "other-pd", "title": HAK}],
        "resources": [_resource(name, rows) for name, rows in tabel.items()],
    }


def _resource(name: str, rows: Sequence[Rekam]) -> Rekam:
    raw = as_csv(rows).encode()
    schema: dict[str, Any] = {"fields": [_field(name, column) for column in rows[0]], "missingValues": [""]}
    if name in _KUNCI:
        schema["primaryKey"] = [_KUNCI[name]]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": schema,
    }


def _field(name: str, column: str) -> Rekam:
    info = _info(name, column)
    # In our words where the column is computed, else in those of the model.
    arti = _ARTI_HIMPUNAN.get((name, column)) or _ARTI.get(column) or (info.description if info else None)
    return {"name": column, "type": _jenis(column, info), **({"description": arti} if arti else {})}


def _jenis(column: str, info: FieldInfo | None) -> str:
    kinds = [_JENIS[kind] for kind in scalars_in(info.annotation) if kind in _JENIS] if info else []
    return "number" if column in _ANGKA else next(iter(kinds), "string")


def _info(name: str, column: str) -> FieldInfo | None:
    """Return the field of the model that a column shows."""
    for model in _MODEL[name]:
        if column in model.model_fields:
            return model.model_fields[column]
    field, _, part = column.partition("_")
    record, field = (_REKAMAN[column], "kode") if column in _REKAMAN else (_REKAMAN.get(part, BaseModel), field)
    return record.model_fields.get(field)
