"""The sub kegiatan and indikator columns, and the rows of marks beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importers.buku import INDIKATOR, SUB_KEGIATAN, Buku
from generator.importers.daftar import SAMBUNGAN, Konteks, Potong, split_cell
from generator.importers.draf import Ragu
from generator.importers.halaman import BarisRB
from generator.importers.jadwal import read_jadwal, share_jadwal
from generator.importers.susunan import Daftar, Kelompok, Simpul
from generator.model.rencana import Keadaan

# Words on which no sentence ends.
_TERPOTONG = re.compile(
    r"(?<![;,] )\b(?:atas|bagi|dalam|dan|dari|dengan|di|ke|kepada|oleh|pada|serta|terhadap|untuk|yang)$|,$"
)
_RUSAK = re.compile(r"\w- \w|[a-z);.][A-Z][a-z]{2}")  # "e- PPID", "kepemiluan)Melakukan"
_NAMA = {SUB_KEGIATAN: "sub kegiatan", INDIKATOR: "indikator"}
_TANPA_INDIKATOR = (
    "Indikator tidak tercantum dalam keputusan: di samping butir ini hanya ada tanda bulan atau keterangan."
)


def read_sub_kegiatan(buku: Buku, row: BarisRB, tersasar: str) -> bool:
    """Read the sub kegiatan column, or a text that strayed from it; return whether a new one begins."""
    teks = tersasar or row.teks(SUB_KEGIATAN)
    kegiatan = buku.sasaran.kegiatan
    if not teks:
        return False
    if kegiatan is None:
        buku.menyambung = False
        buku.doubt(row, f"sub kegiatan tanpa kegiatan tidak dapat ditempatkan: {teks}")
        return False
    baru = _read_cell(buku, row, teks, kegiatan.anak, SUB_KEGIATAN)
    if baru:
        buku.sasaran.sub_kegiatan = baru
        buku.daftar_indikator.close()
        buku.usai_kacau = False
    if len(baru) > 1:
        buku.doubt(row, f"{len(baru)} sub kegiatan dalam satu sel; indikatornya dicatat pada kegiatan")
    for sub in baru if tersasar else ():
        sub.disusun_ulang = True
        sub.catatan.append("Tercetak di kolom AREA PERUBAHAN; dibaca sebagai sub kegiatan.")
        buku.doubt(row, f"teks di kolom area tanpa nomor area, dibaca sebagai sub kegiatan: {teks}")
    return bool(baru)


def read_indikator(buku: Buku, row: BarisRB, *, baru: bool) -> None:
    """Read the indikator column and the marks; ``baru`` says that the row has begun a new parent."""
    teks = row.teks(INDIKATOR)
    if baru:
        buku.kelompok = None
    if buku.usai_kacau:
        buku.doubt(row, "mengikuti baris yang tidak dapat ditempatkan; periksa induknya")
    if teks and buku.sasaran.kegiatan is not None:
        _read_indikator_cell(buku, row, teks)
        return
    if teks:
        buku.doubt(row, f"indikator tanpa kegiatan tidak dapat ditempatkan: {teks}")
    if baru and not row.tanda and buku.sasaran.sub_kegiatan:
        buku.doubt(row, "sub kegiatan tanpa indikator; mungkin tercakup indikator di atasnya")
        for sub in buku.sasaran.sub_kegiatan:
            sub.keterangan = row.keterangan or None
    elif row.tanda or row.keterangan:
        _read_marks(buku, row)


def deal_marks(kelompok: Kelompok, ragu: list[Ragu], *, naskah_bertanda: bool) -> None:
    """Deal the rows of marks and remarks beside a cell out to its indikator."""
    rows, items = kelompok.baris, kelompok.indikator
    read = [read_jadwal(row, naskah_bertanda=naskah_bertanda) for row in rows]
    dealt = share_jadwal(read, rows, len(items))
    own_row = len(rows) == len(items)
    together = " ".join(row.keterangan for row in rows if row.keterangan)
    for index, indikator in enumerate(items):
        indikator.jadwal = dealt[index]
        indikator.keterangan = (rows[index].keterangan if own_row else together) or None
        for row in [rows[index]] if own_row else rows:
            indikator.name_line(row.nomor)
    for row, jadwal in zip(rows, read, strict=True):
        if row.melimpah and jadwal.catatan:
            ragu.append(Ragu(row.nomor, jadwal.catatan))
    if together and not own_row:
        ragu.append(Ragu(rows[0].nomor, f"keterangan sel ini ditulis pada {len(items)} indikator: {together}"))
    lines = ", ".join(f"L{row.nomor}" for row in rows)
    if dealt[0].keadaan is Keadaan.TIDAK_TERBACA and all(row.bertanda for row in rows):
        ragu.append(Ragu(rows[0].nomor, f"bulan tidak dapat dibaca: {dealt[0].catatan}"))
    elif len(rows) > 1:
        ragu.append(
            Ragu(rows[0].nomor, f"{len(rows)} baris tanda ({lines}) untuk {len(items)} indikator dalam satu sel")
        )


def _read_indikator_cell(buku: Buku, row: BarisRB, teks: str) -> None:
    sasaran = buku.sasaran
    baru = _read_cell(buku, row, teks, sasaran.indikator, INDIKATOR)
    for indikator in baru:
        indikator.mencakup = sasaran.mencakup
    if baru:
        buku.group(baru, row)
        if not sasaran.sub_kegiatan:
            buku.doubt(row, "indikator tanpa sub kegiatan; dicatat pada kegiatan")
    elif row.tanda or row.keterangan:
        _read_marks(buku, row)


def _read_marks(buku: Buku, row: BarisRB) -> None:
    """Give a row of marks or a remark to the indikator above, or to one that the decree doesn't name."""
    if buku.kelompok:
        buku.kelompok.baris.append(row)
    elif buku.sasaran.kegiatan:
        indikator = Simpul(None, baris=[row.nomor], catatan=[_TANPA_INDIKATOR], mencakup=buku.sasaran.mencakup)
        buku.sasaran.indikator.append(indikator)
        buku.daftar_indikator.close()
        buku.doubt(row, "tanda bulan atau keterangan tanpa indikator")
        buku.group([indikator], row)
    else:
        marks = ", ".join(f"c{column}" for column in row.tanda)
        buku.doubt(row, f"tanda bulan ({marks}) atau keterangan tanpa induk tidak dapat ditempatkan: {row.keterangan}")


def _read_cell(buku: Buku, row: BarisRB, teks: str, daftar: list[Simpul], kolom: int) -> list[Simpul]:
    """Cut a cell into records and add them; return the new ones."""
    nomor = buku.daftar_sub if kolom == SUB_KEGIATAN else buku.daftar_indikator
    pecahan = split_cell(teks, _konteks(buku, teks, daftar, nomor))
    nomor.terbuka, nomor.per_baris = tuple(pecahan.terbuka), pecahan.potong[0].tingkat > 0
    baru: list[Simpul] = []
    for potong in pecahan.potong:
        if potong.tingkat == 0:
            baru.append(_new_record(buku, row, potong, daftar, kolom))
            daftar.append(baru[-1])
        else:
            if potong is pecahan.potong[0]:
                buku.doubt(row, _describe_growth(potong, daftar[-1], _NAMA[kolom]))
            daftar[-1].grow(potong, row.nomor)
    for kata in pecahan.ragu:
        buku.doubt(row, kata)
    if _TERPOTONG.search(teks):
        buku.doubt(row, f"teks mungkin terpotong di sumber: “…{teks[-40:]}”")
    for broken in _RUSAK.finditer(teks):
        around = teks[max(broken.start() - 20, 0) : broken.end() + 20]
        buku.doubt(row, f"kata mungkin pecah atau melekat pada kata sebelumnya: “…{around}…”")
    buku.menyambung = buku.menyambung and not baru
    return baru


def _konteks(buku: Buku, teks: str, daftar: Sequence[Simpul], nomor: Daftar) -> Konteks:
    if not daftar or not nomor.terbuka:
        return Konteks()
    return Konteks(nomor.terbuka, daftar[-1].usai_stem, nomor.per_baris, buku.continues(teks))


def _describe_growth(potong: Potong, record: Simpul, nama: str) -> str:
    if potong.tingkat == SAMBUNGAN:
        return f"{nama} disambung dengan teks pada L{record.baris[-1]}"
    return f"“{potong.utuh[:60]}” dibaca sebagai rincian {nama} di atasnya"


def _new_record(buku: Buku, row: BarisRB, potong: Potong, daftar: Sequence[Simpul], kolom: int) -> Simpul:
    nomor = potong.nomor
    buku.check_nomor(row, nomor, daftar, _NAMA[kolom])
    lone = not any(row.teks(level) for level in range(kolom))
    if daftar and lone and nomor is None and (row.awal or potong.teks[:1].islower()):
        buku.doubt(row, f"mungkin sambungan butir di atasnya: {potong.teks}")
    record = Simpul(potong.teks, nomor.tertulis if nomor else None, nomor, [row.nomor])
    return buku.note_geser(row, kolom, record)
