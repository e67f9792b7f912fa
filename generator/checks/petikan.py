"""What the data quotes from a decree: each text with its record, its lines and its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.findings import Tempat
from generator.model.base import Rekaman
from generator.model.isi import Tahun
from generator.model.jenis import Baris
from generator.model.keputusan import Keputusan
from generator.model.naskah import squash
from generator.model.rencana import BerkasRencana, Butir, Indikator, IndikatorZI
from generator.model.target import Target
from generator.model.tim import Tim
from generator.text import format_ukuran

_QUOTED = re.compile(r"“([^”]+)”")
_BODY_NUMBERED = ("menimbang", "mengingat", "memerhatikan")


@dataclass(slots=True, eq=False)
class Petikan:
    """One quoted text, and which of its letters the source has shown."""

    asli: str
    rekaman: Rekaman
    bidang: str
    """The field of the record that holds it."""
    butir: int | None = None
    """Its index in that field, where the field is a list."""
    asal: Baris = ()
    bersama: bool = False
    """Printed once for several records, like a remark beside merged cells."""
    wajib: bool = True
    """Must occur in the source; the words quoted in a catatan may."""
    pemilik: Rekaman | None = None
    """The record whose asal it is, where the text stands in a part of it."""
    isi: str = ""
    """The text without white space."""
    terlihat: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.isi = squash(self.asli)
        # What a reported mistake touched need not be found: that would be its consequence.
        self.wajib = self.wajib and not self.rekaman.cacat(self.bidang)

    @property
    def baris(self) -> Rekaman:
        """The record whose asal it is."""
        return self.pemilik or self.rekaman

    @property
    def tempat(self) -> Tempat:
        """Where the text stands in its file."""
        if self.butir is None:
            return self.rekaman.place(self.bidang)
        return self.rekaman.place_item(self.bidang, self.butir)

    @property
    def terpotong(self) -> bool:
        """Whether the text may be cut across cells, since its record names several lines."""
        return len(self.asal) > 1 or any(first < last for first, last in self.asal)

    def lines(self, last_line: int) -> Iterator[int]:
        """Yield the lines of its asal, none past the source's last."""
        for first, last in self.asal:
            yield from range(first, min(last, last_line) + 1)

    def whole(self) -> bool:
        """Return whether every letter has been seen in the source."""
        reached = 0
        for start, end in sorted(self.terlihat):
            if start > reached:
                return False
            reached = max(reached, end)
        return reached >= len(self.isi)

    def see(self, start: int = 0, end: int | None = None) -> None:
        """Note that the source shows a part of the text; all of it by default."""
        self.terlihat.append((start, len(self.isi) if end is None else end))


def table_texts(tahun: Tahun) -> Iterator[tuple[BerkasRencana, str, list[Petikan]]]:
    """Yield, for every row of the year's files, its file's head, the decree it is quoted from and its texts."""
    for berkas, butir in tahun.semua_butir():
        yield berkas, berkas.keputusan_butir(butir), [*_butir_texts(butir)]


def _butir_texts(butir: Butir) -> Iterator[Petikan]:
    asal = butir.asal
    # A number and its name stand in one cell or in two: both are allowed, so they are two texts.
    for text in _plain(butir, ("nomor", "nama"), asal):
        # Where the text is lost, its number may be known only from the numbers around it.
        text.wajib = text.wajib and getattr(butir, "nama", None) is not None
        yield text
    yield from _items(butir, asal)
    yield from _items(butir, asal, "indikator_kegiatan")
    if isinstance(butir, Indikator):
        yield from _indikator_texts(butir)
    for text in _plain(butir, ("keterangan",), asal):
        text.bersama = True
        yield text
    for words in _QUOTED.findall(butir.catatan or ""):
        yield Petikan(words, butir, "catatan", asal=asal, wajib=False)
    if isinstance(butir, Tim):
        for tugas in butir.tugas:
            yield Petikan(f"{tugas.nomor or ''} {tugas.nama}", tugas, "nama", asal=tugas.asal)
        for anggota in butir.anggota:
            yield from _plain(anggota, ("nomor", "nama", "jabatan", "kedudukan"), anggota.asal)


def _indikator_texts(butir: Indikator) -> Iterator[Petikan]:
    yield from _plain(butir, ("penanggung_jawab",), butir.asal)
    if butir.target:
        yield from _target_texts(butir.target, butir.asal, butir)
    if isinstance(butir, IndikatorZI):
        for uraian in (butir.langkah_aksi, butir.bukti_fisik):
            if uraian:
                yield from _plain(uraian, ("nama",), butir.asal, butir)
                yield from _items(uraian, butir.asal, pemilik=butir)


def _target_texts(target: Target, asal: Baris, pemilik: Rekaman) -> Iterator[Petikan]:
    """Yield the unit and the numbers as printed; a dash may stand for no number, a sign of per cent behind one."""
    yield from _plain(target, ("satuan",), asal, pemilik)
    for number, value in target.tercetak.items():
        yield Petikan(format_ukuran(value), target, f"tw{number}", asal=asal, pemilik=pemilik)
    for sign in "-–%":
        yield Petikan(sign, target, "satuan", asal=asal, wajib=False, pemilik=pemilik)


def _plain(record: Rekaman, names: tuple[str, ...], asal: Baris, pemilik: Rekaman | None = None) -> Iterator[Petikan]:
    for name in names:
        if text := getattr(record, name, None):
            yield Petikan(text, record, name, asal=asal, pemilik=pemilik)


def _items(record: Rekaman, asal: Baris, name: str = "rincian", pemilik: Rekaman | None = None) -> Iterator[Petikan]:
    for index, text in enumerate(getattr(record, name, ())):
        yield Petikan(text, record, name, index, asal, pemilik=pemilik)


def body_texts(keputusan: Keputusan) -> Iterator[Petikan]:
    """Yield every quoted text of the decree's running text."""
    for group in _BODY_NUMBERED:
        for ayat in getattr(keputusan, group):
            yield Petikan(f"{ayat.nomor or ''} {ayat.isi}", ayat, "isi", asal=ayat.asal)
    for diktum in keputusan.diktum:
        yield from _plain(diktum, ("isi",), diktum.asal)
    for narasi in keputusan.narasi:
        if narasi.judul:
            yield Petikan(f"{narasi.nomor or ''} {narasi.judul}", narasi, "judul", asal=narasi.asal)
        yield from _items(narasi, narasi.asal, "isi")
    for lampiran in keputusan.lampiran:
        yield from _plain(lampiran, ("judul",), lampiran.asal)
    for keganjilan in keputusan.keganjilan:
        yield from _plain(keganjilan, ("tertulis",), keganjilan.asal)
