"""What an office owes its visitors as open data: its services, its channels and their counts, its surveys."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator import routes
from generator.exports.tables import Row
from generator.model.isi import Kantor, Tahun
from generator.model.kantor import Kanal
from generator.model.layanan import KOMPONEN, DaftarLayanan, Layanan, Survei
from generator.text import as_number
from generator.views import OfficeView, YearView
from generator.views.channels import RekapTahun


def encode_layanan(kantor: Kantor, daftar: DaftarLayanan) -> Row:
    """Return layanan.json without its head."""
    pledge = daftar.maklumat
    return {
        "url": routes.layanan(kantor.satker),
        "penetapan": daftar.penetapan,
        "diperbarui": daftar.diperbarui.isoformat(),
        "maklumat": {
            "isi": pledge.isi,
            "tanggal": pledge.tanggal.isoformat() if pledge.tanggal else None,
            "jabatan": pledge.jabatan,
        }
        if pledge
        else None,
        "layanan": [_layanan(layanan) for layanan in daftar.layanan],
    }


def encode_kanal(office: OfficeView) -> Row:
    """Return kanal.json without its head; counts that could identify somebody are hidden, as on the page."""
    return {
        "url": routes.kanal(office.kantor.satker),
        "kanal": [_kanal(kanal, years) for kanal, years in office.kanal],
    }


def encode_survei(year: YearView) -> Row:
    """Return survei.json without its head."""
    return {
        "per_tanggal": year.nilai.per_tanggal.isoformat(),
        "survei": [_survei(year.tahun, survei) for survei in year.survei],
    }


def _layanan(layanan: Layanan) -> Row:
    parts: dict[str, Any] = {name: getattr(layanan, name) for name in KOMPONEN}
    return {
        "kode": layanan.kode,
        "nama": layanan.nama,
        "ringkasan": layanan.ringkasan,
        **{name: list(part) if isinstance(part, tuple) else part for name, part in parts.items()},
    }


def _kanal(kanal: Kanal, years: list[RekapTahun]) -> Row:
    return {
        "jenis": kanal.jenis,
        "nama": kanal.nama,
        "uraian": kanal.uraian,
        "tautan": kanal.tautan,
        "surel": kanal.surel,
        "alamat": kanal.alamat,
        "rekap": [
            {
                "tahun": year.tahun,
                "periode": periode,
                "diterima": rekap.diterima,
                "selesai": rekap.selesai,
                "ditolak": rekap.ditolak,
                "rata_hari": as_number(rekap.rata_hari) if isinstance(rekap.rata_hari, Decimal) else rekap.rata_hari,
                "uraian": rekap.uraian,
            }
            for year in years
            for periode, rekap in year.baris
        ],
    }


def _survei(tahun: Tahun, survei: Survei) -> Row:
    return {
        "kode": survei.kode,
        "jenis": survei.jenis,
        "nama": survei.nama,
        "periode": survei.periode,
        "tanggal": survei.tanggal.isoformat(),
        "responden": survei.responden,
        "nilai": as_number(survei.nilai),
        "skala": as_number(survei.skala),
        "mutu": survei.mutu,
        "unsur": [{"nama": unsur.nama, "nilai": as_number(unsur.nilai)} for unsur in survei.unsur],
        "tindak_lanjut": [
            {"rekomendasi": item.rekomendasi, "rencana": item.rencana, "batas": item.batas, "keadaan": item.keadaan}
            for item in survei.tindak_lanjut
        ],
        "bukti": list(survei.bukti),
        "url": f"{routes.bagian_tahun(tahun, 'survei')}#{survei.kode}",
    }
