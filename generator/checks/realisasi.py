"""Rules of the log: an entry names what exists, when it happened, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.bukti import BUKTI_GANDA, BUKTI_TIDAK_ADA, list_missing_bukti
from generator.checks.shared import (
    DI_LUAR_TAHUN,
    NAMA_BERKAS,
    WRONG_DAYS,
    check_of_year,
    find_keputusan,
    index_indikator,
    name_file,
)
from generator.findings import Finding, Rule, Severity, quote, suggest
from generator.model.isi import Tahun
from generator.model.periode import find_end_of_periode, guess_periode, is_periode, read_tahun_of_periode
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, Indikator
from generator.progress import find_end_of_rencana
from generator.text import format_tanggal

INDIKATOR_TIDAK_ADA = Rule("indikator-tidak-ada", "Indikator sebuah entri ada dalam rencana tahun itu.")
TANGGAL_ENTRI = Rule(
    "tanggal-entri",
    "Entri menyebut tanggal atau paling_lambat, tidak keduanya, dan tidak dilaporkan sebelum dilaksanakan.",
)
MENDAHULUI_KEPUTUSAN = Rule(
    "mendahului-keputusan",
    "Tanggal entri tidak mendahului keputusan rencananya, kecuali dijelaskan dalam catatan.",
    yields_to=WRONG_DAYS,
)
SESUDAH_BERAKHIR = Rule(
    "sesudah-berakhir",
    "Tanggal entri tidak sesudah rencananya berakhir, kecuali dijelaskan dalam catatan.",
    yields_to=WRONG_DAYS,
)
INDIKATOR_DICABUT = Rule(
    "indikator-dicabut", "Indikator tidak dilaporkan lagi sejak dicabut, kecuali dijelaskan dalam catatan."
)
PERIODE_BERKAS = Rule("periode-berkas", "Periode sebuah entri tidak sesudah periode berkasnya.", Severity.PERINGATAN)
BELUM_MELAPOR = Rule(
    "belum-melapor", "Entri laporan hanya ada bila kantornya sudah melapor di sini, menurut pelaporan di tahun.yml."
)
DASAR_ENTRI = Rule(
    "dasar-entri", "Entri yang terbaca dari keputusan menyebut keputusan dan baris asalnya; entri laporan tidak."
)
ENTRI_GANDA = Rule(
    "entri-ganda",
    "Hasil yang sama untuk indikator, periode, dan tanggal yang sama ditulis satu kali.",
    Severity.PERINGATAN,
)

_IDENTICAL = ("indikator", "periode", "hasil", "tanggal", "paling_lambat")
_GROUNDS = {"keputusan": "kode keputusannya", "asal": "baris naskahnya"}


@check_of_year(INDIKATOR_TIDAK_ADA, BUKTI_TIDAK_ADA, BUKTI_GANDA)
def check_entri_rujukan(tahun: Tahun) -> Iterator[Finding]:
    """An entry names an indikator of the year, and evidence of the register."""
    known = index_indikator(tahun)
    for entri in tahun.realisasi:
        if entri.indikator not in known and _plans_whole(tahun) and not entri.is_faulty("indikator"):
            message = f"indikator {quote(entri.indikator)} tidak ada dalam rencana tahun ini"
            suggestion = suggest(entri.indikator, known, "periksa kodenya di halaman rencana")
            yield Finding(entri.place("indikator"), INDIKATOR_TIDAK_ADA, message, suggestion)
        yield from list_missing_bukti(tahun, entri)


def _plans_whole(tahun: Tahun) -> bool:
    """Return whether every row of the plans could be read and has an undamaged kode."""
    rows_whole = not tahun.tak_terbaca & {"rb", "zi"} and tahun.baris_ragu is not None
    return rows_whole and not any(indikator.is_faulty("kode") for _, indikator in index_indikator(tahun).values())


@check_of_year(DI_LUAR_TAHUN, TANGGAL_ENTRI, MENDAHULUI_KEPUTUSAN, SESUDAH_BERAKHIR, INDIKATOR_DICABUT)
def check_entri_tanggal(tahun: Tahun) -> Iterator[Finding]:
    """An entry says when: one day of doing, in the plan's year and after its decree, or a note that tells why not."""
    heads = index_indikator(tahun)
    for entri in tahun.realisasi:
        if entri.is_faulty("tanggal", "paling_lambat", "dilaporkan", "periode"):
            continue
        if (entri.tanggal is None) == (entri.paling_lambat is None):
            both = entri.tanggal is not None
            message = "entri menyebut tanggal dan paling_lambat" if both else "entri belum menyebut tanggal"
            suggestion = (
                "hapus salah satunya" if both else "tambahkan tanggal, atau paling_lambat bila harinya tidak pasti"
            )
            yield Finding(entri.place("paling_lambat" if both else "kode"), TANGGAL_ENTRI, message, suggestion)
            continue
        if entri.dilaporkan is not None and entri.dilaporkan < entri.dilaksanakan:
            message = f"tanggal dilaporkan mendahului tanggal pelaksanaannya ({format_tanggal(entri.dilaksanakan)})"
            yield Finding(entri.place("dilaporkan"), TANGGAL_ENTRI, message, "periksa kedua tanggalnya")
        if entri.catatan is None and not entri.is_faulty("catatan"):
            yield from _strange_day(tahun, entri, heads.get(entri.indikator))


def _strange_day(tahun: Tahun, entri: Entri, found: tuple[BerkasRencana, Indikator] | None) -> Iterator[Finding]:
    field = "tanggal" if entri.tanggal else "paling_lambat"
    day = entri.dilaksanakan
    explain = "periksa tanggalnya, atau tambahkan catatan yang menjelaskannya"
    if day.year != tahun.tahun:
        yield Finding(entri.place(field), DI_LUAR_TAHUN, f"tanggal ini bukan tahun {tahun.tahun}", explain)
    if read_tahun_of_periode(entri.periode) != tahun.tahun:
        message = f"periode {entri.periode} bukan tahun {tahun.tahun}"
        suggestion = "periksa periodenya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("periode"), DI_LUAR_TAHUN, message, suggestion)
    if found is None:
        return
    berkas, indikator = found
    keputusan = find_keputusan(tahun, berkas.keputusan_butir(indikator))
    if keputusan and keputusan.tanggal and day < keputusan.tanggal and day.year == tahun.tahun:
        message = f"tanggal ini mendahului keputusannya ({format_tanggal(keputusan.tanggal)})"
        yield Finding(entri.place(field), MENDAHULUI_KEPUTUSAN, message, explain)
    if day.year == tahun.tahun and day > find_end_of_rencana(tahun, berkas):
        message = f"tanggal ini sesudah rencananya berakhir ({format_tanggal(find_end_of_rencana(tahun, berkas))})"
        suggestion = "periksa tanggalnya, atau tambahkan catatan; entri ini tampil, tetapi tidak dihitung"
        yield Finding(entri.place(field), SESUDAH_BERAKHIR, message, suggestion)
    ended = find_keputusan(tahun, indikator.dicabut) if indikator.dicabut else None
    if ended and ended.tanggal and day >= ended.tanggal:
        message = f"indikator {quote(indikator.kode)} sudah dicabut sejak {format_tanggal(ended.tanggal)}"
        suggestion = "laporkan pada penggantinya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("indikator"), INDIKATOR_DICABUT, message, suggestion)


@check_of_year(NAMA_BERKAS, PERIODE_BERKAS)
def check_berkas_realisasi(tahun: Tahun) -> Iterator[Finding]:
    """A file of entries is named after the period in which they were written; none of them is about a later one."""
    strange: set[str] = set()
    for entri in tahun.realisasi:
        place = entri.place()
        name = name_file(entri)
        if not is_periode(name):
            if name not in strange:
                message = f"nama berkas {quote(name)} bukan periode"
                meant = guess_periode(name)
                example = f", contoh {tahun.tahun}-03.yml atau {tahun.tahun}-tw1.yml"
                suggestion = f"ganti nama{f' menjadi {meant}.yml' if meant else example}"
                # At the top of the file: its name is wrong, not this entry.
                yield Finding(type(place)(place.file), NAMA_BERKAS, message, suggestion)
            strange.add(name)
        elif find_end_of_periode(entri.periode) > find_end_of_periode(name) and not entri.is_faulty("periode"):
            message = f"periode {entri.periode} sesudah periode berkasnya"
            suggestion = "periksa periodenya, atau pindahkan ke berkas periode itu"
            yield Finding(entri.place("periode"), PERIODE_BERKAS, message, suggestion)


@check_of_year(BELUM_MELAPOR, DASAR_ENTRI)
def check_entri_dasar(tahun: Tahun) -> Iterator[Finding]:
    """Only an office that reports here has entries of its own; what is read out of a decree names it and its lines."""
    setelan = tahun.setelan
    not_begun = setelan.pelaporan is None and setelan.was_read and not setelan.is_faulty("pelaporan")
    for entri in tahun.realisasi:
        if entri.is_faulty("dasar"):
            continue
        if entri.dasar == "laporan" and not_begun:
            suggestion = "isi pelaporan di tahun.yml, atau tulis dasar: keputusan bila terbaca dari keputusan"
            yield Finding(
                entri.place("kode"), BELUM_MELAPOR, "kantor ini belum melaporkan realisasi di sini", suggestion
            )
        lacking = {name: what for name, what in _GROUNDS.items() if not getattr(entri, name)}
        if entri.dasar == "keputusan" and lacking and not entri.is_faulty(*_GROUNDS):
            message = f"entri yang terbaca dari keputusan belum menyebut {' dan '.join(lacking.values())}"
            yield Finding(entri.place("dasar"), DASAR_ENTRI, message, f"tambahkan {' dan '.join(lacking)}")
        if entri.dasar == "laporan" and (entri.keputusan or entri.asal):
            place = entri.place("keputusan" if entri.keputusan else "asal")
            message = "keputusan dan asal hanya untuk entri yang terbaca dari keputusan"
            yield Finding(place, DASAR_ENTRI, message, "hapus, atau tulis dasar: keputusan")


@check_of_year(ENTRI_GANDA)
def check_entri_ganda(tahun: Tahun) -> Iterator[Finding]:
    """The same result of the same indikator, period and day is written once; what is put right says mengoreksi."""
    seen: dict[tuple[object, ...], list[Entri]] = defaultdict(list)
    for entri in tahun.realisasi:
        if entri.mengoreksi is None and not entri.is_faulty(
            "kode", "indikator", "periode", "hasil", "tanggal", "paling_lambat"
        ):
            seen[tuple(getattr(entri, name) for name in _IDENTICAL)].append(entri)
    for first, *others in seen.values():
        for entri in others:
            message = f"entri ini mengulang {first.kode}: indikator, periode, hasil, dan tanggalnya sama"
            suggestion = "bila memperbaiki entri lama, tambahkan mengoreksi; bila keliru, beri tanggal yang benar"
            yield Finding(entri.place("kode"), ENTRI_GANDA, message, suggestion)
