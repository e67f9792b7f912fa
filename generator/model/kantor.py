"""An office (satuan kerja, satker), its channels and the settings of one of its years."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Record
from generator.model.jenis import AlamatWeb, Bilangan, Kode, Surel, Tanggal, Teks, YaTidak
from generator.model.waktu import Published

SKEMA = 1
"""The number of the data schema that this version reads."""


JenisKanal = Literal["ppid", "pengaduan", "wbs", "gratifikasi", "jdih", "kontak"]


class Kanal(Published):
    """One channel by which a citizen reaches the office or its supervisors."""

    jenis: JenisKanal
    """Jenis kanal."""
    nama: Teks
    """Nama kanal."""
    uraian: Teks | None = None
    """Untuk apa kanal ini dan bagaimana memakainya."""
    tautan: AlamatWeb | None = None
    """Alamat web kanal, diawali https://."""
    surel: Surel | None = None
    """Alamat surel resmi kantor."""
    alamat: Teks | None = None
    """Alamat tempat layanan tatap muka."""


class Satker(Record):
    """The file ``satker.yml``: the identity of one office."""

    skema: Bilangan
    """Nomor skema data; sekarang 1."""
    kode: Kode
    """Kode kantor, sama dengan nama foldernya."""
    nama: Teks
    """Nama pendek, contoh KPU Kabupaten Contoh."""
    nama_resmi: Teks
    """Nama resmi, contoh Komisi Pemilihan Umum Kabupaten Contoh."""
    tingkat: Literal["provinsi", "kabupaten", "kota"]
    """Tingkat wilayah."""
    kode_wilayah: Teks | None = None
    """Kode wilayah seperti tertulis dalam nomor keputusan kantor ini."""
    contoh: YaTidak = False
    """ya bila kantor ini rekaan; halamannya berspanduk dan tidak ikut dihitung."""
    kanal: tuple[Kanal, ...] = ()
    """Kanal layanan dan pengaduan kantor ini."""


class RezimTahun(Record):
    """Which regime each plan of the year follows."""

    rb: Kode | None = None
    """Rezim rencana aksi RB, contoh rb-8-area."""
    zi: Kode | None = None
    """Rezim rencana aksi ZI, contoh zi-permenpanrb-90-2021."""


class SetelanTahun(Record):
    """The file ``tahun.yml``: the settings of one office's year."""

    tahun: Bilangan
    """Tahun rencana, sama dengan nama foldernya."""
    rezim: RezimTahun
    """Aturan yang diikuti rencana tahun ini."""
    pelaporan: Tanggal | None = None
    """Sejak kapan kantor melaporkan realisasi di situs ini; tidak diisi bila belum."""
    per_tanggal: Tanggal | None = None
    """Tanggal keadaan data; untuk arsip dan kantor contoh."""
    berlaku_sampai: Tanggal | None = None
    """Akhir masa berlaku rencana; tidak diisi berarti 31 Desember tahun rencana."""
    tenggang_hari: Annotated[Bilangan, Field(ge=0, le=366)] = 0
    """Hari tambahan sesudah akhir bulan sebelum sebuah tahap dihitung terlambat."""
