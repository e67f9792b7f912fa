"""The worksheets (LKE) as open data: values as they were entered, sums only where nothing is lacking."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator import routes
from generator.exports.tables import Row
from generator.model.isi import Tahun
from generator.model.lke import NilaiArea, NilaiHasil
from generator.progress import BarisLke, LembarKerja, name_butir_lke
from generator.text import as_number
from generator.views import YearView


def encode_lke(year: YearView) -> Row:
    """Return lke-zi.json without its head: the instruments that are used, then the assessments, oldest first."""
    sheets = year.lembar
    used = {lembar.instrumen.kode: lembar.instrumen for lembar in sheets}
    return {
        "per_tanggal": year.nilai.per_tanggal.isoformat(),
        "instrumen": [_plain(instrumen.model_dump()) for instrumen in used.values()],
        "penilaian": [_penilaian(year.tahun, lembar) for lembar in sheets],
    }


def tabulate_lke(year: YearView) -> list[Row]:
    """Return the rows of lke-zi.csv: one per area or component of each assessment.

    A threshold is in the unit of ``nilai``, that of an area too: its share of the area's weight.
    """
    tahun, sheets = year.tahun, year.lembar
    levels = dict.fromkeys(ambang.kode for lembar in sheets for ambang in lembar.instrumen.ambang)
    rows = []
    for lembar in sheets:
        one = lembar.penilaian
        head = {
            "satker": tahun.satker.kode,
            "tahun": tahun.tahun,
            "penilaian": one.kode,
            "instrumen": one.instrumen,
            "penilai": one.penilai.jenis,
            "lembaga": one.penilai.lembaga,
            "tanggal": one.tanggal.isoformat(),
        }
        for baris, isian in _isian(lembar):
            row = _butir(tahun, lembar, baris, isian)
            batas = {batas.ambang.kode: as_number(batas.nilai) for batas in baris.batas}
            row["bukti"] = " ".join(isian.bukti) or None
            rows.append(head | row | {f"ambang_{kode}": batas.get(kode) for kode in levels})
    return rows


def _penilaian(tahun: Tahun, lembar: LembarKerja) -> Row:
    one = lembar.penilaian
    return {
        "kode": one.kode,
        "instrumen": one.instrumen,
        "penilai": {"jenis": one.penilai.jenis, "lembaga": one.penilai.lembaga},
        "tanggal": one.tanggal.isoformat(),
        "pengungkit": as_number(lembar.pengungkit.nilai),
        "hasil": as_number(lembar.jumlah_hasil.nilai),
        "total": as_number(lembar.total.nilai),
        "belum_dinilai": lembar.belum_dinilai,
        "butir": [_butir(tahun, lembar, baris, isian) for baris, isian in _isian(lembar)],
        "catatan": one.catatan,
        "url": routes.lke(tahun, one.kode),
    }


def _isian(lembar: LembarKerja) -> Iterator[tuple[BarisLke, NilaiArea | NilaiHasil]]:
    """Yield the rows that the file fills in, in the instrument's order."""
    for baris in (*lembar.area, *lembar.semua_hasil()):
        if isinstance(baris.isian, NilaiArea | NilaiHasil):
            yield baris, baris.isian


def _butir(tahun: Tahun, lembar: LembarKerja, baris: BarisLke, isian: NilaiArea | NilaiHasil) -> Row:
    area = isian if isinstance(isian, NilaiArea) else None
    parts = {bagian.nama.lower(): bagian for bagian in baris.bagian} if area else {}
    kode = name_butir_lke(lembar.penilaian, isian)
    return {
        "kode": kode,
        "bagian": "pengungkit" if area else "hasil",
        "butir": isian.butir,
        "nama": baris.nama,
        "pemenuhan": as_number(area.pemenuhan if area else None),
        "bobot_pemenuhan": as_number(parts["pemenuhan"].bobot) if area else None,
        "reform": as_number(area.reform if area else None),
        "bobot_reform": as_number(parts["reform"].bobot) if area else None,
        "nilai": as_number(baris.nilai),
        "bobot": as_number(baris.bobot),
        "persen": as_number(baris.persen),
        "indeks": as_number(isian.indeks) if isinstance(isian, NilaiHasil) else None,
        "bukti": list(isian.bukti),
        "catatan": isian.catatan,
        "url": routes.lke(tahun, kode),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - any part of a dumped record
    """Return a record's dump with its decimals as JSON numbers."""
    if isinstance(value, Decimal):
        return as_number(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value
