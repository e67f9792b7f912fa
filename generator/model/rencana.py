"""Action plans: what a decree promises, for Reformasi Birokrasi (RB) and Zona Integritas (ZI), in its own words.

RB: area → kegiatan → sub kegiatan → indikator → bulan. ZI: area → komponen → indikator → langkah aksi, bukti fisik →
bulan. A regime by quarters has a target in place of months. The wording is the decree's and never corrected.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.irama import Irama
from generator.model.jenis import Asal, Bulan, Kode, Teks, YaTidak
from generator.model.kutipan import (
    Bunyi,
    Catatan,
    DasarPencabutan,
    KeadaanKhusus,
    KegiatanBakuSepadan,
    Keterangan,
    Kutipan,
    NomorTercetak,
    Ringkasan,
    Uraian,
)
from generator.model.marks import AffectsStatus, Change, Label, Ours, References
from generator.model.periode import Target
from generator.model.perubahan import JenisPerubahan as J
from generator.model.publikasi import Publikasi
from generator.model.ukuran import Biaya, Measured


class Keadaan(StrEnum):
    """How surely the months of a row can be read from the decree."""

    PASTI = "pasti"
    WAJAR = "wajar"
    TIDAK_TERBACA = "tidak-terbaca"
    KOSONG = "kosong"

    @property
    def terbaca(self) -> bool:
        """Whether the months are known."""
        return self in {Keadaan.PASTI, Keadaan.WAJAR}


class Butir(Record):
    """What every row of a decree carries: its permanent code, its place in the decree, our notes on it."""

    kode: Kode
    """Kode tetap; diberikan sekali, tidak pernah berubah dan tidak pernah dipakai ulang."""
    asal: Asal = ()
    """Baris naskah sumber tempat butir ini tertulis, contoh L81 atau “L81, L86”."""
    keputusan: Annotated[Kode | None, References("keputusan"), AffectsStatus(below=True)] = None
    """Kode keputusan yang memuat butir ini, bila berbeda dari kepala berkasnya (karena perubahan)."""
    lampiran: Annotated[Teks | None, Ours()] = None
    """Lampiran yang memuat butir ini, bila berbeda dari kepala berkasnya."""
    letak: Annotated[Literal["disusun-ulang"] | None, Ours()] = None
    """Diisi bila butir ini ditempatkan di bawah induk atau kolom lain daripada yang tercetak."""
    catatan: Catatan | None = None
    """Keterangan pembaca naskah: apa yang tercetak, bagaimana dibaca, dan mengapa."""
    dicabut: Annotated[Kode | None, References("keputusan"), Change(J.PENCABUTAN), AffectsStatus(below=True)] = None
    """Kode keputusan yang mengakhiri butir ini; butirnya tetap ditampilkan tetapi tidak dihitung."""
    dasar_pencabutan: Annotated[DasarPencabutan | None, Ours(), Change(J.PENCABUTAN)] = None
    """Kata-kata keputusan yang mengakhirinya; wajib bila dicabut."""
    menggantikan: Annotated[Kode | None, References("butir"), Change(J.PENCABUTAN)] = None
    """Kode butir lama yang digantikan oleh butir ini."""


class Jadwal(Record):
    """The planned months of one indikator, and how surely they can be read."""

    keadaan: Annotated[Keadaan, Ours()]
    """Kepastian pembacaan: pasti, wajar (ada satu perbaikan yang masuk akal), tidak-terbaca, atau kosong."""
    bulan: Annotated[tuple[Bulan, ...] | None, Ours()] = None
    """Bulan pelaksanaan, 1 sampai 12; tidak diisi bila tidak terbaca, kosong, atau rencananya menurut triwulan."""
    calon: Annotated[tuple[tuple[Bulan, ...], ...], Ours()] = ()
    """Kemungkinan bulan bila beberapa bacaan sama kuat, contoh [[3, 6], [3, 7]]; hanya bila tidak terbaca."""
    catatan: Teks | None = None
    """Tanda yang tercetak dan cara membacanya; wajib bila keadaannya wajar."""


class Indikator(Measured, Butir):
    """One success indicator: the unit of every count on the site."""

    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “2)”."""
    nama: Bunyi | None = None
    """Bunyi indikator tanpa nomornya; boleh tidak ada hanya bila hilang dari naskah, dengan catatan."""
    rincian: tuple[Kutipan, ...] = ()
    """Butir-butir di bawah bunyi indikator, masing-masing dengan nomor tercetaknya."""
    mencakup: Annotated[tuple[Kode, ...], References("sub_kegiatan")] = ()
    """Sub kegiatan yang dicakup, bila indikator tercetak sekali untuk beberapa sub kegiatan."""
    jadwal: Annotated[Jadwal, Ours(), Change(J.JADWAL), AffectsStatus()]
    """Bulan pelaksanaan; dalam rencana menurut triwulan hanya kepastian bacaannya."""
    irama: Annotated[Irama | None, Change(J.JADWAL), AffectsStatus()] = None
    """Berapa kali dikerjakan dalam bulan-bulannya; tanpa ini, enam bulan berturut atau lebih berarti rutin."""
    target: Annotated[Target | None, Change(J.JADWAL), AffectsStatus()] = None
    """Target tiap triwulan, bila rencananya menurut triwulan."""
    penanggung_jawab: Kutipan | None = None
    """Penanggung jawab (PIC) seperti tercetak, bila rencana menyebutnya."""
    keterangan: Keterangan | None = None
    """Kolom keterangan (KET.) seperti tercetak."""
    keadaan_khusus: Annotated[KeadaanKhusus | None, Ours(), Change(J.KETERANGAN), AffectsStatus()] = None
    """Arti kolom keterangan yang sudah dipastikan, bila ada."""
    padanan: Annotated[Kode | None, Ours(), Label("padanan baku")] = None
    """Indikator baku yang sepadan, dari kegiatan baku kegiatannya; penilaian kami, bukan bunyi keputusan."""
    publikasi: Annotated[Publikasi | None, Ours(), Label("penanda publikasi")] = None
    """Diisi bila indikator ini dipenuhi dengan penerbitan lain daripada indikator bakunya, atau tidak punya padanan."""

    @property
    def bulan(self) -> tuple[int, ...]:
        """The planned months: those of the schedule or of the quarters with a target; none where they are unknown."""
        return self.target.bulan if self.target is not None else self.jadwal.bulan or ()


class IndikatorZI(Indikator):
    """An indicator of a ZI plan, with the steps to reach it and the proof that the plan asks for."""

    langkah_aksi: Annotated[Uraian | None, Change(J.BUNYI)] = None
    """Langkah aksi seperti tercetak."""
    bukti_fisik: Annotated[Uraian | None, Change(J.BUNYI)] = None
    """Bukti fisik yang diminta rencana, seperti tercetak; ini rencana, belum berarti buktinya ada."""


class SubKegiatan(Butir):
    """A sub-activity of an RB plan."""

    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “a.”."""
    nama: Bunyi
    """Bunyi sub kegiatan tanpa nomornya."""
    rincian: tuple[Kutipan, ...] = ()
    """Butir-butir di bawah bunyi sub kegiatan, masing-masing dengan nomor tercetaknya."""
    keterangan: Keterangan | None = None
    """Kolom keterangan (KET.) seperti tercetak, bila tidak terkait satu indikator."""
    indikator: tuple[Indikator, ...] = ()
    """Indikator keberhasilan sub kegiatan ini."""


class Kegiatan(Biaya, Butir):
    """An activity of an RB plan; it has a page of its own."""

    padanan: KegiatanBakuSepadan = ()
    """Kegiatan baku yang sepadan, untuk membandingkan kantor; penilaian kami, bukan bunyi keputusan."""
    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “1)”."""
    nama: Bunyi
    """Nama kegiatan seperti tercetak."""
    ringkasan: Ringkasan | None = None
    """Satu kalimat sederhana untuk pembaca umum; tulisan kami, bukan bunyi keputusan."""
    indikator_kegiatan: tuple[Kutipan, ...] = ()
    """Indikator kegiatan utama seperti tercetak, bila rencana menyebutnya di atas rencana aksinya."""
    sub_kegiatan: tuple[SubKegiatan, ...] = ()
    """Sub kegiatan menurut urutan tercetak."""
    indikator: tuple[Indikator, ...] = ()
    """Indikator yang tercetak sekali untuk beberapa sub kegiatan, atau yang kaitannya tidak terbaca."""

    def semua_indikator(self) -> Iterator[Indikator]:
        """Yield the indikator of the sub_kegiatan, then those on the kegiatan itself."""
        for sub_kegiatan in self.sub_kegiatan:
            yield from sub_kegiatan.indikator
        yield from self.indikator


class Komponen(Butir):
    """A component of a ZI plan; it has a page of its own."""

    padanan: KegiatanBakuSepadan = ()
    """Kegiatan baku yang sepadan; penilaian kami, bukan bunyi keputusan."""
    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “1”."""
    nama: Bunyi
    """Nama komponen seperti tercetak."""
    ringkasan: Ringkasan | None = None
    """Satu kalimat sederhana untuk pembaca umum; tulisan kami, bukan bunyi keputusan."""
    indikator: tuple[IndikatorZI, ...] = ()
    """Indikator menurut urutan tercetak."""

    def semua_indikator(self) -> Iterator[Indikator]:
        """Yield the indikator in printed order."""
        yield from self.indikator


Bagian = Kegiatan | Komponen
"""What an area is divided into, and what has a page: kegiatan in RB, komponen in ZI."""


class Area(Butir):
    """An area of change: what RB and ZI areas have in common."""

    padanan: Annotated[Kode | None, Label("padanan baku")] = None
    """Area baku yang sepadan; penilaian kami, bukan bunyi keputusan."""
    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “1” atau “IV”."""
    nama: Bunyi | None = None
    """Nama area seperti tercetak; boleh tidak ada hanya bila judulnya hilang, dengan catatan."""
    ringkasan: Ringkasan | None = None
    """Satu kalimat sederhana untuk pembaca umum; tulisan kami, bukan bunyi keputusan."""
    tanpa_kegiatan: Annotated[YaTidak, Ours()] = False
    """ya bila keputusan tidak mencetak satu pun kegiatan atau komponen di bawah area ini."""

    @property
    def bagian(self) -> tuple[Bagian, ...]:
        """The kegiatan or komponen in printed order."""
        raise NotImplementedError

    def semua_indikator(self) -> Iterator[Indikator]:
        """Yield every indikator of the area in printed order."""
        yield from (indikator for bagian in self.bagian for indikator in bagian.semua_indikator())


class AreaRB(Area):
    """An area of change of an RB plan."""

    kegiatan: tuple[Kegiatan, ...] = ()
    """Kegiatan menurut urutan tercetak."""

    @property
    def bagian(self) -> tuple[Bagian, ...]:
        """The kegiatan in printed order."""
        return self.kegiatan


class AreaZI(Area):
    """An area of a ZI plan."""

    komponen: tuple[Komponen, ...] = ()
    """Komponen menurut urutan tercetak."""

    @property
    def bagian(self) -> tuple[Bagian, ...]:
        """The komponen in printed order."""
        return self.komponen


class BerkasRencana(Record):
    """The head of a plan file: which decree and annex its rows are quoted from."""

    keputusan: Annotated[Kode, References("keputusan")]
    """Kode keputusan yang memuat rencana ini."""
    lampiran: Annotated[Teks | None, Ours()] = None
    """Lampiran tempat tabelnya tercetak, contoh “Lampiran II”."""

    def keputusan_butir(self, butir: Butir) -> str:
        """Return the kode of the decree that a row is quoted from: its own, or the file's."""
        return butir.keputusan or self.keputusan

    def lampiran_butir(self, butir: Butir) -> str | None:
        """Return the annex that a row is quoted from; a row of another decree stands in none of this file's."""
        # The annex named at the head is one of the file's own decree.
        other = butir.keputusan is not None and butir.keputusan != self.keputusan
        return butir.lampiran or (None if other else self.lampiran)

    def semua_butir(self) -> Iterator[Butir]:
        """Yield every row of the file that has a kode, parents before children."""
        raise NotImplementedError


class RencanaRB(BerkasRencana):
    """A file ``rb/<area>.yml``: one area of the RB plan."""

    area: AreaRB
    """Area perubahan yang dimuat berkas ini."""

    def semua_butir(self) -> Iterator[Butir]:
        """Yield area, kegiatan, sub_kegiatan and indikator in printed order."""
        yield self.area
        for kegiatan in self.area.kegiatan:
            yield kegiatan
            for sub_kegiatan in kegiatan.sub_kegiatan:
                yield sub_kegiatan
                yield from sub_kegiatan.indikator
            yield from kegiatan.indikator


class RencanaZI(BerkasRencana):
    """A file ``zi/<area>.yml``: one area of the ZI plan."""

    area: AreaZI
    """Area yang dimuat berkas ini."""

    def semua_butir(self) -> Iterator[Butir]:
        """Yield area, komponen and indikator in printed order."""
        yield self.area
        for komponen in self.area.komponen:
            yield komponen
            yield from komponen.indikator
