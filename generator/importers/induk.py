"""The two outer columns and the kegiatan: what opens a new parent, and what was printed in the wrong column."""

from __future__ import annotations

import re

from generator.importers.buku import AREA, KEGIATAN, NO, SUB_KEGIATAN, Buku
from generator.importers.daftar import SAMBUNGAN, Potong, read_nomor, split_cell
from generator.importers.halaman import BarisRB
from generator.importers.susunan import Simpul

_NOMOR_AREA = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,5})[.)]?", re.ASCII)


def scrambled(buku: Buku, row: BarisRB) -> bool:
    """Return whether a row's outer columns hold what can be neither number nor area nor kegiatan."""
    nomor, nama, kegiatan = row.teks(NO), row.teks(AREA), row.teks(KEGIATAN)
    if nomor:
        return not _NOMOR_AREA.fullmatch(nomor)
    listed = bool(nama) and read_nomor(nama)[0] is not None
    return listed and kegiatan not in {"", nama} and bool(buku.area)


def read_area(buku: Buku, row: BarisRB) -> str:
    """Read the two columns of the area; return a text in them that belongs further right, or nothing."""
    nomor, nama = row.teks(NO), row.teks(AREA)
    if not nomor and not nama:
        return ""
    last = buku.area[-1] if buku.area else None
    if last and not nomor and buku.continues(nama):
        last.grow(Potong(SAMBUNGAN, None, nama), row.nomor)
        buku.doubt(row, "nama area disambung dari halaman sebelumnya")
        return ""
    buku.menyambung = False
    if last and nomor == last.nomor and nama in {"", last.nama}:
        last.name_line(row.nomor)
        buku.doubt(row, f"nomor area “{nomor}” tercetak lagi; dibaca sebagai lanjutan area yang sama")
        return ""
    if last and not nomor and row.teks(KEGIATAN) in {"", nama}:
        return nama
    _open_area(buku, row, nomor, nama)
    return ""


def read_kegiatan(buku: Buku, row: BarisRB, tersasar: str) -> bool:
    """Read the kegiatan column, or a text that strayed into the area column; return whether one begins."""
    teks = tersasar or row.teks(KEGIATAN)
    if not teks:
        return False
    if not buku.area:
        buku.menyambung = False
        buku.doubt(row, f"kegiatan tanpa area tidak dapat ditempatkan: {teks}")
        return False
    daftar = buku.area[-1].anak
    if daftar and _same(buku, row, daftar[-1], teks):
        return False
    buku.menyambung = False
    nomor, nama = read_nomor(teks)
    buku.check_nomor(row, nomor, daftar, "kegiatan")
    if sum(potong.tingkat == 0 for potong in split_cell(teks).potong) > 1:
        buku.doubt(row, "sel kegiatan memuat beberapa butir bernomor; dibiarkan satu kegiatan")
    kegiatan = Simpul(nama, nomor.tertulis if nomor else None, nomor, [row.nomor])
    daftar.append(buku.note_geser(row, KEGIATAN, kegiatan))
    if tersasar:
        kegiatan.disusun_ulang = True
        kegiatan.catatan.append("Tercetak di kolom AREA PERUBAHAN; dibaca sebagai kegiatan.")
        buku.doubt(row, f"teks di kolom area tanpa nomor area, dibaca sebagai kegiatan: {teks}")
    buku.aim(kegiatan)
    return True


def belongs_to_sub(buku: Buku, row: BarisRB, tersasar: str) -> bool:
    """Return whether a text in the area column continues the numbers of the sub kegiatan, not of the kegiatan."""
    kegiatan = buku.sasaran.kegiatan
    nomor, _ = read_nomor(tersasar)
    if nomor is None or kegiatan is None or not kegiatan.anak or row.teks(KEGIATAN) or row.teks(SUB_KEGIATAN):
        return False
    return nomor.melanjutkan(kegiatan.anak[-1].urutan) and not nomor.melanjutkan(kegiatan.urutan)


def _open_area(buku: Buku, row: BarisRB, nomor: str, nama: str) -> None:
    area = buku.note_geser(row, AREA, Simpul(nama or None, nomor or None, baris=[row.nomor]))
    if not nomor:
        buku.doubt(row, f"area tanpa nomor: {nama}")
    if not nama:
        area.catatan.append("Nama area tidak terbaca dari sumber.")
        buku.doubt(row, f"nomor area “{nomor}” tanpa nama area")
    if nomor and nomor in [other.nomor for other in buku.area]:
        buku.doubt(row, f"nomor area “{nomor}” sudah dipakai area lain")
    buku.area.append(area)
    buku.aim(None)


def _same(buku: Buku, row: BarisRB, kegiatan: Simpul, teks: str) -> bool:
    """Add to the last kegiatan what goes on with it or repeats it; return whether the text did."""
    nomor, nama = read_nomor(teks)
    if buku.continues(teks):
        kegiatan.grow(Potong(SAMBUNGAN, None, teks), row.nomor)
        buku.doubt(row, "nama kegiatan disambung dari halaman sebelumnya")
        return True
    if (nomor.tertulis if nomor else None, nama) == (kegiatan.nomor, kegiatan.nama):
        buku.menyambung = False
        kegiatan.name_line(row.nomor)
        buku.doubt(row, "nama kegiatan tercetak lagi; dibaca sebagai lanjutan kegiatan yang sama")
        return True
    return False
