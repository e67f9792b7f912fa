"""The CSV beside the JSON: one row per indikator, member or decree, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from generator import routes
from generator.model.isi import Rencana, Tahun
from generator.model.rencana import BerkasRencana, Indikator, IndikatorZI, Kegiatan, Uraian
from generator.model.tim import DaftarTim
from generator.pages.banding import list_banding
from generator.pages.page import Bahan
from generator.progress import bukti_indikator
from generator.text import BULAN_PENDEK

Rekam = dict[str, Any]
RUMUS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def as_csv(rows: Sequence[Rekam]) -> str:
    """Return rows as CSV: UTF-8 with a mark for Excel, comma, CRLF, one header row.

    A text that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236).
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return "\ufeff" + out.getvalue()


def rencana(bahan: Bahan, tahun: Tahun, rencana_: Rencana) -> list[Rekam]:
    """Return a plan: one row per indikator, and one per sub_kegiatan without any."""
    rows = []
    for berkas in rencana_.berkas:
        area = berkas.area
        for bagian in area.bagian:
            head = {
                "satker": tahun.satker.kode,
                "tahun": tahun.tahun,
                "area": area.kode,
                "nomor_area": area.nomor,
                "nama_area": area.nama,
                rencana_.rezim.label.bagian.lower(): bagian.kode,
                f"nomor_{rencana_.rezim.label.bagian.lower()}": bagian.nomor,
                f"nama_{rencana_.rezim.label.bagian.lower()}": bagian.nama,
            }
            url = routes.bagian(tahun, rencana_, area, bagian)
            if isinstance(bagian, Kegiatan):
                for sub in bagian.sub_kegiatan:
                    head_sub = head | {
                        "sub_kegiatan": sub.kode,
                        "nomor_sub_kegiatan": sub.nomor,
                        "nama_sub_kegiatan": _with_items(sub.nama, sub.rincian),
                    }
                    rows += [
                        head_sub | _indikator(bahan, tahun, berkas, item, url) for item in sub.indikator or (None,)
                    ]
                head |= {"sub_kegiatan": None, "nomor_sub_kegiatan": None, "nama_sub_kegiatan": None}
            rows += [head | _indikator(bahan, tahun, berkas, item, url) for item in bagian.indikator]
    return rows


def tim(tahun: Tahun, daftar: DaftarTim) -> list[Rekam]:
    """Return the roster: one row per member."""
    return [
        {
            "satker": tahun.satker.kode,
            "tahun": tahun.tahun,
            "tim": tim_.kode,
            "nama_tim": tim_.nama,
            "area": tim_.area,
            "nomor": anggota.nomor,
            "nama": anggota.nama,
            "jabatan": anggota.jabatan,
            "kedudukan": anggota.kedudukan,
            "keputusan": daftar.keputusan_butir(tim_),
            "baris": format_asal(anggota.asal),
            "url": f"{routes.bagian_tahun(tahun, 'tim')}#{tim_.kode}",
        }
        for tim_ in daftar.tim
        for anggota in tim_.anggota
    ]


def banding(bahan: Bahan) -> list[Rekam]:
    """Return the comparison of offices: one row per kegiatan or komponen that answers to a canonical kegiatan."""
    return [
        {
            "kegiatan_baku": row.baku.kode,
            "nama_kegiatan_baku": row.baku.nama,
            "satker": row.tahun.satker.kode,
            "tahun": row.tahun.tahun,
            "jenis": row.rencana.jenis,
            "area": row.area.kode,
            "kode": row.bagian.kode,
            "nama": row.bagian.nama,
            "indikator": len(list(row.bagian.semua_indikator())),
            "bulan_tidak_terbaca": row.panas.tak_terbaca,
            **{name.lower(): number for name, number in zip(BULAN_PENDEK, row.panas.jumlah, strict=True)},
            "url": row.panas.alamat,
        }
        for row in list_banding(bahan)
    ]


def keputusan(tahun: Tahun) -> list[Rekam]:
    """Return the decrees: one row each."""
    return [
        {
            "satker": tahun.satker.kode,
            "kode": item.kode,
            "nomor": item.nomor,
            "tahun": item.tahun,
            "tentang": item.tentang,
            "tempat": item.tempat,
            "tanggal_tertulis": item.tanggal_tertulis,
            "tanggal": item.tanggal.isoformat() if item.tanggal else None,
            "penandatangan": item.penandatangan,
            "jabatan_penandatangan": item.jabatan_penandatangan,
            "mengubah": item.mengubah,
            "naskah": item.naskah,
            "url": routes.keputusan(tahun, item.kode),
        }
        for item in tahun.keputusan
    ]


def _indikator(bahan: Bahan, tahun: Tahun, berkas: BerkasRencana, item: Indikator | None, url: str) -> Rekam:
    months = set(item.jadwal.bulan or ()) if item else set()
    row: Rekam = {
        "indikator": item and item.kode,
        "nomor_indikator": item and item.nomor,
        "nama_indikator": item and _with_items(item.nama, item.rincian),
        "mencakup": " ".join(item.mencakup) if item else None,
    }
    if isinstance(item, IndikatorZI):
        row |= {"langkah_aksi": _uraian(item.langkah_aksi), "bukti_fisik": _uraian(item.bukti_fisik)}
    row |= {name.lower(): "x" if number in months else None for number, name in enumerate(BULAN_PENDEK, start=1)}
    return row | {
        "keadaan_jadwal": item and item.jadwal.keadaan.value,
        "catatan_jadwal": item and item.jadwal.catatan,
        "keterangan": item and item.keterangan,
        "keadaan_khusus": item and item.keadaan_khusus,
        "status": item and bahan.nilai(tahun).status(item.kode),
        "bukti": " ".join(bukti_indikator(bahan.nilai(tahun).log, item.kode)) or None if item else None,
        "letak": item and item.letak,
        "dicabut": item and item.dicabut,
        "menggantikan": item and item.menggantikan,
        "catatan": item and item.catatan,
        "keputusan": berkas.keputusan_butir(item) if item else berkas.keputusan,
        "lampiran": berkas.lampiran_butir(item) if item else berkas.lampiran,
        "baris": format_asal(item.asal) if item else None,
        "url": f"{url}#{item.kode}" if item else url,
    }


def _uraian(uraian: Uraian | None) -> str | None:
    return _with_items(uraian.nama, uraian.rincian) if uraian else None


def _with_items(nama: str | None, rincian: tuple[str, ...]) -> str | None:
    return " ".join(filter(None, (nama, *rincian))) or None


def format_asal(asal: Iterable[Iterable[int]]) -> str:
    """Return lines of a decree's text as one cell: 81 86-90."""
    return " ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in asal)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(RUMUS) else value
