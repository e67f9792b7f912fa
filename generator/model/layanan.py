"""What an office owes its visitors: service standards, the service pledge, surveys, and what its channels received.

The fourteen components of a service standard are those of UU 25/2009 Pasal 21 and PermenPANRB 15/2014.
"""

from datetime import date
from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.jenis import AlamatWeb, Bilangan, Desimal, Kode, Tanggal, Teks
from generator.model.kantor import JenisKanal
from generator.model.marks import References
from generator.model.periode import Periode
from generator.model.waktu import Published


class Layanan(Published):
    """One service and its standard; a component that is not given has not been published."""

    kode: Kode
    """Kode tetap layanan, contoh permohonan-informasi."""
    nama: Teks
    """Nama layanan."""
    ringkasan: Teks | None = None
    """Satu kalimat sederhana: untuk siapa dan untuk apa."""
    dasar_hukum: tuple[Teks, ...] = ()
    """Dasar hukum layanan."""
    persyaratan: tuple[Teks, ...] = ()
    """Yang harus dibawa atau diisi pemohon."""
    prosedur: tuple[Teks, ...] = ()
    """Sistem, mekanisme, dan prosedur, langkah demi langkah."""
    jangka_waktu: Teks | None = None
    """Jangka waktu penyelesaian."""
    biaya: Teks | None = None
    """Biaya atau tarif; tulis “tidak dipungut biaya” bila gratis."""
    produk: Teks | None = None
    """Apa yang diterima pemohon."""
    sarana: tuple[Teks, ...] = ()
    """Sarana, prasarana, dan fasilitas."""
    kompetensi: Teks | None = None
    """Kompetensi pelaksana."""
    pengawasan_internal: Teks | None = None
    """Siapa yang mengawasi layanan ini di dalam kantor."""
    pengaduan: tuple[Teks, ...] = ()
    """Penanganan pengaduan, saran, dan masukan."""
    jumlah_pelaksana: Teks | None = None
    """Jumlah pelaksana."""
    jaminan_pelayanan: Teks | None = None
    """Jaminan bahwa layanan diberikan sesuai standar."""
    jaminan_keamanan: Teks | None = None
    """Jaminan keamanan dan keselamatan."""
    evaluasi: Teks | None = None
    """Evaluasi kinerja pelaksana."""
    kompensasi: Teks | None = None
    """Apa yang diterima pemohon bila layanannya tidak sesuai standar."""


KOMPONEN = {
    "dasar_hukum": "Dasar hukum",
    "persyaratan": "Persyaratan",
    "prosedur": "Sistem, mekanisme, dan prosedur",
    "jangka_waktu": "Jangka waktu penyelesaian",
    "biaya": "Biaya atau tarif",
    "produk": "Produk layanan",
    "sarana": "Sarana, prasarana, dan fasilitas",
    "kompetensi": "Kompetensi pelaksana",
    "pengawasan_internal": "Pengawasan internal",
    "pengaduan": "Penanganan pengaduan, saran, dan masukan",
    "jumlah_pelaksana": "Jumlah pelaksana",
    "jaminan_pelayanan": "Jaminan pelayanan",
    "jaminan_keamanan": "Jaminan keamanan dan keselamatan",
    "evaluasi": "Evaluasi kinerja pelaksana",
}
"""The fourteen components in the law's order: field of Layanan and its name."""
KOMPONEN_UTAMA = ("persyaratan", "prosedur", "jangka_waktu", "biaya", "produk", "pengaduan")
"""What a visitor needs first."""


class Maklumat(Published):
    """The pledge that the office has signed."""

    isi: Teks
    """Bunyi maklumat pelayanan."""
    tanggal: Tanggal | None = None
    """Tanggal maklumat."""
    jabatan: Teks | None = None
    """Jabatan penandatangannya."""

    @property
    def terbit(self) -> date | None:
        """The day from which it is shown, else that of its signature."""
        return self.sejak or self.tanggal


class VisiMisiMotto(Published):
    """What the office's service wants to be, and the words in which it says so."""

    visi: Teks | None = None
    """Visi pelayanan."""
    misi: tuple[Teks, ...] = ()
    """Misi pelayanan, butir demi butir."""
    motto: Teks | None = None
    """Motto pelayanan."""


class Fasilitas(Published):
    """Something by which a visitor is served: a badge, a ramp, a counter for all services, an application."""

    nama: Teks
    """Namanya, contoh Kartu pengenal petugas."""
    uraian: Teks | None = None
    """Untuk siapa, di mana, dan bagaimana memakainya."""
    tautan: AlamatWeb | None = None
    """Alamat webnya, bila ada."""


class PengelolaanPengaduan(Published):
    """How complaints about the office's services are handled."""

    prosedur: tuple[Teks, ...] = ()
    """Langkah penanganan pengaduan, dari diterima sampai dijawab."""
    petugas: Teks | None = None
    """Jabatan yang mengelola pengaduan; bukan nama orang."""
    jangka_waktu: Teks | None = None
    """Paling lama kapan pengaduan dijawab."""


class DaftarLayanan(Record):
    """The file ``layanan.yml``: the services of one office."""

    penetapan: Teks | None = None
    """Keputusan yang menetapkan standar pelayanan, dengan nomor dan tanggalnya."""
    diperbarui: Tanggal
    """Kapan daftar ini terakhir diperbarui."""
    maklumat: Maklumat | None = None
    """Maklumat pelayanan, bila sudah ada."""
    visi_misi: VisiMisiMotto | None = None
    """Visi, misi, dan motto pelayanan, bila sudah ditetapkan."""
    atribut: tuple[Fasilitas, ...] = ()
    """Atribut layanan yang terlihat publik, misalnya kartu pengenal petugas dan papan nama loket."""
    pelayanan_khusus: tuple[Fasilitas, ...] = ()
    """Sarana dan layanan bagi penyandang disabilitas, lanjut usia, dan ibu menyusui."""
    pelayanan_terpadu: tuple[Fasilitas, ...] = ()
    """Tempat semua layanan kantor diberikan di satu pintu."""
    sistem_informasi: tuple[Fasilitas, ...] = ()
    """Sistem informasi dan aplikasi layanan yang dapat dipakai publik."""
    pengelolaan_pengaduan: PengelolaanPengaduan | None = None
    """Prosedur, petugas, dan jangka waktu penanganan pengaduan."""
    layanan: tuple[Layanan, ...]
    """Layanan kantor ini."""


PARTS = (
    *("layanan", "maklumat", "visi_misi", "atribut", "pelayanan_khusus", "pelayanan_terpadu", "sistem_informasi"),
    "pengelolaan_pengaduan",
)
"""The fields of the list that each tell something to a visitor."""


class Unsur(Record):
    """One element of a survey, such as the nine of PermenPANRB 14/2017."""

    nama: Teks
    """Nama unsur."""
    nilai: Desimal
    """Nilai unsur pada skala survei ini."""


class TindakLanjut(Record):
    """What a survey asked for, and what is done about it."""

    rekomendasi: Teks
    """Apa yang harus diperbaiki."""
    rencana: Teks
    """Apa yang akan atau sudah dikerjakan."""
    batas: Periode | None = None
    """Kapan harus selesai."""
    keadaan: Literal["belum", "berjalan", "selesai"]
    """Sudah sampai mana."""


JenisSurvei = Literal["skm", "spkp", "spak", "ppid", "lain"]


class Survei(Record):
    """The result of one survey in one period."""

    kode: Kode
    """Kode tetap survei, contoh skm-tw2."""
    jenis: JenisSurvei
    """skm: kepuasan masyarakat; spkp: kualitas pelayanan; spak: anti korupsi; ppid: kepuasan pemohon informasi."""
    nama: Teks
    """Nama survei."""
    periode: Periode
    """Periode yang disurvei."""
    tanggal: Tanggal
    """Kapan hasilnya diterbitkan."""
    sampai: Tanggal | None = None
    """Hari terakhir hasilnya diterbitkan; tidak diisi selama masih tampil."""
    responden: Bilangan
    """Banyaknya responden."""
    nilai: Desimal
    """Indeks hasil survei."""
    skala: Desimal
    """Nilai tertinggi yang mungkin, contoh 100 atau 4."""
    mutu: Teks | None = None
    """Mutu menurut penilai, contoh B (baik)."""
    unsur: tuple[Unsur, ...] = ()
    """Nilai tiap unsur."""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    """Tindak lanjut hasil survei."""
    bukti: Annotated[tuple[Kode, ...], References("bukti")] = ()
    """Kode bukti, misalnya laporan survei."""

    @property
    def terbit(self) -> date:
        """The day from which its results are published."""
        return self.tanggal


class DaftarSurvei(Record):
    """The file ``survei.yml``: the surveys of one year."""

    survei: tuple[Survei, ...]
    """Survei menurut urutan periode."""


class RekapKanal(Record):
    """How much one channel received in one period, and what became of it."""

    kanal: JenisKanal
    """Jenis kanal, sama dengan jenis di satker.yml."""
    periode: Periode
    """Periode yang dihitung."""
    diterima: Bilangan
    """Banyaknya permohonan atau laporan yang diterima."""
    selesai: Bilangan
    """Banyaknya yang selesai ditangani."""
    ditolak: Bilangan | None = None
    """Banyaknya permohonan yang ditolak, bila dihitung."""
    rata_hari: Desimal | None = None
    """Rata-rata waktu penyelesaian dalam hari kerja."""
    uraian: Teks | None = None
    """Keterangan, misalnya alasan penolakan; tanpa nama orang."""


class DaftarRekapKanal(Record):
    """The file ``kanal.yml``: what the office's channels received in one year."""

    rekap: tuple[RekapKanal, ...]
    """Rekap menurut urutan periode."""
