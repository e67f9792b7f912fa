"""The worksheet of an evaluation (lembar kerja evaluasi, LKE): its weights and thresholds, and how it was filled in.

Weights and thresholds belong to an instrument, which is data (``site_config/lke.yml``); a file names its instrument,
since areas of one name weigh differently under older rules. Values are points, from 0 to the weight of their row.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.jenis import Desimal, Kode, Tanggal, Teks, YaTidak
from generator.model.marks import References


class AreaLke(Record):
    """One area of the pengungkit and the weights of its two parts."""

    kode: Kode
    """Kode area."""
    nama: Teks
    """Nama area."""
    pemenuhan: Desimal
    """Bobot pemenuhan."""
    reform: Desimal
    """Bobot reform."""

    @property
    def bobot(self) -> Decimal:
        """The weight of the whole area."""
        return self.pemenuhan + self.reform


class BagianHasil(Record):
    """One row of the hasil that gets a value of its own."""

    kode: Kode
    """Kode baris hasil."""
    nama: Teks
    """Nama baris hasil."""
    bobot: Desimal
    """Bobotnya."""
    survei: YaTidak = False
    """ya bila nilainya berasal dari indeks survei."""


class KomponenHasil(BagianHasil):
    """One component of the hasil; where it has parts, its value is their sum."""

    bagian: tuple[BagianHasil, ...] = ()
    """Bagiannya, bila ada."""

    @property
    def isian(self) -> tuple[BagianHasil, ...]:
        """The rows of this component that get a value: its parts, or itself."""
        return self.bagian or (self,)


class BatasHasil(Record):
    """The threshold of one row of the hasil."""

    komponen: Kode
    """Kode baris hasil."""
    nilai: Desimal
    """Nilai paling rendah."""
    indeks: Desimal | None = None
    """Indeks survei paling rendah, bila ada."""


class Ambang(Record):
    """What an instrument asks at least for one level."""

    kode: Kode
    """Kode ambang."""
    nama: Teks
    """Nama ambang, contoh WBK."""
    total: Desimal
    """Nilai total paling rendah."""
    pengungkit: Desimal
    """Nilai pengungkit paling rendah."""
    persen_area: Desimal
    """Persentase paling rendah tiap area pengungkit."""
    hasil: tuple[BatasHasil, ...]
    """Nilai hasil paling rendah."""
    sesudah: Kode | None = None
    """Kode ambang yang harus sudah dimiliki lebih dahulu."""

    def batas_hasil(self, kode: str) -> BatasHasil | None:
        """Return the threshold of a row of the hasil, or None."""
        return next((batas for batas in self.hasil if batas.komponen == kode), None)


class Instrumen(Record):
    """One worksheet: the rows that are valued, their weights and their thresholds."""

    kode: Kode
    """Kode instrumen; disebut oleh berkas LKE."""
    nama: Teks
    """Nama instrumen."""
    dasar: Teks
    """Peraturan yang menjadi dasarnya."""
    sumber_bobot: Teks
    """Dari mana bobotnya disalin."""
    sumber_ambang: Teks
    """Dari mana ambangnya disalin."""
    area: tuple[AreaLke, ...]
    """Area pengungkit menurut urutannya."""
    hasil: tuple[KomponenHasil, ...]
    """Komponen hasil menurut urutannya."""
    ambang: tuple[Ambang, ...]
    """Ambang, dari yang paling rendah."""

    @property
    def isian_hasil(self) -> tuple[BagianHasil, ...]:
        """The rows of the hasil that get a value, in order."""
        return tuple(isian for komponen in self.hasil for isian in komponen.isian)

    def nama_butir(self, kode: str) -> str:
        """Return the name of an area or of a row of the hasil."""
        rows: tuple[AreaLke | BagianHasil, ...] = (*self.area, *self.isian_hasil)
        return next(butir.nama for butir in rows if butir.kode == kode)


class DaftarInstrumen(Record):
    """The file ``site_config/lke.yml``."""

    instrumen: tuple[Instrumen, ...]
    """Semua instrumen yang dikenal."""


class Penilai(Record):
    """Who has given the values."""

    jenis: Literal["unit", "tpi", "tpn"]
    """unit: kantor menilai dirinya sendiri; tpi: Tim Penilai Internal; tpn: Tim Penilai Nasional."""
    lembaga: Teks
    """Nama lembaga atau tim yang menilai, bukan nama orang."""


class NilaiLke(Record):
    """What every row of a filled-in worksheet carries."""

    bukti: Annotated[tuple[Kode, ...], References("bukti")] = ()
    """Kode bukti yang menunjukkannya, dari daftar bukti yang sama dengan realisasi."""
    catatan: Teks | None = None
    """Alasan nilainya, atau apa yang masih kurang."""


class NilaiArea(NilaiLke):
    """The values of one area of the pengungkit."""

    area: Kode
    """Kode area menurut instrumennya."""
    pemenuhan: Desimal | None = None
    """Nilai pemenuhan; tidak diisi bila belum dinilai."""
    reform: Desimal | None = None
    """Nilai reform; tidak diisi bila belum dinilai."""

    @property
    def butir(self) -> str:
        """The row of the instrument that this is about."""
        return self.area


class NilaiHasil(NilaiLke):
    """The value of one row of the hasil."""

    komponen: Kode
    """Kode baris hasil menurut instrumennya."""
    nilai: Desimal | None = None
    """Nilainya; tidak diisi bila belum dinilai."""
    indeks: Desimal | None = None
    """Indeks survei yang menjadi dasarnya, bila barisnya memakai survei."""

    @property
    def butir(self) -> str:
        """The row of the instrument that this is about."""
        return self.komponen


class PenilaianLke(Record):
    """One assessment: a worksheet filled in by one assessor on one day."""

    kode: Kode
    """Kode tetap penilaian, contoh lke-unit."""
    instrumen: Kode
    """Kode instrumen yang dipakai; bobot dan ambangnya berasal dari situ."""
    penilai: Penilai
    """Siapa yang menilai."""
    tanggal: Tanggal
    """Tanggal penilaian; sebelum tanggal ini, penilaian tidak tampil."""
    area: tuple[NilaiArea, ...]
    """Nilai pengungkit tiap area."""
    hasil: tuple[NilaiHasil, ...]
    """Nilai hasil."""
    catatan: Teks | None = None
    """Keterangan tentang penilaian ini."""

    def semua_nilai(self) -> Iterator[NilaiArea | NilaiHasil]:
        """Yield every row: areas first."""
        yield from self.area
        yield from self.hasil


class DaftarLke(Record):
    """The file ``lke-zi.yml``: the assessments of one year."""

    penilaian: tuple[PenilaianLke, ...]
    """Penilaian menurut urutan waktu."""
