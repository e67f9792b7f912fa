"""Rules of values: an entry tells them of its own indikator's measures, and what misses its target is not done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.shared import check_of_year, index_indikator
from generator.checks.ukuran import PERSEN_LEBIH, TINGKAT_SKALA, check_bounds
from generator.findings import Finding, Rule, Severity, quote, suggest
from generator.model.isi import Tahun
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import Indikator
from generator.model.ukuran import JenisUkuran, NilaiUkuran, Ukuran
from generator.progress import Log, find_target, list_told_values, list_unmet, read_log
from generator.text import format_nilai, format_periode

UKURAN_TIDAK_ADA = Rule("ukuran-tidak-ada", "Ukuran yang disebut sebuah entri adalah ukuran indikatornya.")
NILAI_GANDA = Rule("nilai-ganda", "Sebuah entri menyebut satu nilai untuk tiap ukuran.")
ISI_NILAI = Rule("isi-nilai", "Nilai sebuah ukuran berupa angka, atau sebuah kata bila jenisnya tingkat.")
# Where a target or a value is broken, what it says of the other is a mere consequence.
_BROKEN = ("isi-target", "bunyi-target", "arah-target", "tingkat-skala", "isi-nilai", "persen-lebih")
NILAI_KURANG = Rule("nilai-kurang", "Entri selesai menyebut nilai tiap ukuran yang punya target.")
TARGET_MELESET = Rule("target-meleset", "Yang dilaporkan selesai nilainya mencapai target.", yields_to=_BROKEN)
NILAI_MEMBURUK = Rule(
    "nilai-memburuk",
    "Nilai yang memburuk dijelaskan dalam kendala atau catatan.",
    Severity.PERINGATAN,
    yields_to=(*_BROKEN, "target-meleset"),
)


@check_of_year(UKURAN_TIDAK_ADA, NILAI_GANDA, ISI_NILAI, TINGKAT_SKALA, PERSEN_LEBIH)
def check_nilai(tahun: Tahun) -> Iterator[Finding]:
    """A value belongs to a measure of the entry's indikator, once, and is of the measure's kind."""
    rows = index_indikator(tahun)
    for entri in tahun.realisasi:
        if entri.indikator not in rows or entri.is_faulty("indikator"):
            continue
        indikator = rows[entri.indikator][1]
        known = {ukuran.kode: ukuran for ukuran in indikator.ukuran}
        seen = set()
        for value in entri.nilai:
            ukuran = known.get(value.ukuran)
            if ukuran is None:
                if not indikator.is_faulty("ukuran") and not value.is_faulty("ukuran"):
                    yield _unknown(indikator, value, known)
                continue
            if value.ukuran in seen:
                message = f"nilai ukuran {quote(value.ukuran)} ditulis dua kali dalam entri ini"
                yield Finding(value.place("ukuran"), NILAI_GANDA, message, "hapus salah satunya")
            seen.add(value.ukuran)
            yield from _kind(ukuran, value)
            yield from check_bounds(ukuran, value)


def _unknown(indikator: Indikator, value: NilaiUkuran, known: dict[str, Ukuran]) -> Finding:
    if not known:
        message = f"indikator {quote(indikator.kode)} tidak punya ukuran"
        suggestion = "tulis ukuran pada indikatornya, atau tulis angkanya dalam uraian"
    else:
        message = f"ukuran {quote(value.ukuran)} bukan ukuran indikator {quote(indikator.kode)}"
        suggestion = suggest(value.ukuran, known, f"pilih salah satu: {', '.join(known)}")
    return Finding(value.place("ukuran"), UKURAN_TIDAK_ADA, message, suggestion)


def _kind(ukuran: Ukuran, value: NilaiUkuran) -> Iterator[Finding]:
    if value.is_faulty("nilai", "tingkat"):
        return
    worded = ukuran.jenis is JenisUkuran.TINGKAT
    wanted, other = ("tingkat", "nilai") if worded else ("nilai", "tingkat")
    if getattr(value, wanted) is None or getattr(value, other) is not None:
        message = f"ukuran {quote(ukuran.kode)} berjenis {ukuran.jenis}, jadi bernilai {'kata' if worded else 'angka'}"
        suggestion = f"tulis {wanted}: {'contoh BB' if worded else f'angkanya dalam {ukuran.satuan}'}"
        yield Finding(value.place(other), ISI_NILAI, message, suggestion)


@check_of_year(NILAI_KURANG, TARGET_MELESET, NILAI_MEMBURUK)
def check_nilai_target(tahun: Tahun) -> Iterator[Finding]:
    """What is reported done has reached its target, and a value that got worse is explained."""
    if any(entri.is_faulty("tanggal", "paling_lambat", "dilaporkan", "periode", "nilai") for entri in tahun.realisasi):
        return
    log = read_log(tahun, date.max)
    for kode, (_, indikator) in index_indikator(tahun).items():
        if indikator.ukuran and not indikator.is_faulty("ukuran"):
            yield from _missed(log, indikator)
            for ukuran in indikator.ukuran:
                yield from _worse(ukuran, log.berlaku(kode))


def _missed(log: Log, indikator: Indikator) -> Iterator[Finding]:
    daftar_entri = log.berlaku(indikator.kode)
    for entri in daftar_entri:
        if entri.hasil is not Hasil.SELESAI:
            continue
        for ukuran, value in list_unmet(indikator, entri, daftar_entri):
            target = find_target(ukuran, entri.periode)
            assert target is not None, "what is not met is there"  # noqa: S101 - a defect of ours otherwise
            printed = quote(target.bunyi)
            if value is None:
                message = f"entri selesai belum menyebut nilai {quote(ukuran.kode)}; targetnya {printed}"
                word = "tingkat" if ukuran.jenis is JenisUkuran.TINGKAT else "nilai"
                suggestion = f"tambahkan nilai: [{{ukuran: {ukuran.kode}, {word}: …}}], atau tulis hasil: berjalan"
                yield Finding(entri.place("hasil"), NILAI_KURANG, message, suggestion)
            else:
                shown = format_nilai(value, ukuran.satuan)
                message = (
                    f"dilaporkan selesai, tetapi nilai {quote(ukuran.kode)} {shown} tidak mencapai target {printed}"
                )
                suggestion = "tulis hasil: berjalan atau belum, atau periksa nilainya"
                yield Finding(entri.place("hasil"), TARGET_MELESET, message, suggestion)


def _worse(ukuran: Ukuran, daftar_entri: tuple[Entri, ...]) -> Iterator[Finding]:
    told = list_told_values(ukuran, daftar_entri)
    for former, later in pairwise(told):
        if later.memburuk and later.entri.kendala is None and later.entri.catatan is None:
            before, now = (format_nilai(one.nilai, ukuran.satuan) for one in (former, later))
            when = format_periode(former.entri.periode)
            message = f"nilai {quote(ukuran.kode)} memburuk: {before} pada {when}, sekarang {now}"
            yield Finding(
                later.nilai.place(), NILAI_MEMBURUK, message, "tambahkan kendala atau catatan: mengapa memburuk"
            )
