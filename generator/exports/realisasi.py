"""The log as open data: every entry known on the day, corrected ones too."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exports.tables import Row, format_asal
from generator.model.isi import Tahun
from generator.model.realisasi import Entri
from generator.text import as_number
from generator.views import YearView


def encode_realisasi(year: YearView) -> Row:
    """Return realisasi.json without its head."""
    nilai = year.nilai
    since, last = year.tahun.setelan.pelaporan, nilai.log.terakhir
    pages = {kode: link.alamat for kode, link in year.link_indikator.items()}
    return {
        "per_tanggal": nilai.per_tanggal.isoformat(),
        "pelaporan": since.isoformat() if since else None,
        "entri_terakhir": last.isoformat() if last else None,
        "entri": [_entri(entri, nilai.log.dikoreksi, pages) for entri in nilai.log.entri],
    }


def tabulate_realisasi(tahun: Tahun, record: Row) -> list[Row]:
    """Return the rows of realisasi.csv: one per entry."""
    return [_baris(tahun, entri) for entri in record["entri"]]


def _entri(entri: Entri, dikoreksi: Mapping[str, Entri], pages: Mapping[str, str]) -> Row:
    later = dikoreksi.get(entri.kode)
    return {
        "kode": entri.kode,
        "indikator": entri.indikator,
        "periode": entri.periode,
        "tanggal": entri.tanggal.isoformat() if entri.tanggal else None,
        "paling_lambat": entri.paling_lambat.isoformat() if entri.paling_lambat else None,
        "dilaporkan": entri.dilaporkan.isoformat() if entri.dilaporkan else None,
        "hasil": entri.hasil.value,
        "uraian": entri.uraian,
        "capaian": as_number(entri.capaian),
        "bukti": list(entri.bukti),
        "kendala": entri.kendala,
        "tindak_lanjut": entri.tindak_lanjut,
        "penundaan": {"dasar": entri.penundaan.dasar, "ke": entri.penundaan.ke} if entri.penundaan else None,
        "mengoreksi": entri.mengoreksi,
        "dikoreksi_oleh": later.kode if later else None,
        "dasar": entri.dasar,
        "asal": {"keputusan": entri.keputusan, "lampiran": None, "baris": [[first, last] for first, last in entri.asal]}
        if entri.keputusan
        else None,
        "catatan": entri.catatan,
        "url": pages.get(entri.indikator),
    }


def _baris(tahun: Tahun, entri: Row) -> Row:
    """Return an entry of the JSON as a row: what it holds in parts becomes columns of their own."""
    row: Row = {"satker": tahun.satker.kode, "tahun": tahun.tahun}
    for key, value in entri.items():
        if key == "penundaan":
            row |= {"penundaan_dasar": value and value["dasar"], "penundaan_ke": value and value["ke"]}
        elif key == "asal":
            row |= {"keputusan": value and value["keputusan"], "baris": value and format_asal(value["baris"])}
        else:
            row[key] = (" ".join(value) or None) if isinstance(value, list) else value
    return row
