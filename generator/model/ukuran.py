"""Measures: what an indikator counts or measures, its targets as the plan prints them, and the values that are told."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.model.base import Record
from generator.model.jenis import Angka, Kode, Teks, YaTidak
from generator.model.kutipan import Kutipan
from generator.model.marks import AffectsStatus, Change, Ours, Quotes, References
from generator.model.periode import Periode
from generator.model.perubahan import JenisPerubahan

Tercetak = Annotated[Teks, Quotes(repeats=True)]
"""Words of a decree that may stand within another text of the same row."""


class JenisUkuran(StrEnum):
    """What kind of value a measure has."""

    JUMLAH = "jumlah"
    PERSEN = "persen"
    INDEKS = "indeks"
    LAMA = "lama"
    TINGKAT = "tingkat"


class Arah(StrEnum):
    """Which way a value is to go."""

    NAIK = "naik"
    TURUN = "turun"
    RENTANG = "rentang"


class JenisTarget(StrEnum):
    """What a target asks for."""

    ANGKA = "angka"
    BATAS_BAWAH = "batas-bawah"
    BATAS_ATAS = "batas-atas"
    RENTANG = "rentang"
    TINGKAT = "tingkat"
    KEADAAN = "keadaan"

    @property
    def is_number(self) -> bool:
        """Whether it is a number, not a word."""
        return self not in {JenisTarget.TINGKAT, JenisTarget.KEADAAN}

    @property
    def arah(self) -> tuple[Arah, ...]:
        """The directions that it fits: a bound is one of the two, a state has none."""
        return _ARAH.get(self, (Arah.NAIK, Arah.TURUN))


_ARAH: dict[JenisTarget, tuple[Arah, ...]] = {
    JenisTarget.BATAS_BAWAH: (Arah.NAIK,),
    JenisTarget.BATAS_ATAS: (Arah.TURUN,),
    JenisTarget.RENTANG: (Arah.RENTANG,),
    JenisTarget.KEADAAN: (),
}


class Nilai(Record):
    """A value: a number, or the word of a grade or state."""

    nilai: Angka | None = None
    """Nilainya dalam satuan ukurannya, bila berupa angka."""
    tingkat: Teks | None = None
    """Nilainya bila berupa tingkat atau keadaan, contoh BB atau tersusun."""


class DasarAwal(Nilai):
    """The value from which a measure starts, as the plan prints it."""

    periode: Periode
    """Periode nilai awal itu."""
    bunyi: Tercetak | None = None
    """Nilai awal seperti tercetak."""


class TargetUkuran(Nilai):
    """What a measure is to reach in one period, as the plan prints it and as we read it."""

    jenis: JenisTarget
    """angka, batas-bawah (≥), batas-atas (≤), rentang, tingkat, atau keadaan."""
    sampai: Angka | None = None
    """Batas atas sebuah rentang; nilai adalah batas bawahnya."""
    batas_termasuk: YaTidak = True
    """tidak bila batasnya sendiri belum mencapai target, contoh < 3 hari."""
    periode: Periode
    """Periode target: tahun (2022), atau triwulan, semester, atau bulan di dalamnya."""
    bunyi: Tercetak
    """Target seperti tercetak, contoh “≥ 75”, “2 (dua)”, atau “Target 100%”."""


class Ukuran(Record):
    """A measure of an indikator: what is counted or measured, in which unit, and which way it is to go."""

    kode: Kode
    """Kode tetap ukuran, contoh u-tl-2-a-5; kode yang sama tahun depan berarti ukuran yang sama."""
    nama: Teks
    """Apa yang dihitung atau diukur, dengan kata kami."""
    satuan: Teks
    """Satuannya, contoh permohonan, persen, atau hari kerja."""
    jenis: JenisUkuran
    """jumlah, persen, indeks, lama (waktu), atau tingkat (nilainya sebuah kata, bukan angka)."""
    arah: Arah | None = None
    """naik, turun, atau rentang; diisi hanya bila bunyi rencananya menyatakannya."""
    seluruh: Teks | None = None
    """Keseluruhan yang dibagi, bila persentasenya bagian dari sesuatu sehingga paling tinggi 100."""
    skala: tuple[Teks, ...] = ()
    """Tingkat yang mungkin, dari yang paling rendah; wajib bila tingkat dibandingkan dengan target."""
    dasar_awal: DasarAwal | None = None
    """Nilai awal menurut rencana."""
    target: tuple[TargetUkuran, ...] = ()
    """Target tiap periode; tanpa target tidak ada yang disebut tercapai."""


class NilaiUkuran(Nilai):
    """The value of one measure that an entry tells."""

    ukuran: Annotated[Kode, References("ukuran")]
    """Kode ukuran milik indikator yang dilaporkan."""


class Anggaran(Record):
    """What a plan sets aside for a row."""

    rupiah: Angka
    """Jumlahnya dalam rupiah."""
    bunyi: Tercetak
    """Jumlahnya seperti tercetak."""


class Biaya(Record):
    """What a plan prints beside a row of what it yields and what it costs."""

    keluaran: Kutipan | None = None
    """Keluaran (output) seperti tercetak, bila rencana menyebutnya."""
    anggaran: Anggaran | None = None
    """Anggaran seperti tercetak, bila rencana menyebutnya."""


class Measured(Biaya):
    """What a row of a plan measures, yields and costs."""

    ukuran: Annotated[tuple[Ukuran, ...], Ours(), Change(JenisPerubahan.JADWAL), AffectsStatus()] = ()
    """Yang dihitung atau diukur bila bunyi indikatornya sebuah besaran, dengan targetnya bila tercetak."""


def list_angka(target: TargetUkuran) -> Iterator[Decimal]:
    """Yield the numbers of a target: its value, then the upper end of a range."""
    yield from (number for number in (target.nilai, target.sampai) if number is not None)
