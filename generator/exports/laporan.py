"""The reports as open data: what each page of a report shows, in full."""

from __future__ import annotations

from generator import routes
from generator.exports.bukti import encode_bukti
from generator.exports.realisasi import encode_realisasi
from generator.exports.tables import Row
from generator.model.isi import Tahun
from generator.views import YearView
from generator.views.names import name_indikator
from generator.views.reports import Laporan
from generator.views.rows import BarisTahap


def encode_laporan(year: YearView) -> Row:
    """Return laporan.json without its head; entries and evidence as in realisasi.json and bukti.json."""
    entri = {one["kode"]: one for one in encode_realisasi(year)["entri"]}
    bukti = {one["kode"]: one for one in encode_bukti(year)["bukti"]}
    return {
        "per_tanggal": year.nilai.per_tanggal.isoformat(),
        "laporan": [_laporan(year.tahun, laporan, entri, bukti) for laporan in year.laporan],
    }


def _laporan(tahun: Tahun, laporan: Laporan, entri: dict[str, Row], bukti: dict[str, Row]) -> Row:
    return {
        "periode": laporan.periode,
        "url": routes.laporan(tahun, laporan.periode),
        "keputusan": [keputusan.kode for keputusan in laporan.keputusan],
        "jatuh_tempo": [_tahap(row) for row in laporan.jatuh_tempo],
        "entri": [
            {**entri[row.entri.kode], "nama_indikator": name_indikator(row.indikator, row.bagian)}
            for row in laporan.entri
        ],
        "bukti": [bukti[one.bukti.kode] for one in laporan.bukti],
    }


def _tahap(row: BarisTahap) -> Row:
    due = row.tahap.tahap.jatuh_tempo
    return {
        "indikator": row.indikator.kode,
        "nama_indikator": name_indikator(row.indikator, row.bagian),
        "bulan": list(row.tahap.tahap.bulan),
        "jatuh_tempo": due.isoformat() if due else None,
        "status": row.tahap.status,
    }
