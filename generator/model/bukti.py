"""Evidence: listed once, referenced by many rows, open or closed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.jenis import AlamatWeb, Kode, NamaBerkas, Sidik, Tanggal, Teks
from generator.model.marks import References

JenisBukti = Literal[
    "keputusan",
    "surat",
    "laporan",
    "notulen",
    "undangan",
    "daftar-hadir",
    "sop",
    "dokumentasi",
    "tangkapan-layar",
    "publikasi",
    "sertifikat",
    "dokumen",
]


class Tinjauan(Record):
    """Who has looked at a link to a place outside the office's hands, and when."""

    oleh: Teks
    """Jabatan yang meninjau tautannya, contoh Kepala Subbagian Hukum dan SDM; bukan nama orang."""
    tanggal: Tanggal
    """Tanggal peninjauan."""


class Bukti(Record):
    """One piece of evidence: a document, a picture, a page.

    A closed one (UU 14/2008 Pasal 17, UU 27/2022) is listed with its kind and date; its content is nowhere here.
    """

    kode: Kode
    """Kode tetap bukti, contoh b-sk-tim."""
    jenis: JenisBukti
    """Jenis bukti."""
    judul: Teks | None = None
    """Judul seperti tertulis pada buktinya; tidak diisi untuk bukti yang tertutup."""
    nomor: Teks | None = None
    """Nomor seperti tertulis, bila ada."""
    tanggal: Tanggal | None = None
    """Tanggal bukti; tidak diisi bila tidak diketahui."""
    berlaku_sampai: Tanggal | None = None
    """Hari terakhir bukti ini berlaku, misalnya masa berlaku sertifikat; tidak diisi bila tidak berbatas waktu."""
    akses: Literal["terbuka", "dikecualikan", "data-pribadi"] = "terbuka"
    """terbuka; dikecualikan: informasi yang dikecualikan; data-pribadi: memuat data orang."""
    alasan: Teks | None = None
    """Alasan bukti dikecualikan, dengan dasarnya."""
    tautan: AlamatWeb | None = None
    """Alamat web bukti, diawali https://."""
    ditinjau: Tinjauan | None = None
    """Diisi bila tautan menuju tempat yang biasanya tidak boleh, sesudah isinya diperiksa."""
    berkas: NamaBerkas | None = None
    """Nama berkas di folder berkas/ tahun ini."""
    sha256: Sidik | None = None
    """Sidik SHA-256 berkas itu, supaya siapa pun dapat memeriksa bahwa berkasnya tidak berubah."""
    keputusan: Annotated[Kode | None, References("keputusan")] = None
    """Kode keputusan, bila buktinya adalah keputusan yang tercatat di situs ini."""
    catatan: Teks | None = None
    """Keterangan tentang bukti ini."""

    @property
    def terbuka(self) -> bool:
        """Whether the public may see it."""
        return self.akses == "terbuka"

    @property
    def terbit(self) -> date | None:
        """The day from which it proves something: its own."""
        return self.tanggal

    @property
    def sampai(self) -> date | None:
        """The last day on which it proves something; None if it has no end."""
        return self.berlaku_sampai


class DaftarBukti(Record):
    """A file ``bukti.yml`` or ``bukti/<periode>.yml``: evidence of one year."""

    bukti: tuple[Bukti, ...]
    """Bukti menurut urutan pencatatan."""


@dataclass(frozen=True, slots=True)
class BerkasBukti:
    """A file in ``berkas/``."""

    nama: str
    berkas: str
    """Its path relative to the site's root, for findings."""
    jalur: Path
    ukuran: int
    """Bytes."""
    sidik: str
    """SHA-256 of its bytes."""
    metadata: bool
    """Whether it is a picture that still tells where and by what it was taken."""
    teks: str | None = None
    """The words of a PDF, to be looked through for personal numbers."""
