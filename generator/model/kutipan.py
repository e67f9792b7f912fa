"""The words of a decree as its rows quote them, and our own words beside them: kinds of text by what they are."""

from enum import StrEnum
from typing import Annotated

from generator.model.base import Record
from generator.model.jenis import Asal, Kode, Teks
from generator.model.marks import AffectsStatus, Change, Label, Ours, Quotes, QuotesWithin
from generator.model.perubahan import JenisPerubahan

Kutipan = Annotated[Teks, Quotes()]
"""Words of a decree, as printed."""
Catatan = Annotated[Teks, QuotesWithin(), Label("catatan pembacaan")]
"""A note on a row of a decree by whoever read it."""
NomorTercetak = Annotated[Teks, Quotes(beside="nama"), Label("nomor tercetak")]
"""The number of a row, as printed."""
Bunyi = Annotated[Kutipan, Label("bunyi")]
"""The words of a row, as printed."""
Keterangan = Annotated[Teks, Quotes(shared=True), Change(JenisPerubahan.KETERANGAN), AffectsStatus()]
"""The decree's remark on a row, as printed."""
Ringkasan = Annotated[Teks, Ours(), Change(JenisPerubahan.BUNYI), Label("ringkasan kami")]
"""Our own plain words for a row."""
KegiatanBakuSepadan = Annotated[tuple[Kode, ...], Label("padanan baku")]
"""The canonical kegiatan that a row answers to."""


class Uraian(Record):
    """A cell of the ZI plan: a sentence, a list, or a sentence with a list."""

    nama: Kutipan | None = None
    """Kalimat pokok; tidak ada bila selnya langsung berupa daftar."""
    rincian: tuple[Kutipan, ...] = ()
    """Isi daftar, masing-masing dengan nomor tercetaknya."""


class DasarPencabutan(Record):
    """The words by which a later decree ends a row."""

    kutipan: Annotated[Teks, Ours()]
    """Kata-kata keputusan yang mencabut, persis seperti tercetak, yang menyebut butir ini atau induknya."""
    asal: Asal = ()
    """Baris naskah keputusan yang mencabut; wajib bila naskahnya dipegang situs ini."""


class KeadaanKhusus(StrEnum):
    """What the decree's own remark says of a row, confirmed by a person."""

    TAHUN_SEBELUMNYA = "dilaksanakan-tahun-sebelumnya"
    MENUNGGU_PETUNJUK = "menunggu-petunjuk"
    KEWENANGAN_LAIN = "kewenangan-lain"
    TIDAK_BERLAKU = "tidak-berlaku"
