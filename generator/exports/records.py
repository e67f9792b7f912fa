"""The JSON of the open-data contract: every key always there, null where unknown, plan order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator import routes
from generator.exports.kali import encode_facts, encode_irama, encode_kali
from generator.exports.measures import encode_biaya, encode_ukuran
from generator.exports.publikasi import encode_register
from generator.exports.tables import encode_capaian, encode_naskah, encode_target
from generator.model.bukti import BerkasBukti
from generator.model.isi import LetakBagian, Rencana, Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import DaftarTim, Keputusan
from generator.model.kutipan import DasarPencabutan, Uraian
from generator.model.rencana import (
    Bagian,
    BerkasRencana,
    Butir,
    Indikator,
    IndikatorZI,
    Kegiatan,
    RencanaRB,
    RencanaZI,
    SubKegiatan,
)
from generator.progress import list_berkas_terbit, list_bukti_of_indikator
from generator.views import YearView
from generator.views.tim import find_penanggung_jawab, list_tim

JsonRecord = dict[str, Any]


def encode_rencana(year: YearView, rencana_: Rencana) -> JsonRecord:
    """Return rb.json or zi.json without its head."""
    cited = dict.fromkeys(berkas.keputusan for berkas in rencana_.berkas)
    cited |= dict.fromkeys(b.keputusan for berkas in rencana_.berkas for b in berkas.semua_butir() if b.keputusan)
    return {
        "jenis": rencana_.jenis,
        "rezim": rencana_.rezim.kode,
        "keputusan": list(cited),
        "per_tanggal": year.nilai.per_tanggal.isoformat(),
        "area": [_area(year, rencana_, berkas) for berkas in rencana_.berkas],
    }


def encode_tim(year: YearView, daftar: DaftarTim) -> JsonRecord:
    """Return tim.json without its head."""
    return {
        "keputusan": daftar.keputusan,
        "per_tanggal": year.nilai.per_tanggal.isoformat(),
        "tim": [
            {
                **_butir(one.tim, daftar),
                "keputusan": daftar.keputusan_butir(one.tim),
                "nomor": one.tim.nomor,
                "nama": one.tim.nama,
                "area": one.tim.area,
                "rencana": list(one.tim.rencana),
                "sejak": _day(one.tim.sejak),
                "sampai": _day(one.tim.sampai),
                "berlaku_sejak": _day(one.term.sejak),
                "berlaku_sampai": _day(one.term.sampai),
                "berlaku": one.term.holds(year.nilai.per_tanggal),
                "url": routes.tim(year.tahun, one.tim.kode),
                "tugas": [{"nomor": tugas.nomor, "nama": tugas.nama} for tugas in one.tim.tugas],
                "anggota": [
                    {
                        "nomor": anggota.nomor,
                        "nama": anggota.nama,
                        "jabatan": anggota.jabatan,
                        "kedudukan": anggota.kedudukan,
                        "asal": _asal(anggota.asal, daftar.keputusan, daftar.lampiran),
                    }
                    for anggota in one.tim.anggota
                ],
            }
            for one in list_tim(year.tahun)
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def encode_keputusan(tahun: Tahun) -> JsonRecord:
    """Return keputusan.json without its head."""
    files = list_berkas_terbit(tahun, tahun.keputusan)
    return {"keputusan": [_keputusan(tahun, item, files) for item in tahun.keputusan]}


def _keputusan(tahun: Tahun, item: Keputusan, files: Mapping[str, BerkasBukti]) -> JsonRecord:
    return {
        "kode": item.kode,
        "nomor": item.nomor,
        "tahun": item.tahun,
        "tentang": item.tentang,
        "tempat": item.tempat,
        "tanggal_tertulis": item.tanggal_tertulis,
        "tanggal": _day(item.tanggal),
        "penandatangan": item.penandatangan,
        "jabatan_penandatangan": item.jabatan_penandatangan,
        "menimbang": [ayat.isi for ayat in item.menimbang],
        "mengingat": [ayat.isi for ayat in item.mengingat],
        "memerhatikan": [ayat.isi for ayat in item.memerhatikan],
        "menetapkan": item.menetapkan,
        "diktum": [{"urutan": diktum.urutan, "isi": diktum.isi} for diktum in item.diktum],
        "narasi": [
            {
                "nomor": narasi.nomor,
                "judul": narasi.judul,
                "isi": list(narasi.isi),
                "asal": _asal(narasi.asal, item.kode, None),
            }
            for narasi in item.narasi
        ],
        "lampiran": [
            {"nomor": lampiran.nomor, "judul": lampiran.judul, "disalin": lampiran.disalin}
            for lampiran in item.lampiran
        ],
        "mengubah": item.mengubah,
        "berlaku_sampai": _day(item.berlaku_sampai),
        "naskah": item.naskah,
        **encode_naskah(tahun, item, files),
        "dikutip_di": item.dikutip_di,
        "keganjilan": [
            {
                "asal": _asal(keganjilan.asal, item.kode, None),
                "tertulis": keganjilan.tertulis,
                "catatan": keganjilan.catatan,
            }
            for keganjilan in item.keganjilan
        ],
        "catatan": item.catatan,
        "url": routes.keputusan(tahun, item.kode),
    }


def _asal(lines: Baris, keputusan_: str, lampiran: str | None) -> JsonRecord:
    return {"keputusan": keputusan_, "lampiran": lampiran, "baris": [[first, last] for first, last in lines]}


def _butir(butir: Butir, berkas: BerkasRencana) -> JsonRecord:
    """Return what every row carries."""
    return {
        "kode": butir.kode,
        "asal": _asal(butir.asal, berkas.keputusan_butir(butir), berkas.lampiran_butir(butir)),
        "catatan": butir.catatan,
        "letak": butir.letak,
        "dicabut": butir.dicabut,
        "dasar_pencabutan": _dasar_pencabutan(butir.dasar_pencabutan),
        "menggantikan": butir.menggantikan,
    }


def _dasar_pencabutan(dasar: DasarPencabutan | None) -> JsonRecord | None:
    """Return the words by which a later decree ends a row, with their lines in that decree."""
    return {"kutipan": dasar.kutipan, "baris": [list(lines) for lines in dasar.asal]} if dasar else None


def _area(year: YearView, rencana_: Rencana, berkas: RencanaRB | RencanaZI) -> JsonRecord:
    area = berkas.area
    penanggung = find_penanggung_jawab(year.tahun, rencana_, area, year.nilai.per_tanggal)
    return {
        **_butir(area, berkas),
        "padanan": area.padanan,
        "nomor": area.nomor,
        "nama": area.nama,
        "tim": [one.tim.kode for one in penanggung.tim],
        "url": routes.area(year.tahun, rencana_, area),
        "kegiatan" if rencana_.jenis == "rb" else "komponen": [
            _bagian(year, LetakBagian(year.tahun, rencana_, berkas, area, bagian)) for bagian in area.bagian
        ],
    }


def _bagian(year: YearView, letak: LetakBagian) -> JsonRecord:
    bagian, berkas = letak.bagian, letak.berkas
    record = {
        **_butir(bagian, berkas),
        "padanan": list(bagian.padanan),
        "nomor": bagian.nomor,
        "nama": bagian.nama,
        "url": routes.letak(letak),
        **_kegiatan(bagian),
        "indikator": [_indikator(year, berkas, item) for item in bagian.indikator],
    }
    if isinstance(bagian, Kegiatan):
        record["sub_kegiatan"] = [_sub_kegiatan(year, berkas, item) for item in bagian.sub_kegiatan]
    return record


def _kegiatan(bagian: Bagian) -> JsonRecord:
    """Return what only a kegiatan has."""
    if not isinstance(bagian, Kegiatan):
        return {}
    return {"indikator_kegiatan": list(bagian.indikator_kegiatan), **encode_biaya(bagian)}


def _sub_kegiatan(year: YearView, berkas: BerkasRencana, sub: SubKegiatan) -> JsonRecord:
    return {
        **_butir(sub, berkas),
        "nomor": sub.nomor,
        "nama": sub.nama,
        "rincian": list(sub.rincian),
        "keterangan": sub.keterangan,
        "indikator": [_indikator(year, berkas, item) for item in sub.indikator],
    }


def _indikator(year: YearView, berkas: BerkasRencana, item: Indikator) -> JsonRecord:
    record = {
        **_butir(item, berkas),
        "nomor": item.nomor,
        "nama": item.nama,
        "rincian": list(item.rincian),
        "jadwal": _jadwal(item),
        "irama": encode_irama(item.irama),
        "kali": encode_kali(year, item),
        **encode_facts(year, item),
        "target": encode_target(item),
        "capaian": encode_capaian(year, item),
        "ukuran": [encode_ukuran(one) for one in item.ukuran],
        **encode_biaya(item),
        "penanggung_jawab": item.penanggung_jawab,
        "keterangan": item.keterangan,
        "keadaan_khusus": item.keadaan_khusus,
        "status": year.nilai.status(item.kode),
        "padanan": item.padanan,
        "publikasi": item.publikasi.model_dump() if item.publikasi else None,
        "register": encode_register(year, item),
        "bukti": list(list_bukti_of_indikator(year.nilai.log, item.kode)),
        "mencakup": list(item.mencakup),
    }
    if isinstance(item, IndikatorZI):
        record |= {"langkah_aksi": _uraian(item.langkah_aksi), "bukti_fisik": _uraian(item.bukti_fisik)}
    return record


def _jadwal(item: Indikator) -> JsonRecord:
    """Return the months: null where they are unknown, an empty list where the decree leaves them empty.

    Where several readings are equal, they are the candidates.
    """
    jadwal = item.jadwal
    bulan = [] if jadwal.keadaan == "kosong" else list(item.bulan) or None
    calon = [list(months) for months in jadwal.calon]
    return {"bulan": bulan, "keadaan": jadwal.keadaan.value, "calon": calon, "catatan": jadwal.catatan}


def _uraian(uraian: Uraian | None) -> JsonRecord:
    return {"nama": uraian.nama if uraian else None, "rincian": list(uraian.rincian) if uraian else []}
