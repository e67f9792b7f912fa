"""Offices side by side as a table: what each plan has for a canonical kegiatan, or why that is not known."""

from __future__ import annotations

from generator.exports.tables import Row
from generator.model.periode import BULAN_PENDEK
from generator.views.side_by_side import BarisBanding, Comparison, SelBanding


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
