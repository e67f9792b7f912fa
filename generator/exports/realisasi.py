"""What became of the plan, as open data: the log, the reports made from it, and the changes of the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from generator import routes
from generator.exports.registers import encode_bukti
from generator.exports.tables import Row, format_asal
from generator.model.isi import Tahun
from generator.model.realisasi import Entri
from generator.text import as_number
from generator.views import YearView
from generator.views.changes import BarisPerubahan
from generator.views.names import name_indikator
from generator.views.reports import Laporan
from generator.views.rows import BarisKali


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
        "nilai": [{"ukuran": n.ukuran, "nilai": as_number(n.nilai), "tingkat": n.tingkat} for n in entri.nilai],
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
        elif key == "nilai":
            told = (f"{n['ukuran']}={n['tingkat'] if n['nilai'] is None else n['nilai']}" for n in value)
            row[key] = "; ".join(told) or None
        else:
            row[key] = (" ".join(value) or None) if isinstance(value, list) else value
    return row


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
        "jatuh_tempo": [_kali(row) for row in laporan.jatuh_tempo],
        "dilepas": asdict(laporan.dilepas),
        "ditunda_ke_periode_ini": [_kali(row) for row in laporan.moved_here],
        "entri": [
            {**entri[row.entri.kode], "nama_indikator": name_indikator(row.indikator, row.bagian)}
            for row in laporan.entri
        ],
        "bukti": [bukti[one.bukti.kode] for one in laporan.bukti],
    }


def _kali(row: BarisKali) -> Row:
    due = row.kali.kali.jatuh_tempo
    return {
        "indikator": row.indikator.kode,
        "nama_indikator": name_indikator(row.indikator, row.bagian),
        "bulan": list(row.kali.kali.bulan),
        "jatuh_tempo": due.isoformat() if due else None,
        "status": row.status,
        "terbukti": row.kali.terbukti,
        "bukti": list(row.kali.bukti),
    }


def encode_perubahan(year: YearView) -> Row:
    """Return the differences, newest first, with every key of the contract."""
    day = year.kesegaran.sejak
    return {"tercatat_sejak": day.isoformat() if day else None, "perubahan": [_record(row) for row in year.perubahan]}


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
