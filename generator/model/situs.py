"""The site's own settings, and the vocabularies that the tool ships."""

from typing import Literal

from generator.model.base import Record
from generator.model.jenis import AlamatWeb, Kode, Surel, Teks, YaTidak
from generator.model.publikasi import IndikatorBaku


class Situs(Record):
    """The file ``site_config/situs.yml``: settings that the site's staff edit."""

    nama: Teks
    """Nama situs, tampil di kepala tiap halaman."""
    deskripsi: Teks
    """Satu kalimat tentang situs ini, untuk mesin pencari."""
    pengelola: Teks
    """Siapa yang mengelola situs ini."""
    alamat: AlamatWeb | None = None
    """Alamat dasar situs, diawali https://; tanpa ini tidak ada tautan kanonis dan peta situs."""
    forge: AlamatWeb | None = None
    """Pola alamat sunting berisi {path} dan {baris}; tanpa ini tidak ada tautan sunting."""
    kontak: Surel | None = None
    """Alamat surel resmi untuk koreksi data."""
    htaccess: YaTidak = False
    """ya bila peladen webnya Apache dan mengizinkan .htaccess; berkas itu lalu ikut ditulis di akar situs."""
    tampilkan_contoh: YaTidak = False
    """ya bila kantor contoh ikut dibangun."""
    tampilkan_nama: Literal["semua", "pejabat", "inisial"] = "semua"
    """semua nama; pejabat: nama pelaksana menjadi inisial; inisial: semua nama menjadi inisial."""

    def absolute(self, address: str) -> str | None:
        """Return an address of the site in full; None where the site does not say where it stands."""
        return join_address(self.alamat, address)


def join_address(base: str | None, address: str) -> str | None:
    """Return an address below the base of a site in full; None where the base is not known."""
    return f"{base.rstrip('/')}/{address}" if base else None


class AreaBaku(Record):
    """One area of a regime."""

    kode: Kode
    """Kode area baku."""
    awalan: Kode
    """Awalan kode kegiatan di area ini."""
    nama: Teks
    """Nama baku area."""
    ringkasan: Teks
    """Satu kalimat sederhana: apa yang diubah di area ini."""


class LabelRezim(Record):
    """How a regime calls the levels of its plan."""

    rencana: Teks
    """Sebutan rencananya."""
    area: Teks
    """Sebutan tingkat pertama."""
    bagian: Teks
    """Sebutan tingkat yang punya halaman sendiri: kegiatan atau komponen."""
    sub_bagian: Teks | None = None
    """Sebutan tingkat di antara keduanya: sub kegiatan atau rencana aksi; tidak ada bila rezimnya tidak mengenalnya."""
    indikator: Teks
    """Sebutan indikator."""
    jadwal: Teks
    """Kepala kolom jadwal dalam tabel rencana."""


class Rezim(Record):
    """The rules a plan follows: areas, labels, periods."""

    kode: Kode
    """Kode rezim."""
    jenis: Literal["rb", "zi"]
    """Jenis rencana."""
    nama: Teks
    """Nama rezim."""
    dasar: tuple[Teks, ...]
    """Peraturan yang menjadi dasarnya."""
    periode: Literal["bulan", "triwulan"]
    """Satuan waktu jadwalnya."""
    label: LabelRezim
    """Sebutan tiap tingkat."""
    area: tuple[AreaBaku, ...]
    """Area menurut urutan baku."""

    @property
    def kode_area(self) -> tuple[str, ...]:
        """The kode of its areas, in their order."""
        return tuple(area.kode for area in self.area)


class DaftarRezim(Record):
    """The file ``site_config/rezim.yml``."""

    rezim: tuple[Rezim, ...]
    """Semua rezim yang dikenal."""


class StatusBaku(Record):
    """One status: how it is named, drawn and counted."""

    kode: Kode
    """Kunci status."""
    nama: Teks
    """Kata yang tampil."""
    arti: Teks
    """Apa artinya, satu kalimat."""
    ikon: Teks
    """Satu tanda yang tampil di samping katanya."""
    kelompok: Literal["selesai", "diklaim", "berjalan", "rencana", "terlambat", "khusus", "tidak-terbaca"]
    """Kelompok warna."""


class DaftarStatus(Record):
    """The file ``site_config/status.yml``."""

    status: tuple[StatusBaku, ...]
    """Semua status menurut urutan tampil."""


class Istilah(Record):
    """One word of the glossary."""

    kode: Kode
    """Kunci istilah; sama dengan kuncinya dalam data."""
    nama: Teks
    """Istilahnya."""
    arti: Teks
    """Artinya dengan kata sederhana."""
    padanan_cari: tuple[Teks, ...] = ()
    """Kata lain yang berarti sama; pencarian menyamakannya, karena imbuhan saja tidak mempertemukannya."""


class KataAsing(Record):
    """Words of another language, for screen readers to pronounce in theirs (WCAG 2.2, 3.1.2)."""

    bahasa: Teks
    """Kode bahasanya, contoh en."""
    kata: tuple[Teks, ...]
    """Kata atau kelompok katanya."""


class DaftarIstilah(Record):
    """The file ``site_config/istilah.yml``."""

    istilah: tuple[Istilah, ...]
    """Semua istilah."""
    padanan_cari: tuple[tuple[Teks, ...], ...] = ()
    """Bentuk-bentuk satu kata yang tidak bertemu bila imbuhannya dipotong, contoh mengawasi dan pengawasan."""
    tanpa_padanan: tuple[Teks, ...] = ()
    """Kata yang hanya ditemukan bila tertulis sama, karena potongan imbuhannya kata lain, contoh anda dan penanda."""
    asing: tuple[KataAsing, ...] = ()
    """Kata asing yang dipakai keputusan dan situs ini."""


class KegiatanBaku(Record):
    """One canonical kegiatan: the ground on which offices are compared."""

    kode: Kode
    """Kode kegiatan baku."""
    area: Kode
    """Area baku tempatnya."""
    nama: Teks
    """Nama pendek."""
    ringkasan: Teks
    """Satu kalimat sederhana untuk pembaca umum."""
    indikator_baku: tuple[IndikatorBaku, ...] = ()
    """Indikator yang biasa dijanjikan di bawahnya, supaya bunyi yang sama bertanda sama di setiap kantor."""


class DaftarKegiatanBaku(Record):
    """The file ``site_config/kegiatan.yml``."""

    kegiatan: tuple[KegiatanBaku, ...]
    """Semua kegiatan baku menurut urutan area."""


class KanalNasional(Record):
    """One national channel that serves every office."""

    nama: Teks
    """Nama kanal."""
    uraian: Teks
    """Untuk apa."""
    tautan: AlamatWeb
    """Alamat web."""


class DaftarKanalNasional(Record):
    """The file ``site_config/kanal.yml``."""

    kanal: tuple[KanalNasional, ...]
    """Kanal nasional."""


class TempatTerlarang(Record):
    """A kind of place on the web to which evidence must not link: it can open personal data or vanish."""

    domain: tuple[Teks, ...]
    """Nama domain, termasuk semua subdomainnya."""
    sebab: Teks
    """Mengapa tidak boleh, satu kalimat."""


class DaftarTempatTerlarang(Record):
    """The file ``site_config/tautan.yml``."""

    tempat_terlarang: tuple[TempatTerlarang, ...]
    """Tempat yang tidak boleh dituju tautan bukti."""
