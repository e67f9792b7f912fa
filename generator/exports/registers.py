"""What an office keeps and owes, as open data: evidence, worksheets (LKE), services, channels and surveys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from generator import routes
from generator.exports.tables import Row
from generator.model.bukti import BerkasBukti, Bukti
from generator.model.isi import Kantor, Tahun
from generator.model.kantor import Kanal
from generator.model.layanan import KOMPONEN, PARTS, DaftarLayanan, Layanan, Survei
from generator.model.lke import NilaiArea, NilaiHasil
from generator.model.waktu import Published
from generator.output import OutputFile
from generator.progress import (
    BarisLke,
    LembarKerja,
    index_indikator_by_bukti,
    index_lke_by_bukti,
    list_berkas_terbit,
    name_butir_lke,
)
from generator.text import as_number
from generator.views import OfficeView, YearView
from generator.views.channels import RekapTahun


def encode_bukti(year: YearView) -> Row:
    """Return bukti.json without its head."""
    tahun, nilai = year.tahun, year.nilai
    files = list_berkas_terbit(tahun, year.bukti_tampil)
    served = index_indikator_by_bukti(tahun, nilai.log)
    lke = {kode: [name_butir_lke(*row) for row in rows] for kode, rows in index_lke_by_bukti(tahun, nilai.hari).items()}
    return {
        "per_tanggal": nilai.per_tanggal.isoformat(),
        "bukti": [
            _bukti(
                tahun,
                bukti,
                files.get(bukti.kode),
                {"indikator": list(served.get(bukti.kode, ())), "lke": lke.get(bukti.kode, [])},
            )
            for bukti in year.bukti_tampil
        ],
    }


def tabulate_bukti(tahun: Tahun, record: Row) -> list[Row]:
    """Return the rows of bukti.csv: one per piece of evidence."""
    return [
        {
            "satker": tahun.satker.kode,
            "tahun": tahun.tahun,
            **{key: (" ".join(value) or None) if isinstance(value, list) else value for key, value in bukti.items()},
        }
        for bukti in record["bukti"]
    ]


def build_berkas(year: YearView) -> Iterator[OutputFile]:
    """Yield the files of open evidence and of decrees, each once, to be copied as they are."""
    files = list_berkas_terbit(year.tahun, (*year.bukti_tampil, *year.tahun.keputusan))
    for berkas in {berkas.nama: berkas for berkas in files.values()}.values():
        yield OutputFile(routes.berkas_bukti(year.tahun, berkas.nama), berkas.jalur, source=(berkas.berkas,))


def _bukti(tahun: Tahun, bukti: Bukti, berkas: BerkasBukti | None, melayani: Row) -> Row:
    shown = bukti if bukti.terbuka else Bukti(kode=bukti.kode, jenis=bukti.jenis)
    return {
        "kode": bukti.kode,
        "jenis": bukti.jenis,
        "judul": shown.judul,
        "nomor": shown.nomor,
        "tanggal": bukti.tanggal.isoformat() if bukti.tanggal else None,
        "berlaku_sampai": _day(bukti.berlaku_sampai),
        "akses": bukti.akses,
        "alasan": bukti.alasan,
        "tautan": shown.tautan,
        "berkas": routes.berkas_bukti(tahun, berkas.nama) if berkas else None,
        "sha256": berkas.sidik if berkas else None,
        "keputusan": shown.keputusan,
        "url": routes.bukti(tahun, bukti.kode),
        **melayani,
        "catatan": shown.catatan,
    }


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


def encode_layanan(kantor: Kantor, daftar: DaftarLayanan) -> Row:
    """Return layanan.json without its head."""
    pledge, plain = daftar.maklumat, daftar.model_dump(mode="json")
    return {
        "url": routes.layanan(kantor.satker),
        "penetapan": daftar.penetapan,
        "diperbarui": daftar.diperbarui.isoformat(),
        "maklumat": {
            "isi": pledge.isi,
            "tanggal": pledge.tanggal.isoformat() if pledge.tanggal else None,
            "jabatan": pledge.jabatan,
            **_span(pledge),
        }
        if pledge
        else None,
        **{name: plain[name] for name in PARTS if name not in {"maklumat", "layanan"}},
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
        "kompensasi": layanan.kompensasi,
        **_span(layanan),
    }


def _span(record: Published) -> Row:
    """Return from when to when a record is published."""
    return {"sejak": _day(record.sejak), "sampai": _day(record.sampai)}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _kanal(kanal: Kanal, years: list[RekapTahun]) -> Row:
    return {
        "jenis": kanal.jenis,
        "nama": kanal.nama,
        "uraian": kanal.uraian,
        "tautan": kanal.tautan,
        "surel": kanal.surel,
        "alamat": kanal.alamat,
        **_span(kanal),
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
        "sampai": _day(survei.sampai),
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
