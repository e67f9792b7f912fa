"""The CSV beside the JSON: one row per indikator, member or decree, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator import routes
from generator.exports.kali import tabulate_facts, tabulate_kali
from generator.exports.publikasi import tabulate_register
from generator.model.bukti import BerkasBukti
from generator.model.isi import LetakArea, LetakBagian, Tahun, walk_area
from generator.model.keputusan import DaftarTim, Keputusan
from generator.model.kutipan import Uraian
from generator.model.periode import BIDANG_TRIWULAN, BULAN_PENDEK, TRIWULAN
from generator.model.rencana import Bagian, Indikator, IndikatorZI, Kegiatan
from generator.progress import list_berkas_terbit, list_bukti_of_indikator
from generator.text import as_number
from generator.views import YearView
from generator.views.tim import find_penanggung_jawab, list_tim


def encode_target(item: Indikator) -> dict[str, Any] | None:
    """Return the target of an indikator; None without one."""
    if item.target is None:
        return None
    printed = item.target.tercetak
    numbers = {name: as_number(printed.get(tw)) for tw, name in zip(TRIWULAN, BIDANG_TRIWULAN, strict=True)}
    # Only where the plan says so: what goes without saying changes no fingerprint.
    arah = item.target.arah if item.target.turun else None
    return {"satuan": item.target.satuan, "akumulasi": item.target.akumulasi, "arah": arah, **numbers}


def encode_capaian(year: YearView, item: Indikator) -> dict[str, Any] | None:
    """Return what entries report for each quarter, and in all by the day of the data; None without a target."""
    one = year.nilai.indikator.get(item.kode)
    if one is None or not one.capaian:
        return None
    quarters = {f"tw{quarter.triwulan}": as_number(quarter.capaian) for quarter in one.capaian}
    return {**quarters, "tercapai": as_number(one.capaian[-1].sampai)}


def tabulate_triwulan(year: YearView, item: Indikator | None) -> dict[str, Any]:
    """Return the columns that a plan by quarters has in place of the twelve months."""
    target = (encode_target(item) if item else None) or {}
    reached = (encode_capaian(year, item) if item else None) or {}
    return {
        "penanggung_jawab": item and item.penanggung_jawab,
        "satuan": target.get("satuan"),
        "akumulasi": target.get("akumulasi"),
        **{f"target_{name}": target.get(name) for name in BIDANG_TRIWULAN},
        **{f"capaian_{name}": reached.get(name) for name in (*BIDANG_TRIWULAN, "tercapai")},
    }


Row = dict[str, Any]
_PARTS = {"rb": "kegiatan", "zi": "komponen"}
"""What the columns of an area's parts are called, whatever a regime calls them on pages."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def as_csv(rows: Sequence[Row]) -> str:
    """Return rows as CSV: UTF-8 with a mark for Excel, comma, CRLF, one header row.

    A text that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236).
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return "\ufeff" + out.getvalue()


def tabulate_rencana(year: YearView, jenis: str) -> list[Row]:
    """Return a plan (rb or zi): one row per indikator, and one for each row of the plan that holds none."""
    rows: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for part in year.daftar_bagian:
        rows[part.rencana.jenis, part.area.kode] += _bagian(year, part)
    areas = (letak for letak in walk_area(year.tahun) if letak.rencana.jenis == jenis)
    return [row for letak in areas for row in rows[jenis, letak.area.kode] or [_empty_area(year, letak)]]


def _empty_area(year: YearView, letak: LetakArea) -> Row:
    """Return the row of an area below which the decree prints nothing."""
    sub = {} if letak.rencana.jenis == "zi" else _NO_SUB
    own = {
        "catatan": f"Tidak ada {letak.rencana.rezim.label.bagian.lower()} tercetak di bawah area ini.",
        "baris": format_asal(letak.area.asal) or None,
    }
    url = routes.area(year.tahun, letak.rencana, letak.area)
    return _head(year, letak, None) | sub | _indikator(year, letak, url, _tim(year, letak), None) | own


_NO_SUB = {"sub_kegiatan": None, "nomor_sub_kegiatan": None, "nama_sub_kegiatan": None}


def _head(year: YearView, letak: LetakArea, bagian: Bagian | None) -> Row:
    """Return the columns that say where a row stands."""
    name = _PARTS[letak.rencana.jenis]
    return {
        "satker": year.tahun.satker.kode,
        "tahun": year.tahun.tahun,
        "area": letak.area.kode,
        "nomor_area": letak.area.nomor,
        "nama_area": letak.area.nama,
        name: bagian and bagian.kode,
        f"nomor_{name}": bagian and bagian.nomor,
        f"nama_{name}": bagian and bagian.nama,
    }


def _tim(year: YearView, letak: LetakArea) -> str | None:
    """Return the kode of the teams that hold an area on the day, as one cell."""
    penanggung = find_penanggung_jawab(year.tahun, letak.rencana, letak.area, year.nilai.per_tanggal)
    return " ".join(one.tim.kode for one in penanggung.tim) or None


def _bagian(year: YearView, letak: LetakBagian) -> Iterator[Row]:
    bagian, url = letak.bagian, routes.letak(letak)
    head = _head(year, letak, bagian)
    row = partial(_indikator, year, letak, url, _tim(year, letak))
    if isinstance(bagian, Kegiatan):
        for sub in bagian.sub_kegiatan:
            head_sub = head | {
                "sub_kegiatan": sub.kode,
                "nomor_sub_kegiatan": sub.nomor,
                "nama_sub_kegiatan": _with_items(sub.nama, sub.rincian),
            }
            yield from (head_sub | row(item) for item in sub.indikator or (None,))
        head |= _NO_SUB
    alone = not bagian.indikator and not getattr(bagian, "sub_kegiatan", ())
    yield from (head | row(item) for item in (bagian.indikator or ((None,) if alone else ())))


def tabulate_tim(year: YearView, daftar: DaftarTim) -> list[Row]:
    """Return the roster: one row per member."""
    return [
        {
            "satker": year.tahun.satker.kode,
            "tahun": year.tahun.tahun,
            "tim": one.tim.kode,
            "nama_tim": one.tim.nama,
            "area": one.tim.area,
            "rencana": " ".join(one.tim.rencana) or None,
            "sejak": one.term.sejak and one.term.sejak.isoformat(),
            "sampai": one.term.sampai and one.term.sampai.isoformat(),
            "berlaku": "ya" if one.term.holds(year.nilai.per_tanggal) else "tidak",
            "nomor": anggota.nomor,
            "nama": anggota.nama,
            "jabatan": anggota.jabatan,
            "kedudukan": anggota.kedudukan,
            "keputusan": daftar.keputusan_butir(one.tim),
            "baris": format_asal(anggota.asal),
            "url": routes.tim(year.tahun, one.tim.kode),
        }
        for one in list_tim(year.tahun)
        for anggota in one.tim.anggota
    ]


def encode_naskah(tahun: Tahun, item: Keputusan, files: Mapping[str, BerkasBukti]) -> Row:
    """Return where a decree can be read as it was issued: its file here, its address elsewhere.

    Args:
        tahun: its year.
        item: the decree.
        files: the files that are published, by the kode of their decree.
    """
    berkas = files.get(item.kode)
    return {
        "berkas": routes.berkas_bukti(tahun, berkas.nama) if berkas else None,
        "sha256": berkas.sidik if berkas else None,
        "tautan": item.tautan,
    }


def tabulate_keputusan(tahun: Tahun) -> list[Row]:
    """Return the decrees: one row each."""
    files = list_berkas_terbit(tahun, tahun.keputusan)
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
            **encode_naskah(tahun, item, files),
            "url": routes.keputusan(tahun, item.kode),
        }
        for item in tahun.keputusan
    ]


def _indikator(year: YearView, letak: LetakArea, url: str, tim: str | None, item: Indikator | None) -> Row:
    berkas, log = letak.berkas, year.nilai.log
    return {
        "indikator": item and item.kode,
        "nomor_indikator": item and item.nomor,
        "nama_indikator": item and _with_items(item.nama, item.rincian),
        "mencakup": " ".join(item.mencakup) if item else None,
        **(_steps(item) if letak.rencana.jenis == "zi" else {}),
        **_when(year, letak.rencana.rezim.periode, item),
        "keadaan_jadwal": item and item.jadwal.keadaan.value,
        "calon_jadwal": "; ".join(" ".join(map(str, months)) for months in item.jadwal.calon) or None if item else None,
        "catatan_jadwal": item and item.jadwal.catatan,
        "ukuran": " ".join(one.kode for one in item.ukuran) or None if item else None,
        "keluaran": item and item.keluaran,
        "anggaran": as_number(item.anggaran.rupiah) if item and item.anggaran else None,
        "keterangan": item and item.keterangan,
        "keadaan_khusus": item and item.keadaan_khusus,
        "status": item and year.nilai.status(item.kode),
        **tabulate_kali(year, item),
        **tabulate_facts(year, item),
        "bukti": " ".join(list_bukti_of_indikator(log, item.kode)) or None if item else None,
        "tim": tim,
        "padanan": item and item.padanan,
        **tabulate_register(year, item),
        "letak": item and item.letak,
        "dicabut": item and item.dicabut,
        **_dasar_pencabutan(item),
        "menggantikan": item and item.menggantikan,
        "catatan": item and item.catatan,
        "keputusan": berkas.keputusan_butir(item) if item else berkas.keputusan,
        "lampiran": berkas.lampiran_butir(item) if item else berkas.lampiran,
        "baris": format_asal(item.asal) if item else None,
        "url": f"{url}#{item.kode}" if item else url,
    }


def _dasar_pencabutan(item: Indikator | None) -> Row:
    dasar = item.dasar_pencabutan if item else None
    return {
        "dasar_pencabutan": dasar and dasar.kutipan,
        "baris_pencabutan": format_asal(dasar.asal) or None if dasar else None,
    }


def _steps(item: Indikator | None) -> Row:
    """Return the columns that only a ZI plan has."""
    own = item if isinstance(item, IndikatorZI) else None
    return {"langkah_aksi": own and _uraian(own.langkah_aksi), "bukti_fisik": own and _uraian(own.bukti_fisik)}


def _when(year: YearView, periode: str, item: Indikator | None) -> Row:
    """Return the columns of the months, or of the quarters."""
    if periode == "triwulan":
        return tabulate_triwulan(year, item)
    months = set(item.bulan) if item else set()
    return {name.lower(): "x" if number in months else None for number, name in enumerate(BULAN_PENDEK, start=1)}


def _uraian(uraian: Uraian | None) -> str | None:
    return _with_items(uraian.nama, uraian.rincian) if uraian else None


def _with_items(nama: str | None, rincian: tuple[str, ...]) -> str | None:
    return " ".join(filter(None, (nama, *rincian))) or None


def format_asal(asal: Iterable[Iterable[int]]) -> str:
    """Return lines of a decree's text as one cell: 81 86-90."""
    return " ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in asal)


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
