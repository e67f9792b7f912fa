"""Decrees: legal basis, operative part, narrative, amendments, oddities."""

from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.jenis import Asal, Bilangan, Kode, NamaBerkas, Tanggal, Teks, YaTidak
from generator.model.kutipan import Kutipan
from generator.model.marks import Quotes, References


class Ayat(Record):
    """One numbered item of a decree's preamble."""

    nomor: Teks | None = None
    """Nomor seperti tercetak, contoh “a.”."""
    isi: Annotated[Teks, Quotes(after="nomor")]
    """Isi butir tanpa nomornya."""
    asal: Asal = ()
    """Baris naskah sumber."""


class Diktum(Record):
    """One operative clause."""

    urutan: Teks
    """Urutan diktum: KESATU, KEDUA, dan seterusnya."""
    isi: Kutipan
    """Isi diktum seperti tercetak."""
    asal: Asal = ()
    """Baris naskah sumber."""


class Narasi(Record):
    """One section of running text in an annex."""

    nomor: Teks | None = None
    """Nomor seperti tercetak."""
    judul: Annotated[Teks | None, Quotes(after="nomor")] = None
    """Judul bagian seperti tercetak."""
    isi: tuple[Kutipan, ...]
    """Paragraf dan butir menurut urutan tercetak."""
    asal: Asal = ()
    """Baris naskah sumber."""
    catatan: Teks | None = None
    """Keterangan pembaca naskah."""


class Lampiran(Record):
    """One annex."""

    nomor: Teks
    """Sebutan lampiran, contoh “Lampiran II”."""
    judul: Kutipan
    """Judul lampiran seperti tercetak."""
    asal: Asal = ()
    """Baris naskah sumber."""
    disalin: YaTidak = True
    """tidak bila isi lampiran ini belum disalin ke dalam data."""


class Salinan(Record):
    """Who certified the copy; not the signer of the decree."""

    pejabat: Teks | None = None
    """Nama pejabat yang mengesahkan salinan, seperti tercetak."""
    jabatan: Teks | None = None
    """Jabatannya, seperti tercetak."""


class Keganjilan(Record):
    """Something odd in the decree: shown, never mended."""

    asal: Asal
    """Baris naskah sumber."""
    tertulis: Kutipan | None = None
    """Yang tercetak."""
    catatan: Teks
    """Apa yang ganjil dan bagaimana dibaca di situs ini."""


class Jumlah(Record):
    """How many rows of each kind a decree holds, counted once against its text and kept."""

    area: Bilangan | None = None
    """Banyaknya area."""
    kegiatan: Bilangan | None = None
    """Banyaknya kegiatan (rencana RB)."""
    sub_kegiatan: Bilangan | None = None
    """Banyaknya sub kegiatan (rencana RB)."""
    komponen: Bilangan | None = None
    """Banyaknya komponen (rencana ZI)."""
    indikator: Bilangan | None = None
    """Banyaknya indikator."""
    tim: Bilangan | None = None
    """Banyaknya tim."""
    anggota: Bilangan | None = None
    """Banyaknya kedudukan dalam semua tim."""


class Keputusan(Record):
    """A file ``keputusan/<kode>.yml``: one decree (Keputusan, SK)."""

    kode: Kode
    """Kode tetap, pola sk-nomor-tahun."""
    nomor: Teks
    """Nomor seperti tercetak, contoh 3/ORT.07/9204/2022."""
    tahun: Bilangan
    """Tahun keputusan."""
    tentang: Teks
    """Judul keputusan seperti tercetak."""
    naskah: Literal["ada", "dikutip"]
    """ada: naskahnya kami pegang; dikutip: hanya disebut dalam keputusan lain."""
    sumber: NamaBerkas | None = None
    """Nama berkas naskah di folder sumber/, contoh sk-3-2022.txt."""
    dikutip_di: Annotated[Kode | None, References("keputusan")] = None
    """Kode keputusan yang mengutipnya; wajib bila naskahnya hanya dikutip."""
    asal: Asal = ()
    """Baris naskah yang mengutipnya, bila hanya dikutip."""
    tempat: Teks | None = None
    """Tempat penetapan."""
    tanggal_tertulis: Teks | None = None
    """Tanggal penetapan seperti tercetak."""
    tanggal: Tanggal | None = None
    """Tanggal penetapan; tidak diisi bila yang tercetak tidak mungkin benar."""
    penandatangan: Teks | None = None
    """Nama penanda tangan seperti tercetak."""
    jabatan_penandatangan: Teks | None = None
    """Jabatan penanda tangan seperti tercetak."""
    salinan: Salinan | None = None
    """Pengesahan salinan."""
    berlaku_sampai: Tanggal | None = None
    """Akhir masa berlaku, bila keputusan menyebutnya."""
    lampiran: tuple[Lampiran, ...] = ()
    """Lampiran keputusan."""
    menimbang: tuple[Ayat, ...] = ()
    """Pertimbangan."""
    mengingat: tuple[Ayat, ...] = ()
    """Dasar hukum."""
    memerhatikan: tuple[Ayat, ...] = ()
    """Dasar lain yang diperhatikan."""
    menetapkan: Teks | None = None
    """Kalimat Menetapkan seperti tercetak."""
    diktum: tuple[Diktum, ...] = ()
    """Diktum menurut urutan."""
    narasi: tuple[Narasi, ...] = ()
    """Bagian uraian dalam lampiran."""
    mengubah: Annotated[Kode | None, References("keputusan")] = None
    """Kode keputusan yang diubah."""
    keganjilan: tuple[Keganjilan, ...] = ()
    """Hal-hal ganjil dalam naskah, diberitahukan apa adanya."""
    jumlah: Jumlah | None = None
    """Hitungan butir yang dimuat keputusan ini; pemeriksaan gagal bila isinya berkurang atau bertambah."""
    samarkan: tuple[Teks, ...] = ()
    """Nama pribadi dalam teks yang ditampilkan sebagai inisial, kecuali situs menampilkan semua nama."""
    catatan: Teks | None = None
    """Keterangan pembaca naskah tentang keputusan ini."""

    def baris_belum_disalin(self, banyak_baris: int) -> set[int]:
        """Return the lines of the annexes that the data does not hold yet, out of a text of so many lines."""
        starts = [min(first for first, _ in lampiran.asal) if lampiran.asal else 1 for lampiran in self.lampiran]
        ends = [*starts[1:], banyak_baris + 1]
        spans = zip(self.lampiran, starts, ends, strict=False)  # no annex leaves one end over
        held_back = (range(start, end) for lampiran, start, end in spans if not lampiran.disalin)
        return {line for lines in held_back for line in lines if line <= banyak_baris}
