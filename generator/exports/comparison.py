"""Offices, and years, side by side as tables: what each has for a canonical kegiatan, and what became of each kode."""

from __future__ import annotations

from generator.exports.tables import Row
from generator.model.isi import Tahun
from generator.model.periode import BULAN_PENDEK
from generator.views.side_by_side import BarisBanding, Comparison, SelBanding
from generator.views.two_years import DuaTahun, Side


def tabulate_comparison(comparison: Comparison) -> list[Row]:
    """Return the comparison of offices: a row per kegiatan or komponen, and one for each plan that has none to show."""
    return [
        row
        for baku in comparison.baris
        for sel in comparison.cells(baku)
        for row in ([_compared(sel, one) for one in sel.baris] or [_compared(sel, None)])
    ]


def _compared(sel: SelBanding, row: BarisBanding | None) -> Row:
    months = row.panas.jumlah if row else (None,) * len(BULAN_PENDEK)
    return {
        "kegiatan_baku": sel.baku.kode,
        "nama_kegiatan_baku": sel.baku.nama,
        "satker": sel.tahun.satker.kode,
        "tahun": sel.tahun.tahun,
        "jenis": sel.rencana.jenis,
        "keadaan": sel.keadaan,
        "area": row.bagian.area if row else None,
        "kode": row.bagian.kode if row else None,
        "nama": row.bagian.nama if row else None,
        "indikator": row.bagian.jumlah if row else None,
        "bulan_tidak_terbaca": row.panas.tak_terbaca if row else None,
        **{name.lower(): number for name, number in zip(BULAN_PENDEK, months, strict=True)},
        "url": row.bagian.alamat if row else None,
    }


def tabulate_two_years(tahun: Tahun, dua: DuaTahun) -> list[Row]:
    """Return last year beside this year: one row per kode."""
    return [
        {
            "satker": tahun.satker.kode,
            "kode": row.kode,
            "keberlanjutan": "berlanjut" if row.lalu and row.kini else "berakhir" if row.lalu else "baru",
            **_side("lalu", dua.lalu, row.lalu),
            **_side("kini", tahun, row.kini),
        }
        for row in dua.baris
    ]


def _side(name: str, tahun: Tahun, side: Side | None) -> Row:
    return {
        f"tahun_{name}": tahun.tahun,
        f"jenis_{name}": side and side.rencana.jenis,
        f"area_{name}": side and side.area.kode,
        f"nama_{name}": side and side.nama,
        f"jadwal_{name}": side and side.jadwal,
        f"status_{name}": side.status.kode if side and side.status else None,
        f"url_{name}": side and side.alamat,
    }
