"""The sets of open data: one entry each, in the order of the downloads, with what their columns mean."""

from __future__ import annotations

from generator.model.bukti import Bukti
from generator.model.kantor import SetelanTahun
from generator.model.keputusan import Anggota, Keputusan
from generator.model.lke import NilaiArea, NilaiHasil, Penilai, PenilaianLke
from generator.model.periode import Target
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, IndikatorZI
from generator.model.ukuran import NilaiUkuran, Ukuran
from generator.views import Dataset, YearView

_PLAN = (BerkasRencana, IndikatorZI, Target, SetelanTahun)
_ARTI_AMBANG = "Disalin dari aplikasi LKE, bukan dari naskah peraturan; melampauinya belum berarti ditetapkan."
# Meanings of columns that no model's field explains, or that differ in this set.
_PERUBAHAN = {
    "commit": "Commit git yang membawanya.",
    "waktu": "Kapan commit itu dibuat, dalam WIB.",
    "perubahan": "Jenisnya: tambah, hapus, bunyi, jadwal, realisasi, koreksi, bukti, status, dan lainnya.",
    "bagian": "Bagian datanya: rb, zi, laporan, bukti, tim, keputusan, dan lainnya.",
    "rekaman": "Apa yang berubah: area, kegiatan, indikator, entri, dan lainnya; bagian bila seluruh bagian.",
    "kode": "Kodenya sekarang.",
    "tempat": "Rencana dan kode butir di atasnya, dipisah spasi.",
    "nama": "Bunyinya waktu itu.",
    "bidang": "Bidang yang berubah.",
    "sebelum": "Isinya sebelum commit itu.",
    "sesudah": "Isinya sesudah commit itu.",
    "jumlah": "Banyaknya butir di bawahnya yang ikut datang atau pergi, menurut macamnya.",
}
_RENCANA = {
    "bukti": "Kode bukti yang disebut entri realisasinya, dipisah spasi.",
    "ukuran": "Kode ukurannya, dipisah spasi; nilainya dalam himpunan nilai.",
    "anggaran": "Anggaran dalam rupiah, bila rencana menyebutnya.",
    "tim": "Kode tim yang memegang areanya pada tanggal keadaan data, dipisah spasi; kosong bila tidak ada.",
    "publikasi": "Bagaimana penerbitan memenuhinya: halaman, bukti, atau luar; kosong bila bukan indikator publikasi.",
    "publikasi_keadaan": "terpenuhi; terpenuhi-sampai hari keadaan data; syarat-terpenuhi tanpa jadwal; atau belum.",
    "publikasi_sebab": "Mengapa demikian, satu kalimat.",
    "publikasi_sejak": "Sejak kapan semua syarat penerbitannya terpenuhi, bila diketahui.",
    "publikasi_sampai": "Hari terakhir syarat penerbitannya terpenuhi, bila diketahui.",
    "publikasi_jumlah": "Berapa kali indikator publikasi ini dilaksanakan setahun; 0 bila tidak diketahui.",
    "publikasi_terutang": "Berapa kali yang harinya sudah lewat.",
    "publikasi_terbukti": "Berapa kali yang terbukti; yang dicatat belakangan tidak dihitung.",
    "publikasi_kurang": "Berapa kali yang terutang dan belum terbukti.",
}
_REALISASI = {
    "bukti": "Kode bukti yang menunjukkannya, dipisah spasi.",
    "nilai": "Kode ukuran dan nilainya, contoh u-tl-2-a-5=3; dipisah titik koma.",
}
_NILAI = {
    "ukuran": "Kode ukuran.",
    "nama_ukuran": "Apa yang dihitung atau diukur, dengan kata kami.",
    "entri": "Kode entri realisasi yang menyebut nilainya; kosong bila belum ada nilai.",
    "periode": "Periode nilai itu.",
    "tanggal": "Kapan nilai itu berlaku, atau paling lambat kapan.",
    "target": "Target periode itu seperti tercetak; kosong bila rencananya tidak menyebut target.",
    "tercapai": "ya atau tidak; kosong bila tidak ada target, atau nilainya tidak dapat dibandingkan.",
    "memburuk": "ya bila lebih buruk daripada nilai sebelumnya menurut arah ukurannya.",
    "bukti": "Kode bukti yang menunjukkannya, dipisah spasi; nilai tanpa bukti baru pernyataan kantor.",
}
_TIM = {
    "area": "Kode area yang ditangani tim ini.",
    "keputusan": "Kode keputusan yang memuatnya.",
    "rencana": "Rencana yang disebut dipegang tim ini, dipisah spasi; kosong bila mengikuti keputusannya.",
    "sejak": "Hari pertama tim ini bekerja; kosong bila tanggal keputusannya tidak terbaca.",
    "sampai": "Hari terakhirnya, bila sudah atau akan berakhir.",
    "berlaku": "ya bila tim ini bekerja pada tanggal keadaan data.",
}
_BERKAS = {"berkas": "Alamat berkasnya, dihitung dari alamat dasar situs."}
_BUKTI = {
    **_BERKAS,
    "indikator": "Kode indikator yang ditunjukkannya, dipisah spasi.",
    "lke": "Kode baris LKE yang ditunjukkannya, dipisah spasi.",
}
_LKE_ZI = {
    "penilaian": "Kode penilaian yang memuat baris ini.",
    "penilai": Penilai.model_fields["jenis"].description or "",
    "kode": "Kode penilaian dan kode area atau komponennya.",
    "bagian": "pengungkit, atau hasil.",
    "butir": "Kode area atau komponen menurut instrumennya.",
    "nama": "Nama area atau komponen.",
    "bobot_pemenuhan": "Nilai pemenuhan paling tinggi.",
    "bobot_reform": "Nilai reform paling tinggi.",
    "nilai": "Nilainya; untuk area, pemenuhan ditambah reform. Kosong bila belum lengkap dinilai.",
    "bobot": "Nilai paling tinggi.",
    "persen": "Nilai dalam persen dari bobotnya, dipotong dua angka di belakang koma.",
    "bukti": "Kode bukti yang menunjukkannya, dipisah spasi.",
    "ambang_wbk": f"Nilai paling rendah untuk WBK. {_ARTI_AMBANG}",
    "ambang_wbbm": f"Nilai paling rendah untuk WBBM. {_ARTI_AMBANG}",
}

HIMPUNAN: tuple[Dataset[YearView], ...] = (
    Dataset(
        "rb",
        "Rencana Aksi Reformasi Birokrasi",
        "Satu baris satu indikator: bunyi, jadwal, status, dan buktinya.",
        "tabel",
        lambda year: year.tahun.rencana_jenis("rb") is not None,
        model=_PLAN,
        arti_kolom=_RENCANA,
    ),
    Dataset(
        "zi",
        "Rencana Aksi Zona Integritas",
        "Satu baris satu indikator: bunyi, jadwal, status, dan buktinya.",
        "tabel",
        lambda year: year.tahun.rencana_jenis("zi") is not None,
        model=_PLAN,
        kunci="indikator",
        arti_kolom=_RENCANA,
    ),
    Dataset(
        "realisasi",
        "Realisasi",
        "Setiap entri laporan, juga yang sudah dikoreksi.",
        "tabel",
        lambda year: bool(year.nilai.log.entri),
        model=(Entri, SetelanTahun),
        kunci="kode",
        arti_kolom=_REALISASI,
    ),
    Dataset(
        "nilai",
        "Nilai ukuran",
        "Yang diukur tiap indikator, targetnya, dan nilainya dari periode ke periode.",
        "tabel",
        lambda year: bool(year.ukuran),
        model=(NilaiUkuran, Ukuran, SetelanTahun),
        arti_kolom=_NILAI,
    ),
    Dataset(
        "bukti",
        "Bukti",
        "Daftar bukti; yang tertutup hanya disebut jenis dan tanggalnya.",
        "tabel",
        lambda year: bool(year.bukti),
        model=(Bukti, SetelanTahun),
        kunci="kode",
        arti_kolom=_BUKTI,
    ),
    Dataset(
        "lke-zi",
        "LKE Zona Integritas",
        "Satu baris satu area atau komponen tiap penilaian, dengan bobot dan ambangnya.",
        "tabel",
        lambda year: bool(year.lembar),
        model=(NilaiArea, NilaiHasil, PenilaianLke, Penilai, SetelanTahun),
        kunci="kode",
        arti_kolom=_LKE_ZI,
    ),
    Dataset(
        "tim",
        "Susunan tim",
        "Satu baris satu anggota, dengan kedudukannya dalam tim.",
        "tabel",
        lambda year: year.tahun.daftar_tim is not None,
        model=(Anggota, SetelanTahun),
        arti_kolom=_TIM,
    ),
    Dataset(
        "keputusan",
        "Keputusan",
        "Nomor, tanggal, dan penanda tangan; isi diktumnya dalam JSON.",
        "tabel",
        lambda year: bool(year.tahun.keputusan),
        model=(Keputusan,),
        kunci="kode",
        arti_kolom=_BERKAS,
    ),
    Dataset(
        "perubahan",
        "Perubahan",
        "Apa yang berubah dalam data ini, kapan, dan dalam commit mana.",
        "tabel",
        lambda year: bool(year.perubahan),
        model=(SetelanTahun,),
        arti_kolom=_PERUBAHAN,
    ),
    Dataset(
        "laporan",
        "Laporan",
        "Isi tiap halaman laporan: yang jatuh tempo, entri, dan bukti.",
        "json",
        lambda year: bool(year.laporan),
    ),
    Dataset(
        "survei",
        "Survei",
        "Hasil tiap survei, nilai unsurnya, dan tindak lanjutnya.",
        "json",
        lambda year: bool(year.survei),
    ),
    Dataset(
        "layanan",
        "Layanan",
        "Standar pelayanan dan maklumat kantor.",
        "kantor",
        lambda year: year.kantor.ada_layanan,
    ),
    Dataset(
        "kanal",
        "Kanal",
        "Kanal informasi dan pengaduan, dan rekapnya seperti yang tampil.",
        "kantor",
        lambda year: bool(year.tahun.satker.kanal),
    ),
)
"""Every set, in the order of the downloads."""
