"""What became of the promises: dated entries, only ever added to, and the log as it once was."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.base import MapNode, Record
from generator.model.jenis import ISIAN, Angka, Asal, Kode, Tanggal, Teks
from generator.model.marks import Label, References
from generator.model.periode import Periode
from generator.model.ukuran import NilaiUkuran


class Hasil(StrEnum):
    """What an entry reports."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    BELUM = "belum"
    DITUNDA = "ditunda"
    TIDAK_DILAKSANAKAN = "tidak-dilaksanakan"

    @property
    def dilepas(self) -> bool:
        """Whether the deed will not be done in its time: put off, or given up."""
        return self in {Hasil.DITUNDA, Hasil.TIDAK_DILAKSANAKAN}


_SEHARI_HARI = {
    "selesai": ("sudah", "sudah dilaksanakan", "sudah selesai", "terlaksana", "telah dilaksanakan", "tuntas", "100%"),
    "berjalan": ("proses", "dalam proses", "sedang berjalan", "sedang dikerjakan", "on progress"),
    "belum": ("belum dilaksanakan", "belum selesai", "belum terlaksana"),
    "ditunda": ("tunda", "dijadwal ulang"),
    "tidak-dilaksanakan": ("batal", "dibatalkan", "tidak jadi", "tidak terlaksana"),
}


def _hasil(value: object) -> object:
    """Refuse everyday words with the word they mean: the nearest spelling could suggest the opposite."""
    for word, others in _SEHARI_HARI.items():
        if isinstance(value, str) and " ".join(value.casefold().split()) in others:
            context = {"rule": ISIAN, "pesan": "isian tidak dikenal", "saran": f"tulis {word}"}
            raise PydanticCustomError("kolom", "{pesan}", context)
    return value


class Penundaan(Record):
    """On what ground an indikator is put off, and to when."""

    dasar: Teks
    """Surat, notulen, atau keputusan yang menundanya, dengan nomor dan tanggalnya."""
    ke: Periode
    """Periode pelaksanaan yang baru, contoh 2022-10."""


class Entri(Record):
    """One dated entry of the log."""

    kode: Kode
    """Kode tetap entri, contoh r-mp-1-a-1-01."""
    indikator: Annotated[Kode, References("indikator")]
    """Kode indikator yang dilaporkan."""
    periode: Periode
    """Periode yang dilaporkan: bulan (2022-03), triwulan (2022-tw1), semester (2022-s1), atau tahun (2022)."""
    tanggal: Tanggal | None = None
    """Kapan dilaksanakan; menentukan terlambat atau tidak."""
    paling_lambat: Tanggal | None = None
    """Diisi sebagai ganti tanggal bila hanya diketahui paling lambat kapan dilaksanakan."""
    dilaporkan: Tanggal | None = None
    """Kapan dilaporkan, bila sesudah tanggal pelaksanaannya."""
    hasil: Annotated[Hasil, BeforeValidator(_hasil)]
    """selesai, berjalan, belum, ditunda, atau tidak-dilaksanakan."""
    uraian: Teks
    """Apa yang dikerjakan, dengan satu atau dua kalimat."""
    capaian: Angka | None = None
    """Yang dicapai dalam satuan targetnya: tambahan pada periode ini (jumlah), atau keadaan saat itu (posisi)."""
    nilai: tuple[NilaiUkuran, ...] = ()
    """Nilai ukuran indikatornya pada periode itu, contoh [{ukuran: u-qw-1-a-1, nilai: 2}]."""
    bukti: Annotated[tuple[Kode, ...], References("bukti")] = ()
    """Kode bukti yang menunjukkannya."""
    kendala: Teks | None = None
    """Mengapa terlambat atau tidak dilaksanakan; wajib bila demikian."""
    tindak_lanjut: Teks | None = None
    """Apa yang akan dikerjakan selanjutnya."""
    penundaan: Penundaan | None = None
    """Dasar penundaan dan bulan barunya; wajib bila hasilnya ditunda."""
    mengoreksi: Annotated[Kode | None, References("entri")] = None
    """Kode entri lama yang digantikan oleh entri ini; entri lama tetap ditampilkan."""
    dasar: Literal["laporan", "keputusan"] = "laporan"
    """laporan: kantor melaporkannya; keputusan: terbaca dari keputusan kantor itu sendiri."""
    keputusan: Annotated[Kode | None, References("keputusan")] = None
    """Keputusan yang menunjukkannya, bila dasarnya keputusan."""
    asal: Asal = ()
    """Baris naskah keputusan itu."""
    catatan: Teks | None = None
    """Keterangan, misalnya mengapa tanggalnya di luar tahun rencana."""

    @property
    def dilaksanakan(self) -> date:
        """The day on which it was done, or the latest possible one."""
        day = self.tanggal or self.paling_lambat
        assert day is not None, "a rule sees to it"  # noqa: S101 - a defect of ours otherwise
        return day

    @property
    def diketahui(self) -> date:
        """The day from which the entry exists."""
        return self.dilaporkan or self.dilaksanakan


class BerkasRealisasi(Record):
    """A file ``realisasi/<periode>.yml``: the entries written in one period."""

    entri: Annotated[tuple[Entri, ...], Label("entri realisasi")]
    """Entri menurut urutan pencatatan; hanya ditambah, tidak pernah diubah atau dihapus."""


@dataclass(frozen=True, slots=True)
class EntriMentah:
    """One entry as its file has it."""

    folder: str
    """The folder ``realisasi`` of its office and year: an entry may stand in any file of it."""
    kode: str
    isi: MapNode


@dataclass(frozen=True, slots=True)
class LogMentah:
    """Every entry of every office and year that could be read, and what could not."""

    entri: tuple[EntriMentah, ...]
    berkas: frozenset[str]
    """The files, relative to the site's root."""
    tak_utuh: frozenset[str]
    """Files from which an entry may be missing here, because of a mistake in the file."""
