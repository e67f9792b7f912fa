"""Rules of the roster: which plan and area a team holds, from when until when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import PurePosixPath

from generator.checks.shared import check_of_year
from generator.findings import Finding, Rule, Severity, quote, suggest
from generator.model.isi import Tahun, walk_area
from generator.model.keputusan import Tim
from generator.progress import find_term, list_rencana_of_tim, list_tim_of_area
from generator.text import format_tanggal

TIM_AREA = Rule("tim-area", "Area sebuah tim ada dalam rencana tahun itu atau dalam rezimnya.")
TIM_RENCANA = Rule("tim-rencana", "Rencana yang dipegang sebuah tim ada pada tahun itu.")
TIM_TANPA_RENCANA = Rule(
    "tim-tanpa-rencana",
    "Tim yang punya area menyebut rencana yang dipegangnya, bila keputusannya tidak memuat rencana.",
    Severity.PERINGATAN,
)
MASA_TIM = Rule(
    "masa-tim", "Hari terakhir sebuah tim tidak mendahului hari pertamanya dan tidak melewati pencabutannya."
)
TIM_GANDA = Rule("tim-ganda", "Satu area dalam satu rencana dipegang satu tim pada satu waktu.", Severity.PERINGATAN)
_PLANS = ("rb", "zi")


@check_of_year(TIM_AREA)
def check_tim_area(tahun: Tahun) -> Iterator[Finding]:
    """A team's area is an area of the plan or of its regime."""
    areas = [letak.area for letak in walk_area(tahun)]
    if any(area.is_faulty("kode") for area in areas):
        return
    known = {area.kode for area in areas}
    # A plan file is named after its area, so even one that could not be read says which it is.
    known |= {PurePosixPath(name).stem for name in tahun.tak_terbaca if name.startswith(("rb/", "zi/"))}
    known |= {kode for rencana in tahun.rencana for kode in rencana.rezim.kode_area}
    for tim in tahun.tim:
        if known and tim.area is not None and tim.area not in known:
            suggestion = suggest(tim.area, sorted(known), f"pilih salah satu: {', '.join(sorted(known))}")
            yield Finding(tim.place("area"), TIM_AREA, f"area {quote(tim.area)} tidak ada", suggestion)


@check_of_year(TIM_RENCANA, TIM_TANPA_RENCANA)
def check_tim_rencana(tahun: Tahun) -> Iterator[Finding]:
    """A team's plans are plans of the year; a team with an area leaves no doubt in which plan."""
    lost = {kind for kind in _PLANS if kind in tahun.tak_terbaca}
    known = sorted({rencana.jenis for rencana in tahun.rencana} | lost)
    for tim in tahun.tim:
        for index, kode in enumerate(tim.rencana):
            if known and kode not in known:
                suggestion = suggest(kode, known, f"pilih: {', '.join(known)}")
                message = f"tahun ini tidak punya rencana {quote(kode)}"
                yield Finding(tim.place_item("rencana", index), TIM_RENCANA, message, suggestion)
        unsure = lost or tim.is_faulty("rencana", "keputusan", "area")
        if tim.area and tahun.rencana and not unsure and not list_rencana_of_tim(tahun, tim):
            message = (
                f"{tim.kode} punya area tetapi tidak jelas dalam rencana mana, sehingga tidak disebut penanggung jawab"
            )
            yield Finding(tim.place("area"), TIM_TANPA_RENCANA, message, f"tambahkan rencana: [{known[0]}]")


@check_of_year(MASA_TIM)
def check_masa_tim(tahun: Tahun) -> Iterator[Finding]:
    """A team's last day is not before its first, nor on or after the day on which a decree ends it."""
    for tim in tahun.tim:
        if tim.is_faulty("sejak", "sampai", "dicabut", "keputusan"):
            continue
        begins = find_term(tahun, tim).sejak
        ended = tahun.keputusan_berkode(tim.dicabut)
        if tim.sampai and begins and tim.sampai < begins:
            message = f"sampai {format_tanggal(tim.sampai)} mendahului hari pertama tim ini, {format_tanggal(begins)}"
            yield Finding(tim.place("sampai"), MASA_TIM, message, "periksa sejak, sampai, dan tanggal keputusannya")
        elif tim.sampai and ended and ended.tanggal and tim.sampai >= ended.tanggal:
            day = format_tanggal(ended.tanggal)
            message = f"sampai {format_tanggal(tim.sampai)}, padahal {ended.kode} mencabut tim ini pada {day}"
            yield Finding(tim.place("sampai"), MASA_TIM, message, "hapus sampai, atau tulis hari sebelum keputusan itu")


@check_of_year(TIM_GANDA)
def check_tim_ganda(tahun: Tahun) -> Iterator[Finding]:
    """Two teams do not hold an area of a plan at one time: the older one was probably meant to end."""
    told = set()
    for one in walk_area(tahun):
        for first, second in combinations(list_tim_of_area(tahun, one.rencana, one.area), 2):
            if (first.kode, second.kode) not in told and _overlap(tahun, first, second):
                told.add((first.kode, second.kode))
                message = f"{first.kode} dan {second.kode} memegang area {one.area.kode} pada waktu yang sama"
                suggestion = "bila yang lama sudah diganti, beri tim itu dicabut atau sampai"
                yield Finding(second.place("kode"), TIM_GANDA, message, suggestion)


def _overlap(tahun: Tahun, first: Tim, second: Tim) -> bool:
    terms = find_term(tahun, first), find_term(tahun, second)
    if any(term.dicabut for term in terms):
        return False  # until when is not known
    begins = [term.sejak for term in terms if term.sejak]
    return not begins or all(term.sampai is None or term.sampai >= max(begins) for term in terms)
