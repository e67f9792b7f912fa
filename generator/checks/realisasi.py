"""Rules of the log: an entry names what exists, when it happened, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.aturan import Aturan, file_name, find_keputusan, indikator_tahun
from generator.findings import Finding, Tingkat, quote, suggest
from generator.model.isi import Kosakata, Tahun
from generator.model.layanan import Survei
from generator.model.lke import NilaiLke
from generator.model.periode import bulan_periode, is_periode, periode_dimaksud, tahun_periode
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, Indikator
from generator.progress import akhir_rencana
from generator.text import format_tanggal

_SAMA = ("indikator", "periode", "hasil", "tanggal", "paling_lambat")
_DASAR = {"keputusan": "kode keputusannya", "asal": "baris naskahnya"}


def check_entri_rujukan(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """An entry names an indikator of the year, and evidence of the register."""
    known = indikator_tahun(tahun)
    for entri in tahun.realisasi:
        if entri.indikator not in known and _plans_whole(tahun) and not entri.cacat("indikator"):
            pesan = f"indikator {quote(entri.indikator)} tidak ada dalam rencana tahun ini"
            saran = suggest(entri.indikator, known, "periksa kodenya di halaman rencana")
            yield Finding(entri.place("indikator"), "indikator-tidak-ada", pesan, saran)
        yield from missing_bukti(tahun, entri)


def _plans_whole(tahun: Tahun) -> bool:
    """Return whether every row is there and goes by its own kode."""
    rows_whole = not tahun.tak_terbaca & {"rb", "zi"} and tahun.baris_ragu is not None
    return rows_whole and not any(indikator.cacat("kode") for _, indikator in indikator_tahun(tahun).values())


def missing_bukti(tahun: Tahun, record: Entri | Survei | NilaiLke) -> Iterator[Finding]:
    """Yield a finding for each bukti that a record names and the register does not hold, or that it names twice."""
    if "bukti" in tahun.log_tak_terbaca or record.cacat("bukti"):
        return
    known = [bukti.kode for bukti in tahun.bukti]
    for index, kode in enumerate(record.bukti):
        if kode in record.bukti[:index]:
            pesan = f"bukti {quote(kode)} disebut dua kali"
            yield Finding(record.place_item("bukti", index), "bukti-ganda", pesan, "hapus salah satunya")
        elif kode not in known:
            saran = suggest(kode, known, "catat buktinya di bukti.yml dahulu")
            pesan = f"bukti {quote(kode)} tidak ada dalam daftar bukti"
            yield Finding(record.place_item("bukti", index), "bukti-tidak-ada", pesan, saran)


def check_entri_tanggal(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """An entry says when: one day of doing, in the plan's year and after its decree, or a note that tells why not."""
    heads = indikator_tahun(tahun)
    for entri in tahun.realisasi:
        if entri.cacat("tanggal", "paling_lambat", "dilaporkan", "periode"):
            continue
        if (entri.tanggal is None) == (entri.paling_lambat is None):
            both = entri.tanggal is not None
            pesan = "entri menyebut tanggal dan paling_lambat" if both else "entri belum menyebut tanggal"
            saran = "hapus salah satunya" if both else "tambahkan tanggal, atau paling_lambat bila harinya tidak pasti"
            yield Finding(entri.place("paling_lambat" if both else "kode"), "tanggal-entri", pesan, saran)
            continue
        if entri.dilaporkan is not None and entri.dilaporkan < entri.dilaksanakan:
            pesan = f"tanggal dilaporkan mendahului tanggal pelaksanaannya ({format_tanggal(entri.dilaksanakan)})"
            yield Finding(entri.place("dilaporkan"), "tanggal-entri", pesan, "periksa kedua tanggalnya")
        if entri.catatan is None and not entri.cacat("catatan"):
            yield from _strange_day(tahun, entri, heads.get(entri.indikator))


def _strange_day(tahun: Tahun, entri: Entri, found: tuple[BerkasRencana, Indikator] | None) -> Iterator[Finding]:
    field = "tanggal" if entri.tanggal else "paling_lambat"
    day = entri.dilaksanakan
    explain = "periksa tanggalnya, atau tambahkan catatan yang menjelaskannya"
    if day.year != tahun.tahun:
        yield Finding(entri.place(field), "di-luar-tahun", f"tanggal ini bukan tahun {tahun.tahun}", explain)
    if tahun_periode(entri.periode) != tahun.tahun:
        pesan = f"periode {entri.periode} bukan tahun {tahun.tahun}"
        saran = "periksa periodenya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("periode"), "di-luar-tahun", pesan, saran)
    if found is None:
        return
    berkas, indikator = found
    keputusan = find_keputusan(tahun, berkas.keputusan_butir(indikator))
    if keputusan and keputusan.tanggal and day < keputusan.tanggal and day.year == tahun.tahun:
        pesan = f"tanggal ini mendahului keputusannya ({format_tanggal(keputusan.tanggal)})"
        yield Finding(entri.place(field), "mendahului-keputusan", pesan, explain)
    if day.year == tahun.tahun and day > akhir_rencana(tahun, berkas):
        pesan = f"tanggal ini sesudah rencananya berakhir ({format_tanggal(akhir_rencana(tahun, berkas))})"
        saran = "periksa tanggalnya, atau tambahkan catatan; entri ini tampil, tetapi tidak dihitung"
        yield Finding(entri.place(field), "sesudah-berakhir", pesan, saran)
    ended = find_keputusan(tahun, indikator.dicabut) if indikator.dicabut else None
    if ended and ended.tanggal and day >= ended.tanggal:
        pesan = f"indikator {quote(indikator.kode)} sudah dicabut sejak {format_tanggal(ended.tanggal)}"
        saran = "laporkan pada penggantinya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("indikator"), "indikator-dicabut", pesan, saran)


def check_berkas_realisasi(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """A file of entries is named after the period in which they were written; none of them is about a later one."""
    strange: set[str] = set()
    for entri in tahun.realisasi:
        place = entri.place()
        name = file_name(entri)
        if not is_periode(name):
            if name not in strange:
                pesan = f"nama berkas {quote(name)} bukan periode"
                meant = periode_dimaksud(name)
                example = f", contoh {tahun.tahun}-03.yml atau {tahun.tahun}-tw1.yml"
                saran = f"ganti nama{f' menjadi {meant}.yml' if meant else example}"
                yield Finding(type(place)(place.berkas), "nama-berkas", pesan, saran)
            strange.add(name)
        elif _end(entri.periode) > _end(name) and not entri.cacat("periode"):
            pesan = f"periode {entri.periode} sesudah periode berkasnya"
            saran = "periksa periodenya, atau pindahkan ke berkas periode itu"
            yield Finding(entri.place("periode"), "periode-berkas", pesan, saran, Tingkat.PERINGATAN)


def _end(periode: str) -> tuple[int, int]:
    return tahun_periode(periode), bulan_periode(periode)[-1]


def check_entri_dasar(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """Only an office that reports here has entries of its own; what is read out of a decree names it and its lines."""
    setelan = tahun.setelan
    not_begun = setelan.pelaporan is None and setelan.berasal and not setelan.cacat("pelaporan")
    for entri in tahun.realisasi:
        if entri.cacat("dasar"):
            continue
        if entri.dasar == "laporan" and not_begun:
            saran = "isi pelaporan di tahun.yml, atau tulis dasar: keputusan bila terbaca dari keputusan"
            yield Finding(entri.place("kode"), "belum-melapor", "kantor ini belum melaporkan realisasi di sini", saran)
        lacking = {name: what for name, what in _DASAR.items() if not getattr(entri, name)}
        if entri.dasar == "keputusan" and lacking and not entri.cacat(*_DASAR):
            pesan = f"entri yang terbaca dari keputusan belum menyebut {' dan '.join(lacking.values())}"
            yield Finding(entri.place("dasar"), "dasar-entri", pesan, f"tambahkan {' dan '.join(lacking)}")
        if entri.dasar == "laporan" and (entri.keputusan or entri.asal):
            place = entri.place("keputusan" if entri.keputusan else "asal")
            pesan = "keputusan dan asal hanya untuk entri yang terbaca dari keputusan"
            yield Finding(place, "dasar-entri", pesan, "hapus, atau tulis dasar: keputusan")


def check_entri_ganda(tahun: Tahun, _kosakata: Kosakata) -> Iterator[Finding]:
    """The same result of the same indikator, period and day is written once; what is put right says mengoreksi."""
    seen: dict[tuple[object, ...], list[Entri]] = defaultdict(list)
    for entri in tahun.realisasi:
        if entri.mengoreksi is None and not entri.cacat(
            "kode", "indikator", "periode", "hasil", "tanggal", "paling_lambat"
        ):
            seen[tuple(getattr(entri, name) for name in _SAMA)].append(entri)
    for first, *others in seen.values():
        for entri in others:
            pesan = f"entri ini mengulang {first.kode}: indikator, periode, hasil, dan tanggalnya sama"
            saran = "bila memperbaiki entri lama, tambahkan mengoreksi; bila keliru, beri tanggal yang benar"
            yield Finding(entri.place("kode"), "entri-ganda", pesan, saran, Tingkat.PERINGATAN)


ATURAN: tuple[Aturan, ...] = (
    check_entri_rujukan,
    check_entri_tanggal,
    check_berkas_realisasi,
    check_entri_dasar,
    check_entri_ganda,
)
