"""The changes of a year's data for programs: perubahan.json and its table."""

from __future__ import annotations

from generator.exports.baris import Rekam
from generator.model.isi import Tahun
from generator.views import YearView
from generator.views.changes import BarisPerubahan


def rekam_perubahan(year: YearView) -> Rekam:
    """Return the differences, newest first, with every key of the contract."""
    return {"perubahan": [_rekam(row) for row in year.perubahan]}


def baris_perubahan(tahun: Tahun, rekam: Rekam) -> list[Rekam]:
    """Return the differences as rows of perubahan.csv: one each."""
    head = {"satker": tahun.satker.kode, "tahun": tahun.tahun}
    return [
        head
        | one
        | {
            "tempat": " ".join(one["tempat"]) or None,
            "jumlah": " ".join(f"{name}:{number}" for name, number in one["jumlah"].items()) or None,
        }
        for one in rekam["perubahan"]
    ]


def _rekam(row: BarisPerubahan) -> Rekam:
    one = row.perubahan
    return {
        "commit": one.commit.kode,
        "waktu": one.commit.waktu.isoformat(),
        "perubahan": one.jenis.value,
        "bagian": one.bagian,
        "rekaman": one.rekaman,
        "kode": one.kode,
        "tempat": list(one.tempat),
        "nama": one.nama,
        "bidang": one.bidang,
        "sebelum": one.sebelum,
        "sesudah": one.sesudah,
        "jumlah": dict(one.jumlah),
        "url": row.alamat,
    }
