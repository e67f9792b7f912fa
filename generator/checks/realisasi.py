"""Rules of the log: an entry names what exists, when it happened, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.aturan import DI_LUAR_TAHUN, NAMA_BERKAS, WRONG_DECREE, file_name, find_keputusan, indikator_tahun
from generator.checks.bukti import BUKTI_GANDA, BUKTI_TIDAK_ADA, missing_bukti
from generator.checks.registration import of_year
from generator.findings import Finding, Rule, Tingkat, quote, suggest
from generator.model.isi import Tahun
from generator.model.periode import akhir_periode, is_periode, periode_dimaksud, tahun_periode
from generator.model.realisasi import Entri
from generator.model.rencana import BerkasRencana, Indikator
from generator.progress import akhir_rencana
from generator.text import format_tanggal

INDIKATOR_TIDAK_ADA = Rule("indikator-tidak-ada", "Indikator sebuah entri ada dalam rencana tahun itu.")
TANGGAL_ENTRI = Rule(
    "tanggal-entri",
    "Entri menyebut tanggal atau paling_lambat, tidak keduanya, dan tidak dilaporkan sebelum dilaksanakan.",
)
MENDAHULUI_KEPUTUSAN = Rule(
    "mendahului-keputusan",
    "Tanggal entri tidak mendahului keputusan rencananya, kecuali dijelaskan dalam catatan.",
    yields_to=WRONG_DECREE,
)
SESUDAH_BERAKHIR = Rule(
    "sesudah-berakhir",
    "Tanggal entri tidak sesudah rencananya berakhir, kecuali dijelaskan dalam catatan.",
    yields_to=WRONG_DECREE,
)
INDIKATOR_DICABUT = Rule(
    "indikator-dicabut", "Indikator tidak dilaporkan lagi sejak dicabut, kecuali dijelaskan dalam catatan."
)
PERIODE_BERKAS = Rule("periode-berkas", "Periode sebuah entri tidak sesudah periode berkasnya.", Tingkat.PERINGATAN)
BELUM_MELAPOR = Rule(
    "belum-melapor", "Entri laporan hanya ada bila kantornya sudah melapor di sini, menurut pelaporan di tahun.yml."
)
DASAR_ENTRI = Rule(
    "dasar-entri", "Entri yang terbaca dari keputusan menyebut keputusan dan baris asalnya; entri laporan tidak."
)
ENTRI_GANDA = Rule(
    "entri-ganda",
    "Hasil yang sama untuk indikator, periode, dan tanggal yang sama ditulis satu kali.",
    Tingkat.PERINGATAN,
)

_SAMA = ("indikator", "periode", "hasil", "tanggal", "paling_lambat")
_DASAR = {"keputusan": "kode keputusannya", "asal": "baris naskahnya"}


@of_year(INDIKATOR_TIDAK_ADA, BUKTI_TIDAK_ADA, BUKTI_GANDA)
def check_entri_rujukan(tahun: Tahun) -> Iterator[Finding]:
    """An entry names an indikator of the year, and evidence of the register."""
    known = indikator_tahun(tahun)
    for entri in tahun.realisasi:
        if entri.indikator not in known and _plans_whole(tahun) and not entri.cacat("indikator"):
            pesan = f"indikator {quote(entri.indikator)} tidak ada dalam rencana tahun ini"
            saran = suggest(entri.indikator, known, "periksa kodenya di halaman rencana")
            yield Finding(entri.place("indikator"), INDIKATOR_TIDAK_ADA, pesan, saran)
        yield from missing_bukti(tahun, entri)


def _plans_whole(tahun: Tahun) -> bool:
    """Return whether every row of the plans could be read and has an undamaged kode."""
    rows_whole = not tahun.tak_terbaca & {"rb", "zi"} and tahun.baris_ragu is not None
    return rows_whole and not any(indikator.cacat("kode") for _, indikator in indikator_tahun(tahun).values())


@of_year(DI_LUAR_TAHUN, TANGGAL_ENTRI, MENDAHULUI_KEPUTUSAN, SESUDAH_BERAKHIR, INDIKATOR_DICABUT)
def check_entri_tanggal(tahun: Tahun) -> Iterator[Finding]:
    """An entry says when: one day of doing, in the plan's year and after its decree, or a note that tells why not."""
    heads = indikator_tahun(tahun)
    for entri in tahun.realisasi:
        if entri.cacat("tanggal", "paling_lambat", "dilaporkan", "periode"):
            continue
        if (entri.tanggal is None) == (entri.paling_lambat is None):
            both = entri.tanggal is not None
            pesan = "entri menyebut tanggal dan paling_lambat" if both else "entri belum menyebut tanggal"
            saran = "hapus salah satunya" if both else "tambahkan tanggal, atau paling_lambat bila harinya tidak pasti"
            yield Finding(entri.place("paling_lambat" if both else "kode"), TANGGAL_ENTRI, pesan, saran)
            continue
        if entri.dilaporkan is not None and entri.dilaporkan < entri.dilaksanakan:
            pesan = f"tanggal dilaporkan mendahului tanggal pelaksanaannya ({format_tanggal(entri.dilaksanakan)})"
            yield Finding(entri.place("dilaporkan"), TANGGAL_ENTRI, pesan, "periksa kedua tanggalnya")
        if entri.catatan is None and not entri.cacat("catatan"):
            yield from _strange_day(tahun, entri, heads.get(entri.indikator))


def _strange_day(tahun: Tahun, entri: Entri, found: tuple[BerkasRencana, Indikator] | None) -> Iterator[Finding]:
    field = "tanggal" if entri.tanggal else "paling_lambat"
    day = entri.dilaksanakan
    explain = "periksa tanggalnya, atau tambahkan catatan yang menjelaskannya"
    if day.year != tahun.tahun:
        yield Finding(entri.place(field), DI_LUAR_TAHUN, f"tanggal ini bukan tahun {tahun.tahun}", explain)
    if tahun_periode(entri.periode) != tahun.tahun:
        pesan = f"periode {entri.periode} bukan tahun {tahun.tahun}"
        saran = "periksa periodenya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("periode"), DI_LUAR_TAHUN, pesan, saran)
    if found is None:
        return
    berkas, indikator = found
    keputusan = find_keputusan(tahun, berkas.keputusan_butir(indikator))
    if keputusan and keputusan.tanggal and day < keputusan.tanggal and day.year == tahun.tahun:
        pesan = f"tanggal ini mendahului keputusannya ({format_tanggal(keputusan.tanggal)})"
        yield Finding(entri.place(field), MENDAHULUI_KEPUTUSAN, pesan, explain)
    if day.year == tahun.tahun and day > akhir_rencana(tahun, berkas):
        pesan = f"tanggal ini sesudah rencananya berakhir ({format_tanggal(akhir_rencana(tahun, berkas))})"
        saran = "periksa tanggalnya, atau tambahkan catatan; entri ini tampil, tetapi tidak dihitung"
        yield Finding(entri.place(field), SESUDAH_BERAKHIR, pesan, saran)
    ended = find_keputusan(tahun, indikator.dicabut) if indikator.dicabut else None
    if ended and ended.tanggal and day >= ended.tanggal:
        pesan = f"indikator {quote(indikator.kode)} sudah dicabut sejak {format_tanggal(ended.tanggal)}"
        saran = "laporkan pada penggantinya, atau tambahkan catatan yang menjelaskannya"
        yield Finding(entri.place("indikator"), INDIKATOR_DICABUT, pesan, saran)


@of_year(NAMA_BERKAS, PERIODE_BERKAS)
def check_berkas_realisasi(tahun: Tahun) -> Iterator[Finding]:
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
                # At the top of the file: its name is wrong, not this entry.
                yield Finding(type(place)(place.berkas), NAMA_BERKAS, pesan, saran)
            strange.add(name)
        elif akhir_periode(entri.periode) > akhir_periode(name) and not entri.cacat("periode"):
            pesan = f"periode {entri.periode} sesudah periode berkasnya"
            saran = "periksa periodenya, atau pindahkan ke berkas periode itu"
            yield Finding(entri.place("periode"), PERIODE_BERKAS, pesan, saran)


@of_year(BELUM_MELAPOR, DASAR_ENTRI)
def check_entri_dasar(tahun: Tahun) -> Iterator[Finding]:
    """Only an office that reports here has entries of its own; what is read out of a decree names it and its lines."""
    setelan = tahun.setelan
    not_begun = setelan.pelaporan is None and setelan.berasal and not setelan.cacat("pelaporan")
    for entri in tahun.realisasi:
        if entri.cacat("dasar"):
            continue
        if entri.dasar == "laporan" and not_begun:
            saran = "isi pelaporan di tahun.yml, atau tulis dasar: keputusan bila terbaca dari keputusan"
            yield Finding(entri.place("kode"), BELUM_MELAPOR, "kantor ini belum melaporkan realisasi di sini", saran)
        lacking = {name: what for name, what in _DASAR.items() if not getattr(entri, name)}
        if entri.dasar == "keputusan" and lacking and not entri.cacat(*_DASAR):
            pesan = f"entri yang terbaca dari keputusan belum menyebut {' dan '.join(lacking.values())}"
            yield Finding(entri.place("dasar"), DASAR_ENTRI, pesan, f"tambahkan {' dan '.join(lacking)}")
        if entri.dasar == "laporan" and (entri.keputusan or entri.asal):
            place = entri.place("keputusan" if entri.keputusan else "asal")
            pesan = "keputusan dan asal hanya untuk entri yang terbaca dari keputusan"
            yield Finding(place, DASAR_ENTRI, pesan, "hapus, atau tulis dasar: keputusan")


@of_year(ENTRI_GANDA)
def check_entri_ganda(tahun: Tahun) -> Iterator[Finding]:
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
            yield Finding(entri.place("kode"), ENTRI_GANDA, pesan, saran)
