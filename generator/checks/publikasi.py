"""Rules of publication: a mark says what must be there, and names the usual indikator that it answers to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.shared import check_of_office, check_of_year_with_vocabulary
from generator.findings import Finding, Rule, Severity, quote, suggest
from generator.model.isi import Kantor, Kosakata, Letak, Tahun, walk
from generator.model.publikasi import NEEDED, IndikatorBaku, Publikasi, Syarat
from generator.model.waktu import Published

SYARAT = Rule("syarat", "Setiap syarat penerbitan menyebut yang diperlukannya, dan tidak menyebut yang lain.")
SYARAT_KOSONG = Rule(
    "syarat-kosong",
    "Indikator yang dipenuhi dengan penerbitan punya syarat; yang di luar situs dan yang berupa dokumen, juga bukti.",
    Severity.PERINGATAN,
)
INDIKATOR_BAKU = Rule("indikator-baku", "Padanan indikator adalah indikator baku dari kegiatan baku kegiatannya.")
MASA_TERBIT = Rule("masa-terbit", "Hari terakhir terbit tidak mendahului hari pertamanya.")

_ONLY = frozenset(NEEDED.values())


@check_of_year_with_vocabulary(SYARAT, SYARAT_KOSONG, INDIKATOR_BAKU)
def check_publikasi(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """The office's own marks say what they ask for, and each padanan is known."""
    for letak in walk(tahun):
        yield from _padanan(letak, kosakata)
        if (own := letak.indikator.publikasi) and not own.is_faulty("syarat"):
            yield from _empty(letak, own)
            yield from (finding for syarat in own.syarat for finding in _fields(syarat))


def _padanan(letak: Letak, kosakata: Kosakata) -> Iterator[Finding]:
    padanan = letak.indikator.padanan
    usual = [baku.kode for kode in letak.bagian.padanan if kode in kosakata.kegiatan for baku in _baku(kosakata, kode)]
    if padanan is not None and padanan not in usual and not letak.bagian.is_faulty("padanan"):
        message = f"indikator baku {quote(padanan)} tidak ada di bawah kegiatan baku {letak.bagian.kode}"
        suggestion = suggest(padanan, usual, "lihat site_config/kegiatan.yml, atau hapus padanannya")
        yield Finding(letak.indikator.place("padanan"), INDIKATOR_BAKU, message, suggestion)


def _baku(kosakata: Kosakata, kode: str) -> Iterator[IndikatorBaku]:
    yield from kosakata.kegiatan[kode].indikator_baku


def _empty(letak: Letak, publikasi: Publikasi) -> Iterator[Finding]:
    kode, place = quote(letak.indikator.kode), publikasi.place("cara")
    if not publikasi.syarat:
        message = f"indikator publikasi {kode} belum bersyarat, jadi tidak pernah dinyatakan terpenuhi"
        yield Finding(place, SYARAT_KOSONG, message, "tambahkan syarat: [{jenis: …}]")
    elif publikasi.cara != "halaman" and all(syarat.jenis != "bukti" for syarat in publikasi.syarat):
        message = f"indikator publikasi {kode} dipenuhi dengan {publikasi.cara}, tetapi tidak mensyaratkan bukti"
        yield Finding(place, SYARAT_KOSONG, message, "tambahkan syarat {jenis: bukti, jenis_bukti: [dokumen]}")


def _fields(syarat: Syarat) -> Iterator[Finding]:
    needed = NEEDED.get(syarat.jenis)
    if syarat.is_faulty("jenis", *_ONLY):
        return
    if needed and not getattr(syarat, needed):
        message = f"syarat {syarat.jenis} belum menyebut {needed}"
        yield Finding(syarat.place("jenis"), SYARAT, message, f"tambahkan {needed}")
    for name in sorted(_ONLY - {needed}):
        if getattr(syarat, name):
            message = f"syarat {syarat.jenis} tidak mengenal {name}"
            yield Finding(syarat.place(name), SYARAT, message, f"hapus {name}")
    if syarat.jumlah == 0:
        yield Finding(syarat.place("jumlah"), SYARAT, "syarat berjumlah 0 tidak menuntut apa pun", "tulis 1 atau lebih")


@check_of_office(MASA_TERBIT)
def check_masa_terbit(kantor: Kantor) -> Iterator[Finding]:
    """Nothing that is published ends before it begins."""
    for record in _published(kantor):
        if record.sejak and record.sampai and record.sampai < record.sejak:
            message = f"terbit sampai {record.sampai}, padahal sejak {record.sejak}"
            yield Finding(record.place("sampai"), MASA_TERBIT, message, "periksa kedua tanggalnya")


def _published(kantor: Kantor) -> Iterator[Published]:
    yield from kantor.satker.kanal
    daftar = kantor.layanan
    if daftar is not None:
        yield from daftar.layanan
        yield from filter(None, (daftar.maklumat, daftar.visi_misi, daftar.pengelolaan_pengaduan))
        for fasilitas in (daftar.atribut, daftar.pelayanan_khusus, daftar.pelayanan_terpadu, daftar.sistem_informasi):
            yield from fasilitas
