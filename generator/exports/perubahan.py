"""The changes of a year's data for programs: perubahan.json and its table."""

from __future__ import annotations

from generator.exports.tables import Row
from generator.model.isi import Tahun
from generator.views import YearView
from generator.views.changes import BarisPerubahan


def encode_perubahan(year: YearView) -> Row:
    """Return the differences, newest first, with every key of the contract."""
    return {"perubahan": [_record(row) for row in year.perubahan]}


def tabulate_perubahan(tahun: Tahun, record: Row) -> list[Row]:
    """Return the differences as rows of perubahan.csv: one each."""
    head = {"satker": tahun.satker.kode, "tahun": tahun.tahun}
    return [
        head
        | one
        | {
            "tempat": " ".join(one["tempat"]) or None,
            "jumlah": " ".join(f"{name}:{number}" for name, number in one["jumlah"].items()) or None,
        }
        for one in record["perubahan"]
    ]


def _record(row: BarisPerubahan) -> Row:
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
