"""Rules of evidence: what is open can be seen, what is closed is nowhere, and what is named is there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.shared import BUKTI_LEBIH_BARU, check_of_year, check_of_year_with_vocabulary
from generator.findings import Finding, Place, Rule, Severity, quote, suggest
from generator.model.bukti import Bukti
from generator.model.isi import Kosakata, Tahun
from generator.model.jenis import SIDIK
from generator.model.keputusan import Keputusan
from generator.model.layanan import Survei
from generator.model.lke import NilaiLke
from generator.model.realisasi import Entri
from generator.progress import dated
from generator.text import format_tanggal

BUKTI_TANPA_JUDUL = Rule("bukti-tanpa-judul", "Bukti terbuka punya judul, atau menyebut keputusannya.")
BUKTI_TANPA_TEMPAT = Rule("bukti-tanpa-tempat", "Bukti terbuka menyebut tempatnya: tautan, berkas, atau keputusan.")
BUKTI_TERTUTUP = Rule("bukti-tertutup", "Judul, tempat, dan berkas bukti tertutup tidak ditulis atau disimpan di sini.")
BUKTI_TANPA_ALASAN = Rule("bukti-tanpa-alasan", "Bukti yang dikecualikan menyebut alasannya.")
BERKAS_BUKTI = Rule("berkas-bukti", "Berkas yang disebut sebuah bukti atau keputusan ada di folder berkas.")
BERKAS_LEPAS = Rule("berkas-lepas", "Setiap berkas di folder berkas disebut oleh bukti terbuka atau keputusan.")
BERKAS_GANDA = Rule("berkas-ganda", "Setiap berkas dicatat sebagai satu bukti saja.", Severity.PERINGATAN)
METADATA_GAMBAR = Rule("metadata-gambar", "Gambar tidak memuat metadata, karena dapat menyebut tempat pengambilannya.")
DAFTAR_HADIR = Rule("daftar-hadir", "Daftar hadir hanya dibuka sesudah ditinjau, karena memuat data orang.")
TAUTAN_TERLARANG = Rule(
    "tautan-terlarang",
    "Tautan tidak menuju penyimpanan pribadi, formulir, percakapan, atau alamat pendek, kecuali sudah ditinjau.",
)
NASKAH_ASLI = Rule(
    "naskah-asli", "Keputusan yang naskah aslinya diterbitkan bukan hanya dikutip; naskahnya berupa PDF."
)
BUKTI_LEPAS = Rule(
    "bukti-lepas", "Setiap bukti dipakai oleh paling sedikit satu entri, survei, atau penilaian.", Severity.PERINGATAN
)
BUKTI_TIDAK_ADA = Rule("bukti-tidak-ada", "Setiap bukti yang disebut tercatat dalam daftar bukti.")
BUKTI_GANDA = Rule("bukti-ganda", "Di satu entri, survei, atau penilaian, setiap bukti disebut satu kali.")

_PLACES = ("tautan", "berkas", "keputusan")


def list_missing_bukti(tahun: Tahun, record: Entri | Survei | NilaiLke) -> Iterator[Finding]:
    """Yield a finding for each bukti that a record names and the register does not hold, or that it names twice."""
    if "bukti" in tahun.log_tak_terbaca or record.is_faulty("bukti"):
        return
    known = [bukti.kode for bukti in tahun.bukti]
    for index, kode in enumerate(record.bukti):
        if kode in record.bukti[:index]:
            message = f"bukti {quote(kode)} disebut dua kali"
            yield Finding(record.place_item("bukti", index), BUKTI_GANDA, message, "hapus salah satunya")
        elif kode not in known:
            suggestion = suggest(kode, known, "catat buktinya di bukti.yml dahulu")
            message = f"bukti {quote(kode)} tidak ada dalam daftar bukti"
            yield Finding(record.place_item("bukti", index), BUKTI_TIDAK_ADA, message, suggestion)


def _list_records(tahun: Tahun) -> tuple[Bukti | Keputusan, ...]:
    """Return what may have a file or a link of its own: evidence, then decrees."""
    return (*tahun.bukti, *tahun.keputusan)


@check_of_year(BUKTI_TANPA_JUDUL, BUKTI_TANPA_TEMPAT, BUKTI_TERTUTUP, BUKTI_TANPA_ALASAN)
def check_akses(tahun: Tahun) -> Iterator[Finding]:
    """Open evidence has a title and a place; closed evidence has neither file nor link, and a reason (UU 14/2008)."""
    for bukti in tahun.bukti:
        if bukti.is_faulty("akses", "judul", *_PLACES):
            continue
        if bukti.terbuka:
            yield from _open(bukti)
        else:
            yield from _closed(bukti)


def _open(bukti: Bukti) -> Iterator[Finding]:
    if not any(getattr(bukti, name) for name in _PLACES):
        message = f"bukti {quote(bukti.kode)} terbuka, tetapi tempatnya belum disebut"
        suggestion = "tambahkan tautan, berkas, atau keputusan; bila tertutup, tulis akses: dikecualikan"
        yield Finding(bukti.place("kode"), BUKTI_TANPA_TEMPAT, message, suggestion)
    if bukti.judul is None and bukti.keputusan is None:
        message = f"bukti {quote(bukti.kode)} belum berjudul"
        yield Finding(bukti.place("kode"), BUKTI_TANPA_JUDUL, message, "tambahkan judul")


def _closed(bukti: Bukti) -> Iterator[Finding]:
    for name in ("judul", *_PLACES, "sha256"):
        if getattr(bukti, name) is not None:
            message = f"bukti {quote(bukti.kode)} tertutup, jadi {name} tidak boleh ditulis di sini"
            suggestion = "hapus; yang tampil hanya jenis, tanggal, dan cara memintanya"
            yield Finding(bukti.place(name), BUKTI_TERTUTUP, message, suggestion)
    if bukti.akses == "dikecualikan" and bukti.alasan is None and not bukti.is_faulty("alasan"):
        message = f"bukti {quote(bukti.kode)} dikecualikan tanpa alasan"
        yield Finding(bukti.place("akses"), BUKTI_TANPA_ALASAN, message, "tambahkan alasan, dengan dasarnya")


@check_of_year(SIDIK, BERKAS_BUKTI)
def check_berkas_bukti(tahun: Tahun) -> Iterator[Finding]:
    """A file that evidence or a decree names is in berkas/, unchanged since its hash was written."""
    for record in _list_records(tahun):
        if record.is_faulty("berkas", "sha256"):
            continue
        if record.berkas is None:
            if record.sha256 is not None:
                message = "sidik ini tidak punya berkas"
                yield Finding(record.place("sha256"), SIDIK, message, "tambahkan berkas, atau hapus sidiknya")
            continue
        berkas = tahun.berkas_bukti.get(record.berkas)
        if berkas is None and f"berkas/{record.berkas}" in tahun.log_tak_terbaca:
            continue
        if berkas is None:
            suggestion = suggest(record.berkas, tahun.berkas_bukti, f"taruh berkasnya di {tahun.folder}/berkas/")
            message = f"berkas {quote(record.berkas)} tidak ada di folder berkas"
            yield Finding(record.place("berkas"), BERKAS_BUKTI, message, suggestion)
        elif record.sha256 is None:
            suggestion = f"tambahkan sha256: {berkas.sidik}"
            yield Finding(record.place("berkas"), SIDIK, "berkas ini belum bersidik", suggestion)
        elif record.sha256 != berkas.sidik:
            suggestion = f"kembalikan berkas aslinya; bila memang diganti, tulis {berkas.sidik}"
            yield Finding(record.place("sha256"), SIDIK, "isi berkas berbeda dari sidiknya", suggestion)


@check_of_year(NASKAH_ASLI)
def check_naskah_asli(tahun: Tahun) -> Iterator[Finding]:
    """A decree whose original is published is held, not merely cited, and its original is a PDF."""
    for keputusan in tahun.keputusan:
        if keputusan.berkas is None or keputusan.is_faulty("berkas", "naskah"):
            continue
        if not keputusan.berkas.endswith(".pdf"):
            message = f"naskah asli {quote(keputusan.berkas)} bukan PDF"
            yield Finding(keputusan.place("berkas"), NASKAH_ASLI, message, "simpan sebagai PDF, lalu perbarui sidiknya")
        if keputusan.naskah == "dikutip":
            message = f"naskah asli {keputusan.kode} ada di sini, jadi keputusannya bukan hanya dikutip"
            yield Finding(keputusan.place("naskah"), NASKAH_ASLI, message, "tulis naskah: ada")


@check_of_year(BUKTI_TERTUTUP, BERKAS_LEPAS, METADATA_GAMBAR)
def check_isi_berkas(tahun: Tahun) -> Iterator[Finding]:
    """What is in berkas/ is open evidence or a decree, and no picture tells where it was taken."""
    closed = {bukti.berkas for bukti in tahun.bukti if not bukti.terbuka}
    named = {record.berkas for record in _list_records(tahun)} - closed
    for berkas in tahun.berkas_bukti.values():
        if berkas.nama in closed:
            message = f"berkas {quote(berkas.nama)} milik bukti tertutup, jadi tidak boleh ada di sini"
            suggestion = "hapus berkasnya, juga dari riwayat git bila sudah terkirim"
            yield Finding(Place(berkas.berkas), BUKTI_TERTUTUP, message, suggestion)
        elif berkas.nama not in named and not {"bukti", "keputusan"} & (tahun.log_tak_terbaca | tahun.tak_terbaca):
            message = f"berkas {quote(berkas.nama)} tidak disebut bukti terbuka atau keputusan mana pun"
            suggestion = "catat di bukti.yml atau pada keputusannya, atau hapus berkasnya"
            yield Finding(Place(berkas.berkas), BERKAS_LEPAS, message, suggestion)
        if berkas.metadata:
            message = "gambar ini masih memuat metadata, mungkin juga tempat pengambilannya"
            suggestion = "simpan ulang tanpa metadata (EXIF), lalu perbarui sidiknya"
            yield Finding(Place(berkas.berkas), METADATA_GAMBAR, message, suggestion)


@check_of_year_with_vocabulary(TAUTAN_TERLARANG)
def check_tautan(tahun: Tahun, kosakata: Kosakata) -> Iterator[Finding]:
    """A link does not lead to personal drives, forms or chats, unless somebody has looked what it opens."""
    for record in _list_records(tahun):
        if record.tautan is None or record.ditinjau is not None or record.is_faulty("tautan", "ditinjau"):
            continue
        host = (urlsplit(record.tautan).hostname or "").casefold()
        for place in kosakata.tempat_terlarang:
            # With the dot, so that a host which merely ends in the same letters is no subdomain.
            if any(host == domain or host.endswith(f".{domain}") for domain in place.domain):
                message = f"tautan ke {quote(host)} tidak boleh: {place.sebab}"
                suggestion = (
                    "taruh di situs kantor; bila sudah diperiksa, tambahkan ditinjau: {oleh: jabatan, tanggal: …}"
                )
                yield Finding(record.place("tautan"), TAUTAN_TERLARANG, message, suggestion)


@check_of_year(BUKTI_LEBIH_BARU)
def check_bukti_tanggal(tahun: Tahun) -> Iterator[Finding]:
    """Evidence is not younger than the entry that it proves."""
    # A kode given twice is reported elsewhere. Reversed, so that the first of the two wins.
    days = {bukti.kode: bukti.tanggal for bukti in reversed(tahun.bukti) if not bukti.is_faulty("tanggal")}
    for entri in tahun.realisasi:
        if not dated(entri) or entri.is_faulty("tanggal", "dilaporkan", "paling_lambat", "bukti"):
            continue
        for index, kode in enumerate(entri.bukti):
            day = days.get(kode)
            if day is not None and day > entri.diketahui:
                message = f"bukti {quote(kode)} bertanggal {format_tanggal(day)}, sesudah entri ini"
                suggestion = "periksa kedua tanggalnya, atau tambahkan dilaporkan pada entri"
                yield Finding(entri.place_item("bukti", index), BUKTI_LEBIH_BARU, message, suggestion)


@check_of_year(BERKAS_GANDA, DAFTAR_HADIR)
def check_bukti_terbuka(tahun: Tahun) -> Iterator[Finding]:
    """A list of those present is open only after somebody has looked at it; a file is listed once."""
    seen = {keputusan.berkas: keputusan.kode for keputusan in reversed(tahun.keputusan) if keputusan.berkas}
    for bukti in tahun.bukti:
        shown = bukti.jenis == "daftar-hadir" and bukti.terbuka and not bukti.ditinjau
        if shown and not bukti.is_faulty("jenis", "akses", "ditinjau"):
            message = f"daftar hadir {quote(bukti.kode)} terbuka, padahal memuat data orang"
            suggestion = (
                "tulis akses: data-pribadi; bila sudah diperiksa, tambahkan ditinjau: {oleh: jabatan, tanggal: …}"
            )
            yield Finding(bukti.place("jenis"), DAFTAR_HADIR, message, suggestion)
        if bukti.berkas in seen:
            message = f"berkas {quote(bukti.berkas)} sudah dicatat sebagai {seen[bukti.berkas]}"
            of_keputusan = tahun.keputusan_berkode(seen[bukti.berkas])
            suggestion = (
                f"tulis keputusan: {seen[bukti.berkas]} di sini, dan hapus berkas"
                if of_keputusan
                else f"pakai kode {seen[bukti.berkas]}, dan hapus catatan ini"
            )
            yield Finding(bukti.place("berkas"), BERKAS_GANDA, message, suggestion)
        elif bukti.berkas is not None:
            seen[bukti.berkas] = bukti.kode


@check_of_year(BUKTI_LEPAS)
def check_bukti_lepas(tahun: Tahun) -> Iterator[Finding]:
    """Evidence serves at least one entry, survey or row of a worksheet."""
    rows = [isian for penilaian in tahun.lke for isian in penilaian.semua_nilai()]
    records: tuple[Entri | Survei | NilaiLke, ...] = (*tahun.realisasi, *tahun.survei, *rows)
    if tahun.log_tak_terbaca & {"realisasi", "lke-zi"} or any(record.is_faulty("bukti") for record in records):
        return
    used = {kode for record in records for kode in record.bukti}
    for bukti in tahun.bukti:
        if bukti.kode not in used and not bukti.is_faulty("kode"):
            message = f"bukti {quote(bukti.kode)} belum dipakai entri mana pun"
            suggestion = "sebut di bukti: pada entri realisasinya"
            yield Finding(bukti.place("kode"), BUKTI_LEPAS, message, suggestion)
