"""The reports as open data: what each page of a report shows, in full."""

from __future__ import annotations

from generator import routes
from generator.exports.baris import Rekam
from generator.exports.bukti import rekam_bukti
from generator.exports.realisasi import rekam_realisasi
from generator.model.isi import Tahun
from generator.pages.laporan import Laporan, list_laporan
from generator.pages.page import Bahan, nama_indikator
from generator.pages.tahap import BarisTahap


def rekam_laporan(bahan: Bahan, tahun: Tahun) -> Rekam:
    """Return laporan.json without its head; entries and evidence as in realisasi.json and bukti.json."""
    entries = {entri["kode"]: entri for entri in rekam_realisasi(bahan, tahun)["entri"]}
    evidence = {bukti["kode"]: bukti for bukti in rekam_bukti(bahan, tahun)["bukti"]}
    return {
        "per_tanggal": bahan.nilai(tahun).per_tanggal.isoformat(),
        "laporan": [_laporan(tahun, laporan, entries, evidence) for laporan in list_laporan(bahan, tahun)],
    }


def _laporan(tahun: Tahun, laporan: Laporan, entries: dict[str, Rekam], evidence: dict[str, Rekam]) -> Rekam:
    return {
        "periode": laporan.periode,
        "url": routes.laporan(tahun, laporan.periode),
        "keputusan": [keputusan.kode for keputusan in laporan.keputusan],
        "jatuh_tempo": [_tahap(row) for row in laporan.jatuh_tempo],
        "entri": [
            {**entries[row.entri.kode], "nama_indikator": nama_indikator(row.indikator, row.bagian)}
            for row in laporan.entri
        ],
        "bukti": [evidence[one.bukti.kode] for one in laporan.bukti],
    }


def _tahap(row: BarisTahap) -> Rekam:
    due = row.tahap.tahap.jatuh_tempo
    return {
        "indikator": row.indikator.kode,
        "nama_indikator": nama_indikator(row.indikator, row.bagian),
        "bulan": list(row.tahap.tahap.bulan),
        "jatuh_tempo": due.isoformat() if due else None,
        "status": row.tahap.status,
    }
