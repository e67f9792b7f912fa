"""Rules of candour: what the source lost or left unsure is said, never filled in."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.aturan import Aturan
from generator.findings import Finding, quote
from generator.model.isi import Kosakata, Tahun
from generator.model.rencana import Indikator, Jadwal, Keadaan

_KNOWN_MONTHS = {Keadaan.PASTI, Keadaan.WAJAR}


def check_jadwal(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """Months stand exactly where they can be read, once and in order; a repaired reading says what was repaired."""
    for rencana in tahun.rencana:
        for _, _, indikator in rencana.semua_indikator():
            yield from _jadwal(indikator.jadwal)


def _jadwal(jadwal: Jadwal) -> Iterator[Finding]:
    known = jadwal.keadaan in _KNOWN_MONTHS
    if known and not jadwal.bulan:
        yield Finding(jadwal.place("keadaan"), "jadwal-tanpa-bulan", f"jadwal {jadwal.keadaan} belum menyebut bulan", "tambahkan bulan, atau tulis keadaan: tidak-terbaca")
    if not known and jadwal.bulan is not None:
        yield Finding(jadwal.place("bulan"), "bulan-tak-berdasar", f"jadwal {jadwal.keadaan} tidak boleh menyebut bulan", "hapus bulan, atau tulis keadaan: pasti atau wajar")
    if jadwal.bulan and list(jadwal.bulan) != sorted(set(jadwal.bulan)):
        yield Finding(jadwal.place("bulan"), "urutan-bulan", "bulan harus urut dan masing-masing sekali", f"tulis [{', '.join(map(str, sorted(set(jadwal.bulan))))}]")
    if jadwal.keadaan is Keadaan.WAJAR and jadwal.catatan is None:
        yield Finding(jadwal.place("keadaan"), "wajar-tanpa-catatan", "jadwal wajar belum menyebut tanda yang tercetak dan cara membacanya", "tambahkan catatan pada jadwal")


def check_catatan(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A row without its text, or put right by the reader, has a catatan that says why."""
    for _, butir in tahun.semua_butir():
        if butir.catatan is None and butir.letak is not None:
            yield Finding(butir.place("letak"), "letak-tanpa-catatan", f"{quote(butir.kode)} disusun ulang tanpa penjelasan", "tambahkan catatan: apa yang tercetak dan mengapa dipindahkan")
        if butir.catatan is None and getattr(butir, "nama", "") is None:
            yield Finding(butir.place("kode"), "nama-hilang", f"{quote(butir.kode)} tidak punya nama", "isi nama, atau tambahkan catatan mengapa tidak terbaca")


def check_keadaan_khusus(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """A special state rests on the decree's own remark or on a catatan."""
    for rencana in tahun.rencana:
        for _, _, indikator in rencana.semua_indikator():
            if indikator.keadaan_khusus and not (indikator.keterangan or indikator.catatan):
                yield Finding(indikator.place("keadaan_khusus"), "keadaan-tanpa-dasar", f"keadaan khusus {quote(indikator.keadaan_khusus)} tidak berdasar", "salin kolom keterangan, atau tambahkan catatan")


def check_area_berisi(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """An area holds at least one kegiatan or komponen, and each of them something to do."""
    for rencana in tahun.rencana:
        for area in rencana.area:
            if not area.bagian:
                yield Finding(area.place("kode"), "area-kosong", f"area {quote(area.kode)} tidak berisi {rencana.rezim.label.bagian.lower()}", "isi, atau hapus berkasnya")


def check_asal(tahun: Tahun, _: Kosakata) -> Iterator[Finding]:
    """Where the decree's text is held, every row says in which of its lines it stands."""
    for berkas, butir in tahun.semua_butir():
        keputusan = tahun.keputusan_berkode(butir.keputusan or berkas.keputusan)
        naskah = tahun.naskah.get(keputusan.sumber or "") if keputusan else None
        if naskah is None:
            continue
        if not butir.asal:
            yield Finding(butir.place("kode"), "asal-kosong", f"{quote(butir.kode)} belum menyebut baris naskahnya", "tambahkan asal, contoh L81")
        elif max(last for _, last in butir.asal) > len(naskah.baris):
            yield Finding(butir.place("asal"), "asal-di-luar", f"naskah {naskah.kode} hanya {len(naskah.baris)} baris", "periksa nomor barisnya")


ATURAN: tuple[Aturan, ...] = (check_jadwal, check_catatan, check_keadaan_khusus, check_area_berisi, check_asal)
