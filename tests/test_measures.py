"""Measures: which value reaches a target, which is worse, and that no bad value ever passes for a good deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_progress import days, draw_entri, indikator, rank, status, tahun

from generator.model.periode import Target
from generator.model.realisasi import Entri, Hasil
from generator.model.ukuran import Arah, JenisTarget, NilaiUkuran, TargetUkuran, Ukuran
from generator.progress import (
    CapaianTriwulan,
    decide_reached,
    find_target,
    is_worse,
    list_capaian_triwulan,
    list_told_values,
)
from generator.views.measures import HEIGHT, WIDTH, draw_figure
from generator.views.names import name_capaian

DONE = {"selesai", "selesai-terlambat", "dilaporkan-tanpa-bukti"}
SCALE = ("D", "C", "CC", "B", "BB", "A", "AA")


def target(text: str, periode="2022") -> TargetUkuran:
    """Return the target of a text such as ">= 75", "< 3", "80..90", "= 2", "BB" or "'tersusun"."""
    if text[0] in "<>=":
        sign, _, number = text.partition(" ")
        kind = {"<": "batas-atas", ">": "batas-bawah", "=": "angka"}[sign[0]]
        touching = "ya" if sign[-1] == "=" else "tidak"
        return TargetUkuran(jenis=kind, nilai=number, batas_termasuk=touching, periode=periode, bunyi=text)
    if ".." in text:
        low, high = text.split("..")
        return TargetUkuran(jenis="rentang", nilai=low, sampai=high, periode=periode, bunyi=text)
    kind = "keadaan" if text[0] == "'" else "tingkat"
    return TargetUkuran(jenis=kind, tingkat=text.lstrip("'"), periode=periode, bunyi=text)


def ukuran(*daftar_target: TargetUkuran, arah: str | None = None, jenis="jumlah") -> Ukuran:
    worded = any(not one.jenis.is_number for one in daftar_target)
    kind = "tingkat" if worded else jenis
    return Ukuran(kode="u-1", nama="U", satuan="hari", jenis=kind, arah=arah, skala=SCALE, target=daftar_target)


def value(text: str) -> NilaiUkuran:
    numeric = text[0].isdigit()
    return NilaiUkuran(ukuran="u-1", nilai=text if numeric else None, tingkat=None if numeric else text)


@pytest.mark.parametrize(
    ("goal", "arah", "told", "expected"),
    [
        (">= 75", "naik", "75", True),
        (">= 75", "naik", "74.99", False),
        ("> 75", "naik", "75", False),
        ("<= 5", "turun", "5", True),
        ("<= 5", "turun", "90", False),
        ("< 3", "turun", "3", False),
        ("< 3", "turun", "2.5", True),
        ("<= 5", None, "90", False),
        ("= 2", "naik", "2", True),
        ("= 2", "naik", "3", True),
        ("= 2", "turun", "3", False),
        ("= 2", None, "2", None),
        ("80..90", "rentang", "79", False),
        ("80..90", "rentang", "80", True),
        ("80..90", "rentang", "90", True),
        ("80..90", "rentang", "91", False),
        ("BB", "naik", "BB", True),
        ("BB", None, "A", True),
        ("BB", "naik", "B", False),
        ("BB", "turun", "B", True),
        ("BB", "naik", "Z", None),
        ("'tersusun", None, "Tersusun", True),
        ("'tersusun", None, "draf", False),
        (">= 75", "naik", "BB", None),
        ("BB", "naik", "80", None),
    ],
)
def test_the_kind_and_the_direction_decide_what_reaches_a_target(goal, arah, told, expected):
    one = target(goal)
    assert decide_reached(ukuran(one, arah=arah), one, value(told)) is expected


@pytest.mark.parametrize(
    ("periods", "asked", "expected"),
    [
        (["2022"], "2022-03", "2022"),
        (["2022", "2022-tw1"], "2022-03", "2022-tw1"),
        (["2022-tw2", "2022-tw4"], "2022-tw1", "2022-tw2"),
        (["2022-tw2", "2022-tw4"], "2022", "2022-tw4"),
        (["2022-tw1"], "2022-tw3", "2022-tw1"),
        (["2022", "2023", "2024"], "2023-s1", "2023"),
        (["2023"], "2022", None),
        ([], "2022", None),
    ],
)
def test_no_choice_of_a_periode_escapes_the_target_of_its_year(periods, asked, expected):
    found = find_target(ukuran(*(target("<= 5", one) for one in periods), arah="turun"), asked)
    assert (found and found.periode) == expected


def deed(number: int, hasil: str, told: str | None, *, when=date(2022, 3, 20), periode="2022-03", bukti=True) -> Entri:
    return Entri(
        kode=f"r-{number}",
        indikator="mp-1-1",
        periode=periode,
        tanggal=when,
        hasil=hasil,
        uraian="x",
        nilai=(value(told),) if told else (),
        bukti=("b-1",) if bukti else (),
    )


def year_with(one: Ukuran, *daftar_entri: Entri, bulan=(3,)):
    row = indikator(bulan=bulan).model_copy(update={"ukuran": (one,)})
    return tahun(row, pelaporan=date(2022, 1, 1), realisasi=daftar_entri)


LOW, HIGH = ukuran(target("<= 5"), arah="turun"), ukuran(target(">= 75"), arah="naik")
JUNE = {"when": date(2022, 6, 20), "periode": "2022-06"}


@pytest.mark.parametrize(
    ("one", "log", "bulan", "expected"),
    [
        pytest.param(LOW, [deed(1, "selesai", "5")], (3,), "selesai", id="reached"),
        pytest.param(LOW, [deed(1, "selesai", "90")], (3,), "terlambat", id="worse_than_the_bound"),
        pytest.param(LOW, [deed(1, "selesai", None)], (3,), "terlambat", id="without_a_value"),
        pytest.param(LOW, [deed(1, "belum", "4")], (3,), "terlambat", id="not_done_by_its_own_word"),
        pytest.param(
            LOW, [deed(1, "selesai", "4"), deed(2, "berjalan", "9", **JUNE)], (3,), "terlambat", id="lost_later"
        ),
        pytest.param(LOW, [deed(1, "selesai", "90", periode="2023-03")], (3,), "terlambat", id="another_year"),
        pytest.param(LOW, [deed(1, "selesai", "5", bukti=False)], (3,), "dilaporkan-tanpa-bukti", id="claim"),
        pytest.param(HIGH, [deed(1, "selesai", "80")], (3,), "selesai", id="risen"),
        pytest.param(HIGH, [deed(1, "selesai", "74")], (3,), "terlambat", id="too_low"),
        pytest.param(HIGH, [deed(1, "selesai", "20")], (3, 12), "sebagian", id="a_step_on_the_way"),
        pytest.param(
            HIGH,
            [deed(1, "selesai", "20"), deed(2, "selesai", "30", **JUNE)],
            (3, 6),
            "terlambat",
            id="short_at_the_end",
        ),
        pytest.param(
            HIGH,
            [deed(1, "berjalan", "80", bukti=False), deed(2, "selesai", "70")],
            (3,),
            "dilaporkan-tanpa-bukti",
            id="reached_by_a_claim_only",
        ),
        pytest.param(ukuran(arah="turun"), [deed(1, "selesai", "90")], (3,), "selesai", id="no_target_to_miss"),
    ],
)
def test_a_deed_whose_measure_misses_its_target_is_not_done(one, log, bulan, expected):
    assert status(year_with(one, *log, bulan=bulan), date(2022, 7, 1)) == expected


goals = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["<=", "<", ">=", ">", "="]), st.integers(0, 6)),
    st.builds("{}..{}".format, st.integers(0, 3), st.integers(4, 6)),
)
ways = st.sampled_from(Arah)
periods = st.sampled_from(["2022", "2022-tw1", "2022-tw2", "2022-s2", "2023"])


@st.composite
def measured_years(draw):
    """One indikator by months with a measure of any kind, and a log that tells of it."""
    goals_drawn = draw(st.lists(st.tuples(goals, periods), max_size=3, unique_by=lambda pair: pair[1]))
    one = ukuran(*(target(*pair) for pair in goals_drawn), arah=draw(ways))
    log = tuple(
        entri.model_copy(update={"nilai": draw(st.just(()) | st.integers(0, 8).map(lambda n: (value(str(n)),)))})
        for entri in draw(draw_entri(count=6))
    )
    return year_with(one, *log, bulan=tuple(sorted(draw(st.sets(st.integers(1, 12), min_size=1, max_size=4)))))


@given(year=measured_years(), hari=days, which=st.integers(0, 5), worse=st.integers(1, 9))
def test_making_a_value_worse_never_improves_a_status(year, hari, which, worse):
    one = year.rencana[0].area[0].kegiatan[0].indikator[0].ukuran[0]
    log = list(year.realisasi)
    told = [index for index, entri in enumerate(log) if entri.nilai]
    if not told:
        return
    index = told[which % len(told)]
    old = log[index].nilai[0]
    step = Decimal(worse if one.arah is Arah.TURUN else -worse)
    new = old.model_copy(update={"nilai": max(Decimal(0), (old.nilai or Decimal(0)) + step)})
    if one.arah is Arah.RENTANG:
        new = old.model_copy(update={"nilai": Decimal(99)})  # outside of every range
    if any(not fits(one, goal) for goal in one.target):
        return
    log[index] = log[index].model_copy(update={"nilai": (new,)})
    assert rank(status(replace(year, realisasi=tuple(log)), hari)) >= rank(status(year, hari))


def fits(one: Ukuran, goal: TargetUkuran) -> bool:
    return one.arah in goal.jenis.arah


@given(year=measured_years(), hari=days)
def test_what_is_said_not_to_be_done_never_ends_as_done(year, hari):
    log = tuple(entri.model_copy(update={"hasil": Hasil.BELUM, "penundaan": None}) for entri in year.realisasi)
    assert status(replace(year, realisasi=log), hari) not in DONE


@given(year=measured_years(), hari=days)
def test_without_a_target_nothing_is_reached_and_a_status_is_as_without_the_measure(year, hari):
    row = year.rencana[0].area[0].kegiatan[0].indikator[0]
    bare = row.ukuran[0].model_copy(update={"target": ()})
    assert {one.tercapai for one in list_told_values(bare, year.realisasi)} <= {None}
    with_measure, without = (
        replace(year_with(bare, *year.realisasi, bulan=row.bulan)),
        tahun(indikator(bulan=row.bulan), pelaporan=date(2022, 1, 1), realisasi=year.realisasi),
    )
    assert status(with_measure, hari) == status(without, hari)


@pytest.mark.parametrize(
    ("arah", "former", "later", "expected"),
    [
        ("turun", "4", "5", True),
        ("turun", "5", "4", False),
        ("naik", "5", "4", True),
        ("naik", "4", "4", False),
        ("rentang", "5", "4", False),
        (None, "5", "4", False),
        ("naik", "BB", "B", True),
        ("naik", "BB", "Z", False),
    ],
)
def test_worse_is_what_goes_against_the_direction(arah, former, later, expected):
    assert is_worse(ukuran(arah=arah), value(later), value(former)) is expected


# Targets of four quarters that are to be low.


def quarters(*numbers: int | None, arah="turun") -> Target:
    named = {f"tw{index}": None if number is None else str(number) for index, number in enumerate(numbers, start=1)}
    return Target(satuan="hari kerja", akumulasi="posisi", arah=arah, **named)


def report(number: int, tw: int, capaian: str, hasil="selesai", *, bukti=True) -> Entri:
    day = date(2022, tw * 3, 20 + number)
    return deed(number, hasil, None, when=day, periode=f"2022-tw{tw}", bukti=bukti).model_copy(
        update={"capaian": Decimal(capaian)}
    )


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        pytest.param([report(1, 1, "5")], "selesai", id="reached"),
        pytest.param([report(1, 1, "90")], "tidak-selesai-akhir-tahun", id="from_5_to_90_is_not_done"),
        pytest.param([report(1, 1, "4", "belum")], "tidak-selesai-akhir-tahun", id="belum_never_closes"),
        pytest.param([report(1, 1, "4"), report(2, 1, "9")], "tidak-selesai-akhir-tahun", id="last_value_counts"),
        pytest.param([report(1, 1, "9"), report(2, 1, "4")], "selesai", id="mended"),
        pytest.param([report(1, 2, "4")], "tidak-selesai-akhir-tahun", id="another_quarter"),
        pytest.param(
            [report(1, 1, "4").model_copy(update={"periode": "2021-tw1"})],
            "tidak-selesai-akhir-tahun",
            id="another_year",
        ),
        pytest.param([report(1, 1, "4", bukti=False)], "dilaporkan-tanpa-bukti", id="claim"),
        pytest.param(
            [report(1, 1, "4"), report(2, 1, "90", bukti=False)],
            "tidak-selesai-akhir-tahun",
            id="a_worse_claim_undoes_the_proof",
        ),
    ],
)
def test_a_quarter_that_is_to_be_low_is_reached_only_by_what_is_low(log, expected):
    year = tahun(
        indikator(bulan=None, target=quarters(5, None, None, None)),
        pelaporan=date(2022, 1, 1),
        realisasi=tuple(log),
        periode="triwulan",
    )
    assert status(year, date(2023, 2, 1)) == expected


def test_a_measure_beside_a_target_of_quarters_keeps_the_row_from_being_proven():
    planned = Target(satuan="x", akumulasi="jumlah", tw2="1")
    row = indikator(bulan=None, target=planned).model_copy(update={"ukuran": (HIGH,)})
    log = (report(1, 3, "1", "belum"),)
    year = tahun(row, pelaporan=date(2022, 1, 1), realisasi=log, periode="triwulan")
    assert status(year, date(2022, 12, 1)) == "dilaporkan-tanpa-bukti"


amounts = st.integers(0, 9)


@given(
    goal=st.lists(st.none() | amounts, min_size=4, max_size=4),
    told=st.lists(st.tuples(st.integers(1, 4), amounts, st.sampled_from(Hasil), st.booleans()), max_size=5),
    hari=days,
    which=st.integers(0, 4),
    worse=st.integers(1, 9),
)
def test_making_a_low_capaian_worse_never_improves_a_status(goal, told, hari, which, worse):
    log = [report(n, tw, str(number), "selesai", bukti=proof) for n, (tw, number, _, proof) in enumerate(told, start=1)]
    log = [
        entri.model_copy(update={"hasil": hasil})
        for entri, (*_, hasil, _) in zip(log, told, strict=True)
        if hasil is not Hasil.DITUNDA
    ]
    if not log or not any(goal):
        return
    row = indikator(bulan=None, target=quarters(*goal))
    year = tahun(row, pelaporan=date(2022, 1, 1), realisasi=tuple(log), periode="triwulan")
    index = which % len(log)
    log[index] = log[index].model_copy(update={"capaian": (log[index].capaian or 0) + worse})
    assert rank(status(replace(year, realisasi=tuple(log)), hari)) >= rank(status(year, hari))


@pytest.mark.parametrize(
    ("satuan", "arah", "akumulasi", "goal", "reached", "expected"),
    [
        ("laporan", "naik", "jumlah", 4, "2", "50 %"),
        ("laporan", "naik", "jumlah", 4, "4", "100 %"),
        ("kali", "naik", "jumlah", 1, "18", "lebih dari 100 %"),
        ("hari kerja", "turun", "posisi", 5, "90", "belum tercapai"),
        ("hari kerja", "turun", "posisi", 5, "4", "tercapai"),
        ("Indeks", "naik", "posisi", 3, "2.9", "belum tercapai"),
        ("nilai", "naik", "posisi", 3, "3", "tercapai"),
    ],
)
def test_a_share_is_told_only_where_it_means_something_and_never_many_times_over(
    satuan, arah, akumulasi, goal, reached, expected
):
    planned = Target(satuan=satuan, akumulasi=akumulasi, arah=arah, tw1=str(goal))
    one: CapaianTriwulan = list_capaian_triwulan(planned, [report(1, 1, reached)], 2022)[0]
    assert name_capaian(planned, one) == expected


# The figure.


def told(*values: str, proven=True, one: Ukuran = LOW):
    log = [
        deed(n, "berjalan", text, when=date(2022, n * 2, 1), periode=f"2022-{n * 2:02}", bukti=proven)
        for n, text in enumerate(values, start=1)
    ]
    return list_told_values(one, log)


def test_a_figure_says_in_words_all_that_it_shows():
    figure = draw_figure(LOW, told("9", "4", proven=False))
    assert figure is not None
    assert figure.kata == "Grafik U: Feb 2022 9 hari (tanpa bukti); Apr 2022 4 hari (tanpa bukti). Target: <= 5."
    assert [dot.terbukti for dot in figure.dots] == [False, False]


@pytest.mark.parametrize("values", [(), ("9",), ("Z", "Q")])
def test_fewer_than_two_values_have_no_figure(values):
    assert draw_figure(LOW, told(*values)) is None


@given(values=st.lists(st.integers(0, 10**9), min_size=2, max_size=6), high=st.integers(0, 10**9))
def test_a_figure_stays_in_its_box_and_stands_on_nought(values, high):
    one = ukuran(target(f"<= {high}"), arah="turun")
    figure = draw_figure(one, told(*map(str, values), one=one))
    assert figure is not None
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in figure.dots)
    assert 0 <= (figure.y or 0) <= HEIGHT
    foot = max(dot.y for dot in figure.dots)
    assert all(dot.y == 104 for dot, number in zip(figure.dots, values, strict=True) if number == 0)
    assert foot <= 104


def test_a_range_is_a_band():
    one = ukuran(target("80..90"), arah="rentang")
    figure = draw_figure(one, told("70", "85", one=one))
    assert figure is not None
    assert figure.depth > 0


def test_a_state_of_words_has_no_line():
    one = ukuran(target("'tersusun"))
    assert draw_figure(one, told("draf", "tersusun", one=one)) is None


def test_every_kind_of_target_says_which_directions_it_fits():
    assert {kind: kind.arah for kind in JenisTarget} == {
        JenisTarget.ANGKA: (Arah.NAIK, Arah.TURUN),
        JenisTarget.BATAS_BAWAH: (Arah.NAIK,),
        JenisTarget.BATAS_ATAS: (Arah.TURUN,),
        JenisTarget.RENTANG: (Arah.RENTANG,),
        JenisTarget.TINGKAT: (Arah.NAIK, Arah.TURUN),
        JenisTarget.KEADAAN: (),
    }
