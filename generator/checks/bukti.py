"""Rules of evidence: what is open can be seen, what is closed is nowhere, and what is named is there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.aturan import Aturan
from generator.findings import Finding, Tempat, Tingkat, quote, suggest
from generator.model.bukti import Bukti
from generator.model.isi import Kosakata, Tahun
from generator.model.layanan import Survei
from generator.model.lke import NilaiLke
from generator.model.realisasi import Entri
from generator.progress import dated
from generator.text import format_tanggal

_PLACES = ("tautan", "berkas", "keputusan")


def check_akses(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """Open evidence has a title and a place; closed evidence has neither file nor link, and a reason (UU 14/2008)."""
    for bukti in tahun.bukti:
        if bukti.cacat("akses", "judul", *_PLACES):
            continue
        if bukti.terbuka:
            yield from _open(bukti)
        else:
            yield from _closed(bukti)


def _open(bukti: Bukti) -> Iterator[Finding]:
    if not any(getattr(bukti, name) for name in _PLACES):
        pesan = f"bukti {quote(bukti.kode)} terbuka, tetapi tempatnya belum disebut"
        saran = "tambahkan tautan, berkas, atau keputusan; bila tertutup, tulis akses: dikecualikan"
        yield Finding(bukti.place("kode"), "bukti-tanpa-tempat", pesan, saran)
    if bukti.judul is None and bukti.keputusan is None:
        pesan = f"bukti {quote(bukti.kode)} belum berjudul"
        yield Finding(bukti.place("kode"), "bukti-tanpa-judul", pesan, "tambahkan judul")


def _closed(bukti: Bukti) -> Iterator[Finding]:
    for name in ("judul", *_PLACES, "sha256"):
        if getattr(bukti, name) is not None:
            pesan = f"bukti {quote(bukti.kode)} tertutup, jadi {name} tidak boleh ditulis di sini"
            saran = "hapus; yang tampil hanya jenis, tanggal, dan cara memintanya"
            yield Finding(bukti.place(name), "bukti-tertutup", pesan, saran)
    if bukti.akses == "dikecualikan" and bukti.alasan is None and not bukti.cacat("alasan"):
        pesan = f"bukti {quote(bukti.kode)} dikecualikan tanpa alasan"
        yield Finding(bukti.place("akses"), "bukti-tanpa-alasan", pesan, "tambahkan alasan, dengan dasarnya")


def check_berkas_bukti(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """A file that evidence names is in berkas/, unchanged since its hash was written."""
    for bukti in tahun.bukti:
        if bukti.berkas is None or bukti.cacat("berkas", "sha256"):
            continue
        berkas = tahun.berkas_bukti.get(bukti.berkas)
        if berkas is None and f"berkas/{bukti.berkas}" in tahun.log_tak_terbaca:
            continue
        if berkas is None:
            saran = suggest(bukti.berkas, tahun.berkas_bukti, f"taruh berkasnya di {tahun.berkas}/berkas/")
            pesan = f"berkas {quote(bukti.berkas)} tidak ada di folder berkas"
            yield Finding(bukti.place("berkas"), "berkas-bukti", pesan, saran)
        elif bukti.sha256 is None:
            saran = f"tambahkan sha256: {berkas.sidik}"
            yield Finding(bukti.place("berkas"), "sidik", "berkas bukti belum bersidik", saran)
        elif bukti.sha256 != berkas.sidik:
            saran = f"kembalikan berkas aslinya; bila memang diganti, tulis {berkas.sidik}"
            yield Finding(bukti.place("sha256"), "sidik", "isi berkas berbeda dari sidiknya", saran)


def check_isi_berkas(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """What is in berkas/ is open evidence, and no picture tells where it was taken."""
    named = {bukti.berkas for bukti in tahun.bukti if bukti.terbuka}
    closed = {bukti.berkas for bukti in tahun.bukti} - named
    for berkas in tahun.berkas_bukti.values():
        if berkas.nama in closed:
            pesan = f"berkas {quote(berkas.nama)} milik bukti tertutup, jadi tidak boleh ada di sini"
            saran = "hapus berkasnya, juga dari riwayat git bila sudah terkirim"
            yield Finding(Tempat(berkas.berkas), "bukti-tertutup", pesan, saran)
        elif berkas.nama not in named and "bukti" not in tahun.log_tak_terbaca:
            pesan = f"berkas {quote(berkas.nama)} tidak disebut bukti terbuka mana pun"
            saran = "catat di bukti.yml, atau hapus berkasnya"
            yield Finding(Tempat(berkas.berkas), "berkas-lepas", pesan, saran)
        if berkas.metadata:
            pesan = "gambar ini masih memuat metadata, mungkin juga tempat pengambilannya"
            saran = "simpan ulang tanpa metadata (EXIF), lalu perbarui sidiknya"
            yield Finding(Tempat(berkas.berkas), "metadata-gambar", pesan, saran)


def check_tautan_bukti(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """A link does not lead to personal drives, forms or chats, unless somebody has looked what it opens."""
    for bukti in tahun.bukti:
        if bukti.tautan is None or bukti.ditinjau is not None or bukti.cacat("tautan", "ditinjau"):
            continue
        host = (urlsplit(bukti.tautan).hostname or "").casefold()
        for tempat in kosakata.tempat_terlarang:
            if any(host == domain or host.endswith(f".{domain}") for domain in tempat.domain):
                pesan = f"tautan ke {quote(host)} tidak boleh: {tempat.sebab}"
                saran = "taruh di situs kantor; bila sudah diperiksa, tambahkan ditinjau: {oleh: jabatan, tanggal: …}"
                yield Finding(bukti.place("tautan"), "tautan-terlarang", pesan, saran)


def check_bukti_tanggal(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """Evidence is not younger than the entry that it proves."""
    # Of two with one kode the first stands; the second has been reported.
    days = {bukti.kode: bukti.tanggal for bukti in reversed(tahun.bukti) if not bukti.cacat("tanggal")}
    for entri in tahun.realisasi:
        if not dated(entri) or entri.cacat("tanggal", "dilaporkan", "paling_lambat", "bukti"):
            continue
        for index, kode in enumerate(entri.bukti):
            day = days.get(kode)
            if day is not None and day > entri.diketahui:
                pesan = f"bukti {quote(kode)} bertanggal {format_tanggal(day)}, sesudah entri ini"
                saran = "periksa kedua tanggalnya, atau tambahkan dilaporkan pada entri"
                yield Finding(entri.place_item("bukti", index), "bukti-lebih-baru", pesan, saran)


def check_bukti_terbuka(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """A list of those present is open only after somebody has looked at it; a file is listed once."""
    seen: dict[str, str] = {}
    for bukti in tahun.bukti:
        shown = bukti.jenis == "daftar-hadir" and bukti.terbuka and not bukti.ditinjau
        if shown and not bukti.cacat("jenis", "akses", "ditinjau"):
            pesan = f"daftar hadir {quote(bukti.kode)} terbuka, padahal memuat data orang"
            saran = "tulis akses: data-pribadi; bila sudah diperiksa, tambahkan ditinjau: {oleh: jabatan, tanggal: …}"
            yield Finding(bukti.place("jenis"), "daftar-hadir", pesan, saran)
        if bukti.berkas in seen:
            pesan = f"berkas {quote(bukti.berkas)} sudah dicatat sebagai {seen[bukti.berkas]}"
            saran = f"pakai kode {seen[bukti.berkas]}, dan hapus catatan ini"
            yield Finding(bukti.place("berkas"), "berkas-ganda", pesan, saran, Tingkat.PERINGATAN)
        elif bukti.berkas is not None:
            seen[bukti.berkas] = bukti.kode


def check_bukti_lepas(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """Evidence serves at least one entry, survey or row of a worksheet."""
    rows = [isian for penilaian in tahun.lke for isian in penilaian.semua_nilai()]
    records: tuple[Entri | Survei | NilaiLke, ...] = (*tahun.realisasi, *tahun.survei, *rows)
    if tahun.log_tak_terbaca & {"realisasi", "lke-zi"} or any(record.cacat("bukti") for record in records):
        return
    used = {kode for record in records for kode in record.bukti}
    for bukti in tahun.bukti:
        if bukti.kode not in used and not bukti.cacat("kode"):
            pesan = f"bukti {quote(bukti.kode)} belum dipakai entri mana pun"
            saran = "sebut di bukti: pada entri realisasinya"
            yield Finding(bukti.place("kode"), "bukti-lepas", pesan, saran, Tingkat.PERINGATAN)


ATURAN: tuple[Aturan, ...] = (
    check_akses,
    check_berkas_bukti,
    check_isi_berkas,
    check_tautan_bukti,
    check_bukti_tanggal,
    check_bukti_terbuka,
    check_bukti_lepas,
)
