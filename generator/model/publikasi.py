"""What publication an indikator asks for: where, and the conditions that the data must meet."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.bukti import JenisBukti
from generator.model.jenis import Bilangan, Kode, Teks
from generator.model.kantor import JenisKanal
from generator.model.layanan import JenisSurvei
from generator.model.marks import Ours

JenisSyarat = Literal[
    "rencana",
    "tim",
    "keputusan",
    "laporan",
    "maklumat",
    "visi-misi-motto",
    "komponen",
    "biaya",
    "jenis-layanan",
    "kompensasi",
    "atribut",
    "pelayanan-khusus",
    "pelayanan-terpadu",
    "sistem-informasi",
    "prosedur-pengaduan",
    "petugas-pengaduan",
    "waktu-pengaduan",
    "kanal",
    "rekap-kanal",
    "survei",
    "tindak-lanjut-survei",
    "bukti",
]


class Syarat(Record):
    """One condition that the data must meet; that a section holds something is none."""

    jenis: Annotated[JenisSyarat, Ours()]
    """Apa yang harus ada dalam data."""
    jumlah: Annotated[Bilangan | None, Ours()] = None
    """Paling sedikit berapa; tanpa ini satu, dan untuk komponen semua empat belas."""
    rencana: Annotated[Literal["rb", "zi"] | None, Ours()] = None
    """Rencana yang harus termuat; hanya untuk syarat rencana."""
    jenis_kanal: Annotated[tuple[JenisKanal, ...], Ours()] = ()
    """Jenis kanal yang semuanya harus ada; hanya untuk syarat kanal dan rekap-kanal."""
    jenis_survei: Annotated[tuple[JenisSurvei, ...], Ours()] = ()
    """Jenis survei yang diterima, salah satunya cukup; hanya untuk syarat survei dan tindak-lanjut-survei."""
    jenis_bukti: Annotated[tuple[JenisBukti, ...], Ours()] = ()
    """Jenis bukti yang diterima, salah satunya cukup; hanya untuk syarat bukti."""


NEEDED: dict[str, str] = {
    "rencana": "rencana",
    "kanal": "jenis_kanal",
    "rekap-kanal": "jenis_kanal",
    "survei": "jenis_survei",
    "tindak-lanjut-survei": "jenis_survei",
    "bukti": "jenis_bukti",
}
"""The field that a kind of condition cannot do without; the other kinds take none of these."""


class Publikasi(Record):
    """How publication meets an indikator."""

    cara: Annotated[Literal["halaman", "bukti", "luar"], Ours()]
    """halaman: halaman situs ini memenuhinya; bukti: dokumennya yang diterbitkan; luar: ada di tempat lain."""
    halaman: (
        Literal["ringkasan", "rb", "zi", "tim", "keputusan", "layanan", "survei", "kanal", "laporan", "bukti"] | None
    ) = None
    """Bagian situs yang memenuhinya, memuat buktinya, atau menunjukkan tempatnya; ringkasan: halaman tahun kantor."""
    syarat: Annotated[tuple[Syarat, ...], Ours()] = ()
    """Yang semuanya harus ada dalam data; tanpa syarat indikatornya tidak pernah dinyatakan terpenuhi."""


class IndikatorBaku(Record):
    """One usual indikator of a canonical kegiatan: what several offices promise in the same words."""

    kode: Kode
    """Kode indikator baku, contoh jdih-akses."""
    nama: Teks
    """Bunyinya yang biasa."""
    publikasi: Publikasi | None = None
    """Penerbitan yang memenuhinya, bila ada."""
