"""Rules of measures: what is measured, in which unit and which way; a target as read is the target as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.shared import check_of_year, is_time
from generator.findings import Finding, Rule, quote, suggest
from generator.model.isi import Tahun, walk
from generator.model.rencana import Indikator
from generator.model.ukuran import Biaya, JenisTarget, JenisUkuran, Nilai, TargetUkuran, Ukuran, list_angka
from generator.text import format_ukuran

SATUAN_UKURAN = Rule(
    "satuan-ukuran", "Satuan sebuah ukuran cocok dengan jenisnya: persen, atau satuan waktu bila lama."
)
ARAH_TARGET = Rule("arah-target", "Arah sebuah ukuran cocok dengan targetnya: ≥ naik, ≤ turun, rentang rentang.")
ISI_TARGET = Rule(
    "isi-target", "Target berisi yang diminta jenisnya: angka, dua angka sebuah rentang, atau sebuah kata."
)
BUNYI_TARGET = Rule(
    "bunyi-target",
    "Target yang terbaca sama dengan bunyinya: angkanya, dan tanda batasnya.",
    yields_to=("isi-target",),
)
TARGET_GANDA = Rule("target-ganda", "Sebuah ukuran punya satu target tiap periode.")
TINGKAT_SKALA = Rule("tingkat-skala", "Tingkat yang dibandingkan ada dalam skala ukurannya.")
PERSEN_LEBIH = Rule("persen-lebih", "Persentase bagian dari seluruhnya paling tinggi 100.")
ANGGARAN_BUNYI = Rule("anggaran-bunyi", "Anggaran dalam rupiah sama dengan bunyinya.")

_PERCENT = frozenset(["persen", "%"])
_NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# In this order: “≤” and “kurang dari atau sama dengan” hold what the plain signs stand for.
_BOUNDS = (
    (
        re.compile(r"≤|<=|\b(paling (lama|lambat|banyak|tinggi)|maksimal|maksimum|setinggi-tingginya)\b"),
        "batas-atas",
        True,
    ),
    (re.compile(r"≥|>=|\b(paling (sedikit|rendah|kurang)|minimal|minimum|sekurang-kurangnya)\b"), "batas-bawah", True),
    (re.compile(r"<|\b(kurang dari|di bawah)\b"), "batas-atas", False),
    (re.compile(r">|\b(lebih dari|di atas)\b"), "batas-bawah", False),
)


@check_of_year(SATUAN_UKURAN, TARGET_GANDA, TINGKAT_SKALA)
def check_ukuran(tahun: Tahun) -> Iterator[Finding]:
    """A measure has a unit of its kind, one target for each periode, and a scale where grades are compared."""
    for _, ukuran in list_ukuran(tahun):
        if not ukuran.is_faulty("satuan", "jenis"):
            yield from _unit(ukuran)
        yield from _twice(ukuran)
        graded = ukuran.jenis is JenisUkuran.TINGKAT and any(t.jenis is JenisTarget.TINGKAT for t in ukuran.target)
        if graded and not ukuran.skala and not ukuran.is_faulty("skala"):
            suggestion = "tambahkan skala, dari yang paling rendah, contoh skala: [D, C, CC, B, BB, A, AA]"
            yield Finding(ukuran.place("jenis"), TINGKAT_SKALA, "target bertingkat tanpa skala", suggestion)


def list_ukuran(tahun: Tahun) -> Iterator[tuple[Indikator, Ukuran]]:
    """Yield every measure of a year that could be read, with its indikator."""
    for letak in walk(tahun):
        yield from ((letak.indikator, ukuran) for ukuran in letak.indikator.ukuran)


def _unit(ukuran: Ukuran) -> Iterator[Finding]:
    percent = ukuran.satuan.casefold() in _PERCENT
    place, shown = ukuran.place("satuan"), quote(ukuran.satuan)
    if percent != (ukuran.jenis is JenisUkuran.PERSEN):
        other = "jenis: persen" if percent else "satuan: persen"
        yield Finding(place, SATUAN_UKURAN, f"satuan {shown} bukan untuk jenis {ukuran.jenis}", f"tulis {other}")
    if ukuran.jenis is JenisUkuran.LAMA and not is_time(ukuran.satuan):
        message = f"satuan {shown} bukan satuan waktu"
        yield Finding(place, SATUAN_UKURAN, message, "tulis satuan waktunya, contoh hari kerja; atau ganti jenisnya")


def _twice(ukuran: Ukuran) -> Iterator[Finding]:
    seen = set()
    for target in ukuran.target:
        if target.periode in seen and not target.is_faulty("periode"):
            message = f"ukuran {quote(ukuran.kode)} sudah punya target untuk {target.periode}"
            yield Finding(
                target.place("periode"), TARGET_GANDA, message, "hapus salah satunya, atau perbaiki periodenya"
            )
        seen.add(target.periode)


@check_of_year(ARAH_TARGET, ISI_TARGET, BUNYI_TARGET, TINGKAT_SKALA, PERSEN_LEBIH)
def check_target_ukuran(tahun: Tahun) -> Iterator[Finding]:
    """A target holds what its kind asks for, goes the measure's way, and is read as it is printed."""
    for _, ukuran in list_ukuran(tahun):
        for target in ukuran.target:
            if not target.is_faulty("jenis", "nilai", "sampai", "tingkat", "bunyi"):
                yield from _content(ukuran, target)
                if not ukuran.is_faulty("arah"):
                    yield from _way(ukuran, target)
                yield from _print(target)
        for value in (ukuran.dasar_awal, *ukuran.target):
            if value is not None:
                yield from check_bounds(ukuran, value)


def _content(ukuran: Ukuran, target: TargetUkuran) -> Iterator[Finding]:
    worded = ukuran.jenis is JenisUkuran.TINGKAT
    if target.jenis.is_number is worded:
        meant = "tingkat atau keadaan" if worded else "angka, batas-bawah, batas-atas, atau rentang"
        message = f"target {target.jenis} bukan untuk ukuran berjenis {ukuran.jenis}"
        yield Finding(target.place("jenis"), ISI_TARGET, message, f"tulis jenis: {meant}")
        return
    wanted = ["nilai"] if target.jenis.is_number else ["tingkat"]
    wanted += ["sampai"] if target.jenis is JenisTarget.RENTANG else []
    for name in ("nilai", "sampai", "tingkat"):
        there = getattr(target, name) is not None
        if there and name not in wanted:
            yield Finding(
                target.place(name), ISI_TARGET, f"target {target.jenis} tidak memakai {name}", f"hapus {name}"
            )
        elif name in wanted and not there:
            message = f"target {target.jenis} belum menyebut {name}"
            yield Finding(target.place("jenis"), ISI_TARGET, message, f"tambahkan {name} menurut bunyinya")
    if target.sampai is not None and target.nilai is not None and target.sampai <= target.nilai:
        message = "batas atas rentang tidak di atas batas bawahnya"
        yield Finding(target.place("sampai"), ISI_TARGET, message, "tulis nilai: batas bawah, sampai: batas atas")


def _way(ukuran: Ukuran, target: TargetUkuran) -> Iterator[Finding]:
    fits = target.jenis.arah
    # A higher grade is better unless the plan says otherwise; a state is neither high nor low.
    if ukuran.arah in fits or not fits or (target.jenis is JenisTarget.TINGKAT and ukuran.arah is None):
        return
    meant = f"tulis arah: {fits[0]}" if len(fits) == 1 else "tulis arah: naik, atau arah: turun"
    if ukuran.arah is None:
        message = f"target {target.jenis} ada, tetapi arah ukurannya belum disebut"
        yield Finding(ukuran.place("kode"), ARAH_TARGET, message, meant)
    else:
        message = f"arah {ukuran.arah} tidak cocok dengan target {target.jenis} {quote(target.bunyi)}"
        yield Finding(ukuran.place("arah"), ARAH_TARGET, message, f"{meant}, atau perbaiki jenis targetnya")


def _print(target: TargetUkuran) -> Iterator[Finding]:
    """Yield a finding where the target as read is not the one as printed."""
    words = target.bunyi.casefold()
    printed = set(_NUMBERS.findall(words))
    for number in list_angka(target):
        if not printed & {format_ukuran(number), str(number), str(number).replace(".", ",")}:
            message = f"angka {format_ukuran(number)} tidak ada dalam bunyi targetnya, {quote(target.bunyi)}"
            yield Finding(target.place("nilai"), BUNYI_TARGET, message, "samakan angkanya dengan bunyinya")
    if target.tingkat is not None and not re.search(rf"(?<!\w){re.escape(target.tingkat.casefold())}(?!\w)", words):
        message = f"{quote(target.tingkat)} tidak ada dalam bunyi targetnya, {quote(target.bunyi)}"
        yield Finding(target.place("tingkat"), BUNYI_TARGET, message, "samakan katanya dengan bunyinya")
    bound = next(((kind, touching) for sign, kind, touching in _BOUNDS if sign.search(words)), None)
    if bound is None or target.jenis is JenisTarget.RENTANG or not target.jenis.is_number:
        return
    kind, touching = bound
    if target.jenis != kind:
        message = f"bunyi {quote(target.bunyi)} adalah {kind}, bukan {target.jenis}"
        yield Finding(target.place("jenis"), BUNYI_TARGET, message, f"tulis jenis: {kind}")
    elif target.batas_termasuk is not touching:
        message = f"menurut bunyi {quote(target.bunyi)} batasnya {'termasuk' if touching else 'tidak termasuk'}"
        suggestion = "hapus batas_termasuk" if touching else "tambahkan batas_termasuk: tidak"
        yield Finding(target.place("jenis"), BUNYI_TARGET, message, suggestion)


@check_of_year(ANGGARAN_BUNYI)
def check_anggaran(tahun: Tahun) -> Iterator[Finding]:
    """The amount of a budget is the one that is printed."""
    for _, butir in tahun.semua_butir():
        anggaran = butir.anggaran if isinstance(butir, Biaya) else None
        if anggaran is None or anggaran.is_faulty("rupiah", "bunyi"):
            continue
        amount = format_ukuran(anggaran.rupiah)
        if amount not in _NUMBERS.findall(re.sub(r",(?:00|-)", "", anggaran.bunyi)):
            message = f"Rp{amount} tidak sama dengan bunyinya, {quote(anggaran.bunyi)}"
            yield Finding(anggaran.place("rupiah"), ANGGARAN_BUNYI, message, "samakan angkanya dengan bunyinya")


def check_bounds(ukuran: Ukuran, value: Nilai) -> Iterator[Finding]:
    """Yield a finding where a value is outside of what its measure can be: a grade off the scale, a share above all."""
    if value.is_faulty("nilai", "sampai", "tingkat"):
        return
    if value.tingkat is not None and ukuran.skala and value.tingkat not in ukuran.skala:
        message = f"tingkat {quote(value.tingkat)} tidak ada dalam skala ukuran {quote(ukuran.kode)}"
        suggestion = suggest(value.tingkat, ukuran.skala, f"pilih salah satu: {', '.join(ukuran.skala)}")
        yield Finding(value.place("tingkat"), TINGKAT_SKALA, message, suggestion)
    numbers = list_angka(value) if isinstance(value, TargetUkuran) else filter(None, [value.nilai])
    if ukuran.jenis is JenisUkuran.PERSEN and ukuran.seluruh and any(number > 100 for number in numbers):  # noqa: PLR2004 - per cent
        message = f"lebih dari 100 persen dari {ukuran.seluruh}"
        suggestion = "periksa angkanya; bila memang dapat di atas 100, hapus seluruh pada ukurannya"
        yield Finding(value.place("nilai"), PERSEN_LEBIH, message, suggestion)
