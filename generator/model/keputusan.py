"""Decrees and the teams that they name: legal basis, operative part, amendments, oddities, who is responsible."""

from collections.abc import Iterator
from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.bukti import Tinjauan
from generator.model.jenis import AlamatWeb, Asal, Bilangan, Kode, NamaBerkas, Sidik, Tanggal, Teks, YaTidak
from generator.model.kutipan import Bunyi, Kutipan, NomorTercetak
from generator.model.marks import Ours, Quotes, References
from generator.model.rencana import BerkasRencana, Butir


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
    berkas: NamaBerkas | None = None
    """Nama PDF naskah aslinya di folder berkas/ tahun ini, contoh sk-3-2022.pdf; ikut diterbitkan."""
    sha256: Sidik | None = None
    """Sidik SHA-256 berkas itu, supaya siapa pun dapat memeriksa bahwa berkasnya tidak berubah."""
    tautan: AlamatWeb | None = None
    """Alamat naskah aslinya di JDIH atau situs kantor, diawali https://."""
    ditinjau: Tinjauan | None = None
    """Diisi bila tautan menuju tempat yang biasanya tidak boleh, sesudah isinya diperiksa."""
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


class Tugas(Record):
    """One task of a team; tasks belong to the team, never to the person printed beside them."""

    nomor: Teks | None = None
    """Nomor seperti tercetak, contoh “a.”."""
    nama: Annotated[Teks, Quotes(after="nomor")]
    """Bunyi tugas."""
    asal: Asal = ()
    """Baris naskah sumber."""


class Anggota(Record):
    """One member of a team."""

    nomor: Kutipan | None = None
    """Nomor seperti tercetak."""
    nama: Kutipan
    """Nama seperti tercetak; ditampilkan menurut setelan tampilkan_nama."""
    jabatan: Kutipan
    """Jabatan di kantor, seperti tercetak."""
    kedudukan: Kutipan
    """Kedudukan dalam tim, seperti tercetak."""
    asal: Asal = ()
    """Baris naskah sumber."""

    @property
    def koordinator(self) -> bool:
        """Whether the member leads the team, by the printed kedudukan."""
        lead = self.kedudukan.casefold()
        return lead.startswith(("koordinator", "ketua")) or "merangkap ketua" in lead


class Tim(Butir):
    """One team of the roster."""

    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “IV”."""
    nama: Bunyi
    """Nama tim seperti tercetak."""
    area: Annotated[Kode | None, References("area")] = None
    """Kode area perubahan yang dipegang tim ini, bila ada."""
    rencana: Annotated[tuple[Kode, ...], Ours()] = ()
    """Rencana yang dipegang tim ini, contoh [rb]: areanya, atau seluruhnya bila tim ini tidak punya area.

    Tidak perlu diisi bila keputusan yang membentuk tim ini juga memuat rencananya.
    """
    sejak: Annotated[Tanggal | None, Ours()] = None
    """Sejak kapan tim ini bekerja; tidak diisi berarti sejak tanggal keputusannya."""
    sampai: Annotated[Tanggal | None, Ours()] = None
    """Hari terakhir tim ini bekerja, bila sudah berakhir tanpa keputusan yang mencabutnya."""
    tugas: tuple[Tugas, ...] = ()
    """Tugas tim menurut urutan tercetak."""
    anggota: tuple[Anggota, ...] = ()
    """Anggota tim menurut urutan tercetak."""

    def koordinator(self) -> Anggota | None:
        """Return the member who leads the team, or None where the roster names none."""
        return next((anggota for anggota in self.anggota if anggota.koordinator), None)


class DaftarTim(BerkasRencana):
    """The file ``tim.yml``: the roster of one year."""

    tim: tuple[Tim, ...]
    """Tim menurut urutan tercetak."""

    def semua_butir(self) -> Iterator[Butir]:
        """Yield the teams in printed order."""
        yield from self.tim
