"""Draft an RB plan from a decree's text: each cell becomes a record, or a doubt that quotes it.

Position says where a cell belongs, numbering says what it continues; where the two disagree the doubt is written down.
"""

from __future__ import annotations

from generator.importers.buku import Buku
from generator.importers.butir import deal_marks, read_indikator, read_sub_kegiatan
from generator.importers.draf import Draf, Ragu
from generator.importers.halaman import BarisRB, read_halaman
from generator.importers.induk import belongs_to_sub, read_area, read_kegiatan, scrambled
from generator.importers.jadwal import describe_geser
from generator.importers.susunan import freeze_area
from generator.model.naskah import Naskah


def draft_rencana(naskah: Naskah) -> Draf:
    """Return the plan as far as position and numbering show it; whatever they leave open stands in ``ragu``."""
    ragu: list[Ragu] = []
    buku = Buku(ragu)
    rows = list(read_halaman(naskah, ragu))
    for row in rows:
        _read_row(buku, row)
    naskah_bertanda = any(row.bertanda for row in rows)
    for kelompok in buku.semua_kelompok:
        deal_marks(kelompok, ragu, naskah_bertanda=naskah_bertanda)
    if rows and not naskah_bertanda:
        ragu.append(Ragu(rows[0].nomor, "naskah tidak memuat satu tanda bulan pun; semua bulan tidak terbaca"))
    return Draf(
        tuple(freeze_area(area) for area in buku.area),
        tuple(sorted(dict.fromkeys(ragu), key=lambda doubt: doubt.baris)),
    )


def _read_row(buku: Buku, row: BarisRB) -> None:
    """Place every cell of a row, or doubt it."""
    if scrambled(buku, row):
        cells = " | ".join(f"c{sel.kolom} {sel.teks}" for sel in row.sel)
        marks = ", ".join(f"c{column}" for column in row.tanda) or "tidak ada"
        buku.doubt(row, f"kolom baris ini kacau, tidak ditempatkan: {cells} (tanda: {marks})")
        buku.kelompok, buku.usai_kacau = None, True
        return
    _doubt_columns(buku, row)
    buku.menyambung = row.awal
    tersasar = read_area(buku, row)
    milik_sub = bool(tersasar) and belongs_to_sub(buku, row, tersasar)
    baru = not milik_sub and read_kegiatan(buku, row, tersasar)
    baru = read_sub_kegiatan(buku, row, tersasar if milik_sub else "") or baru
    read_indikator(buku, row, baru=baru)


def _doubt_columns(buku: Buku, row: BarisRB) -> None:
    """Doubt what stands in columns that should hold something else."""
    for sel in row.tersesat:
        column = sel.kolom + row.geser
        buku.doubt(row, f"teks di kolom {row.kepala.nama(column)} (c{column}) tidak dapat ditempatkan: {sel.teks}")
    if row.geser:
        buku.doubt(row, f"isi baris bergeser {describe_geser(row.geser)}; dibaca kembali menurut kolomnya")
    if any(sel.kolom > row.kepala.ket for sel in row.sel):
        buku.doubt(row, f"teks di kanan kolom KET dibaca sebagai keterangan: {row.keterangan}")
