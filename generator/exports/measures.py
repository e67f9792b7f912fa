"""Measures as open data: what is measured, its targets as printed and as read, and every value that counts."""

from __future__ import annotations

from typing import Any

from generator.exports.tables import Row
from generator.model.ukuran import Biaya, DasarAwal, TargetUkuran, Ukuran
from generator.progress import ToldValue
from generator.text import as_number
from generator.views import YearView
from generator.views.measures import Series
from generator.views.names import name_indikator

_WORDS = {None: None, True: "ya", False: "tidak"}


def encode_ukuran(ukuran: Ukuran) -> Row:
    """Return a measure as the plan has it, without values."""
    return {
        "kode": ukuran.kode,
        "nama": ukuran.nama,
        "satuan": ukuran.satuan,
        "jenis": ukuran.jenis.value,
        "arah": ukuran.arah.value if ukuran.arah else None,
        "seluruh": ukuran.seluruh,
        "skala": list(ukuran.skala),
        "dasar_awal": _start(ukuran.dasar_awal) if ukuran.dasar_awal else None,
        "target": [_target(one) for one in ukuran.target],
    }


def _start(one: DasarAwal) -> Row:
    return {"nilai": as_number(one.nilai), "tingkat": one.tingkat, "periode": one.periode, "bunyi": one.bunyi}


def _target(one: TargetUkuran) -> Row:
    return {
        "jenis": one.jenis.value,
        "nilai": as_number(one.nilai),
        "sampai": as_number(one.sampai),
        "tingkat": one.tingkat,
        "batas_termasuk": one.batas_termasuk,
        "periode": one.periode,
        "bunyi": one.bunyi,
    }


def encode_biaya(row: Biaya) -> Row:
    """Return what a plan prints of a row's output and budget."""
    anggaran = row.anggaran
    return {
        "keluaran": row.keluaran,
        "anggaran": {"rupiah": as_number(anggaran.rupiah), "bunyi": anggaran.bunyi} if anggaran else None,
    }


def encode_nilai(year: YearView) -> Row:
    """Return nilai.json without its head: every measure in plan order, with its values, oldest first."""
    return {
        "per_tanggal": year.nilai.per_tanggal.isoformat(),
        "ukuran": [
            {
                "indikator": one.indikator.kode,
                "nama_indikator": name_indikator(one.indikator, one.bagian),
                **encode_ukuran(one.ukuran),
                "nilai": [_value(told) for told in one.nilai],
                "url": one.alamat,
            }
            for one in year.ukuran
        ],
    }


def _value(told: ToldValue) -> Row:
    return {
        "entri": told.entri.kode,
        "periode": told.entri.periode,
        "tanggal": told.entri.dilaksanakan.isoformat(),
        "nilai": as_number(told.nilai.nilai),
        "tingkat": told.nilai.tingkat,
        "target": told.target.bunyi if told.target else None,
        "tercapai": told.tercapai,
        "memburuk": told.memburuk,
        "bukti": list(told.entri.bukti),
    }


def tabulate_nilai(year: YearView) -> list[Row]:
    """Return the rows of nilai.csv: one per value, and one for a measure of which none is told."""
    return [_row(year, one, told) for one in year.ukuran for told in one.nilai or (None,)]


def _row(year: YearView, one: Series, told: ToldValue | None) -> Row:
    value: dict[str, Any] = _value(told) if told else {}
    return {
        "satker": year.tahun.satker.kode,
        "tahun": year.tahun.tahun,
        "indikator": one.indikator.kode,
        "nama_indikator": name_indikator(one.indikator, one.bagian),
        "ukuran": one.ukuran.kode,
        "nama_ukuran": one.ukuran.nama,
        "satuan": one.ukuran.satuan,
        "jenis": one.ukuran.jenis.value,
        "arah": one.ukuran.arah.value if one.ukuran.arah else None,
        "entri": value.get("entri"),
        "periode": value.get("periode"),
        "tanggal": value.get("tanggal"),
        "nilai": value.get("nilai"),
        "tingkat": value.get("tingkat"),
        "target": value.get("target"),
        "tercapai": _WORDS[value.get("tercapai")],
        "memburuk": _WORDS[value.get("memburuk")],
        "bukti": " ".join(value.get("bukti", ())) or None,
        "url": one.alamat,
    }
