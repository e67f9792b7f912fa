"""Status by plan and date: a table of cases, and what must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import accumulate
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load_kosakata
from generator.model.bukti import Bukti
from generator.model.irama import Irama
from generator.model.isi import Rencana, Tahun
from generator.model.kantor import RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.periode import BIDANG_TRIWULAN, Target, find_month_end, find_triwulan, list_bulan_of_periode
from generator.model.realisasi import Entri, Hasil, Penundaan
from generator.model.rencana import AreaRB, Indikator, Jadwal, Kegiatan, RencanaRB
from generator.progress import assess, berlaku, list_tahap
from generator.settings import Workspace
from generator.views.irama import tell_irama


@cache
def kosakata():
    return load_kosakata(Workspace(ROOT))


def indikator(kode="mp-1-1", bulan=None, keadaan="pasti", **extra) -> Indikator:
    catatan = {"catatan": "x"} if keadaan == "wajar" else {}
    return Indikator(kode=kode, nama="x", jadwal=Jadwal(bulan=bulan, keadaan=keadaan, **catatan), **extra)


REZIM = {"bulan": "rb-8-area", "triwulan": "rb-general-tematik"}
"""A regime for each unit of time; every property holds in both."""
both = pytest.mark.parametrize("periode", REZIM)


def triwulan(numbers: str, akumulasi="jumlah") -> Target:
    """Return the target of a text such as "2 0 - 5"; a dash is a quarter without a number."""
    values = (None if number == "-" else Decimal(number) for number in numbers.split())
    return Target(satuan="x", akumulasi=akumulasi, **dict(zip(BIDANG_TRIWULAN, values, strict=True)))


def tahun(
    *rows: Indikator,
    decreed=date(2022, 1, 20),
    pelaporan=None,
    tenggang=0,
    sampai=None,
    more=(),
    realisasi=(),
    bukti=(),
    periode="bulan",
) -> Tahun:
    area = AreaRB(kode="manajemen-perubahan", nama="A", kegiatan=(Kegiatan(kode="mp-1", nama="K", indikator=rows),))
    return Tahun(
        satker=Satker(skema=1, kode="kpu-x", nama="X", nama_resmi="X", tingkat="kota"),
        setelan=SetelanTahun(
            tahun=2022, rezim=RezimTahun(), pelaporan=pelaporan, tenggang_hari=tenggang, berlaku_sampai=sampai
        ),
        folder="x",
        keputusan=(
            Keputusan(kode="sk-1-2022", nomor="1", tahun=2022, tentang="x", naskah="ada", tanggal=decreed),
            *more,
        ),
        realisasi=realisasi,
        bukti=tuple(bukti),
        rencana=(Rencana("rb", kosakata().rezim[REZIM[periode]], (RencanaRB(keputusan="sk-1-2022", area=area),)),),
    )


SEJAK = date(2022, 1, 1)
ROWS = [
    line.split("|")
    for line in (Path(__file__).parent / "status.txt").read_text(encoding="utf-8").splitlines()
    if "|" in line and not line.startswith("#")
]


def day(text: str) -> date:
    year, rest = (2022, text) if len(text) == 4 else (int(text[:4]), text[4:])
    return date(year, int(rest[:2]), int(rest[2:]))


def entri(number: int, text: str) -> Entri:
    """Return the entry of a text such as "0328>0505 S 03 b ~1" or "0328 B tw1 b7 =2"."""
    when, hasil, periode, *rest = text.split()
    done, _, told = when.partition(">")
    words = {"S": "selesai", "B": "berjalan", "X": "belum", "N": "tidak-dilaksanakan", "D": "ditunda"}
    return Entri(
        kode=f"r-{number}",
        indikator="mp-1-1",
        periode=f"2022-{periode}" if periode != "y" else "2022",
        tanggal=day(done),
        dilaporkan=day(told) if told else None,
        hasil=words[hasil[0]],
        uraian="x",
        capaian=next((Decimal(word[1:]) for word in rest if word[0] == "="), None),
        bukti=tuple(bukti.kode for bukti in daftar_bukti(number, text)),
        kendala=None if hasil in "SB" else "x",
        penundaan=Penundaan(dasar="x", ke=f"2022-{hasil[1:]}") if hasil[0] == "D" else None,
        mengoreksi=next((f"r-{word[1:]}" for word in rest if word[0] == "~"), None),
    )


def daftar_bukti(number: int, text: str) -> tuple[Bukti, ...]:
    """Return the evidence that an entry names: its own, or one by a number that entries share."""
    when, _, _, *words = text.split()
    told = {word[0]: word[1:] for word in words if word[0] in "dua"}
    dated = told.get("d", when.partition(">")[0])
    return tuple(
        Bukti(
            kode=f"b-{word[1:] or f'r{number}'}",
            jenis="laporan",
            tanggal=None if dated == "-" else day(dated),
            berlaku_sampai=day(told["u"]) if "u" in told else None,
            tautan=f"https://contoh.invalid/{told['a']}" if "a" in told else None,
        )
        for word in words
        if word[0] == "b"
    )


IRAMA = {"s": "sekali", "t": "tersedia"}


def irama(text: str) -> Irama | None:
    """Return the rhythm of a text: s once, t stands, qbulan quoted by months, r4 read as four times a year."""
    if not text:
        return None
    if text in IRAMA:
        return Irama(jenis=IRAMA[text], dasar="bacaan")
    often = {"minimal": int(text[1:])} if text[1:].isdigit() else {"tiap": text[1:]}
    return Irama(jenis="berkala", dasar="kutipan" if text[0] == "q" else "bacaan", kutipan="x", **often)


def year_of(row: list[str]) -> Tahun:
    months, log, _, options, *_ = (cell.strip() for cell in row)
    plain, _, khusus = months.partition("+")
    plain, _, often = (part.strip() for part in plain.partition("@"))
    target, kind = None, {"j": "jumlah", "p": "posisi"}.get(plain[0])
    if kind is not None:
        target, plain = triwulan(plain[1:].replace("!", ""), kind), plain[1:].replace("-", "0")
    keadaan = {"?": "tidak-terbaca", "-": "kosong"}.get(plain, "wajar" if "!" in plain else "pasti")
    bulan = None if target or plain in "?-" else tuple(int(month) for month in plain.replace("!", "").split())
    chosen = {option[0]: option[1:] for option in options.split()}
    since = chosen.get("p", "0101")
    return tahun(
        indikator(bulan=bulan, keadaan=keadaan, keadaan_khusus=khusus or None, target=target, irama=irama(often)),
        pelaporan=None if since == "-" else day(since),
        tenggang=int(chosen.get("t", 0)),
        sampai=day(chosen["a"]) if "a" in chosen else None,
        realisasi=tuple(entri(number, text) for number, text in list_log(log)),
        bukti={bukti.kode: bukti for number, text in list_log(log) for bukti in daftar_bukti(number, text)}.values(),
    )


def list_log(log: str) -> list[tuple[int, str]]:
    return list(enumerate(filter(None, map(str.strip, log.split(";"))), start=1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(" ".join(row[:4]).split()))
def test_status(row):
    _, _, when, _, status, steps, *rest = (cell.strip() for cell in row)
    state = assess(year_of(row), day(when)).indikator["mp-1-1"]
    assert (state.status, [step.status for step in state.tahap]) == (status, steps.split())
    for counted in rest:
        assert f"{state.terbukti}/{len(state.kali)} {len(state.terutang)}" == counted


def test_the_table_holds_every_status_and_sixty_cases_or_more():
    assert len(ROWS) >= 60
    assert {row[4].strip() for row in ROWS} == set(kosakata().status)


def test_a_step_before_the_decree_is_due_at_the_end_of_the_decrees_month():
    row = indikator(bulan=(1, 5))
    year = tahun(row, decreed=date(2022, 3, 28))
    steps = list_tahap(year, year.rencana[0].berkas[0], row)
    assert [(step.bulan, step.tenggat) for step in steps] == [
        ((1,), date(2022, 3, 31)),
        ((5,), date(2022, 5, 31)),
    ]


def test_an_impossible_decree_date_moves_nothing():
    row = indikator(bulan=(1,))
    year = tahun(row, decreed=None)
    assert list_tahap(year, year.rencana[0].berkas[0], row)[0].tenggat == date(2022, 1, 31)


def test_per_tanggal_is_capped_at_the_plans_end():
    year = tahun(indikator(bulan=(3,)), sampai=date(2022, 6, 30))
    assert assess(year, date(2024, 1, 1)).per_tanggal == date(2022, 6, 30)


def test_an_amended_row_counts_until_its_end_and_its_replacement_from_then_on():
    later = Keputusan(kode="sk-9-2022", nomor="9", tahun=2022, tentang="x", naskah="ada", tanggal=date(2022, 6, 1))
    old = indikator("mp-1-1", (3,), dicabut="sk-9-2022")
    new = indikator("mp-1-2", (4,), menggantikan="mp-1-1", keputusan="sk-9-2022")
    year = tahun(old, new, more=(later,))
    in_force = {
        day: [r.kode for r in (old, new) if berlaku(year, year.rencana[0].berkas[0], r, day)]
        for day in (date(2022, 5, 31), date(2022, 6, 1))
    }
    assert in_force == {date(2022, 5, 31): ["mp-1-1"], date(2022, 6, 1): ["mp-1-2"]}


ROUTINE = tuple(range(1, 13))
TERLEWAT = [
    # log, per_tanggal, reporting since, first month of each occurrence that passed without proof
    ("", "0331", "0101", ()),
    ("", "0401", "0101", (1,)),
    ("", "1001", "0101", (1, 4, 7)),
    ("0331 B tw1 b", "0401", "0101", (1,)),
    ("0331 S tw1", "0401", "0101", (1,)),
    ("0331 S tw1 b", "0401", "0101", ()),
    ("0520 S 05 b", "1001", "0101", (1, 7)),
    ("", "1001", "0701", (7,)),
    ("", "1001", "-", (1, 4, 7)),
    ("1001 S 12 b", "1002", "0101", (1, 4, 7)),
]


@pytest.mark.parametrize(("log", "when", "since", "expected"), TERLEWAT)
def test_a_routine_row_names_the_occurrences_that_passed_without_proof(log, when, since, expected):
    row = [" ".join(map(str, ROUTINE)), log, when, f"p{since}", "", ""]
    year = year_of(row)
    one, state = year.rencana[0].area[0].kegiatan[0].indikator[0], assess(year, day(when)).indikator["mp-1-1"]
    told = tell_irama(one, state, melapor=True)
    lacking = {"belum ada bukti", "dilaporkan tanpa bukti"}
    found = [one.penilaian for one in told.kali if one.keadaan in lacking]
    assert tuple(one.kali.bulan[0] for one in found) == expected


UMUR = [
    # log, per_tanggal, reporting since, days since the last report, stale
    ("", "0401", "-", None, False),
    ("", "0401", "0101", 90, False),
    ("", "0501", "0101", 120, True),
    ("0331 B tw1", "0501", "0101", 31, False),
    ("0331 B tw1", "1017", "0101", 200, True),
    ("0331>0501 B tw1", "0501", "0101", 0, False),
    ("0331 B tw1", "20230501", "0101", 396, True),
]


@pytest.mark.parametrize(("log", "when", "since", "umur", "basi"), UMUR)
def test_the_age_of_the_data_is_counted_from_the_last_report(log, when, since, umur, basi):
    state = assess(year_of(["3", log, when, f"p{since}", "", ""]), day(when))
    assert (state.umur, state.basi) == (umur, basi)


def test_what_was_read_out_of_a_decree_is_no_report():
    year = year_of(["3", "0328 S 03 b", "0401", "p-", "", ""])
    read = replace(year, realisasi=(year.realisasi[0].model_copy(update={"dasar": "keputusan"}),))
    assert assess(read, date(2022, 4, 1)).log.terakhir is None


def test_each_plan_ends_by_its_own_decree():
    year = year_of(["3", "", "0701", "", "", ""])
    keputusan = year.keputusan[0].model_copy(update={"berlaku_sampai": date(2022, 6, 30)})
    ended = assess(replace(year, keputusan=(keputusan,)), date(2022, 7, 1))
    assert (ended.status("mp-1-1"), ended.per_tanggal, ended.berakhir) == (
        "tidak-selesai-akhir-tahun",
        date(2022, 6, 30),
        True,
    )


def test_rows_beneath_an_ended_kegiatan_are_not_counted():
    later = Keputusan(kode="sk-9-2022", nomor="9", tahun=2022, tentang="x", naskah="ada", tanggal=date(2022, 6, 1))
    year = tahun(indikator(bulan=(3,)), more=(later,))
    plan = year.rencana[0].berkas[0]
    kegiatan = plan.area.bagian[0].model_copy(update={"dicabut": "sk-9-2022"})
    area = plan.area.model_copy(update={"kegiatan": (kegiatan,)})
    ended = replace(year, rencana=(replace(year.rencana[0], berkas=(plan.model_copy(update={"area": area}),)),))
    assert assess(ended, date(2022, 5, 31)).status("mp-1-1") == "tanpa-laporan"
    assert assess(ended, date(2022, 6, 1)).status("mp-1-1") is None


months = st.sets(st.integers(1, 12), min_size=1).map(lambda s: tuple(sorted(s)))
days = st.dates(date(2021, 12, 1), date(2023, 3, 1))
periods = st.sampled_from(
    [
        *(f"2022-{month:02d}" for month in range(1, 13)),
        *(f"2022-tw{number}" for number in range(1, 5)),
        *("2022-s1", "2022-s2", "2022", "2021-12"),
    ]
)
DONE = {"selesai", "selesai-terlambat", "dilaporkan-tanpa-bukti"}
# From best to worst; what is not counted stands between work to come and work that is late (design, section 5).
ORDER = (
    ("selesai",),
    ("selesai-terlambat",),
    ("dilaporkan-tanpa-bukti",),
    ("sebagian",),
    ("sedang-berjalan",),
    ("belum-waktunya",),
    (
        "tanpa-laporan",
        "jadwal-tidak-pasti",
        "jadwal-tidak-terbaca",
        "tanpa-jadwal",
        "tidak-dilaksanakan",
        "ditunda",
        "dilaksanakan-tahun-sebelumnya",
        "menunggu-petunjuk",
        "kewenangan-lain",
        "tidak-berlaku",
    ),
    ("terlambat",),
    ("tidak-selesai-akhir-tahun",),
)


def rank(status: str) -> int:
    return next(index for index, names in enumerate(ORDER) if status in names)


amounts = st.integers(0, 6).map(Decimal)
IRAMA_LAIN = ("s", "t", "qbulan", "rbulan", "qtriwulan", "rsemester", "qtahun", "q4", "r2")


@st.composite
def schedules(draw, periode="bulan"):
    """What an indikator says of its time: months or a target, sure or not, or that they are unknown."""
    sure = draw(st.booleans())
    if periode == "bulan":
        bulan, target = draw(st.none() | months), None
    else:
        numbers = [draw(st.none() | amounts) for _ in BIDANG_TRIWULAN]
        kind = draw(st.sampled_from(["jumlah", "posisi"]))
        bulan, target = None, Target(satuan="x", akumulasi=kind, **dict(zip(BIDANG_TRIWULAN, numbers, strict=True)))
    known = bulan or (target and target.triwulan)
    keadaan = ("pasti" if sure else "wajar") if known else ("kosong" if sure else "tidak-terbaca")
    often = draw(st.sampled_from(["", "", *IRAMA_LAIN])) if periode == "bulan" else ""
    return {"bulan": bulan, "keadaan": keadaan, "target": target, "irama": irama(often)}


@st.composite
def draw_entri(draw, count=6, *, corrections=False, periode="bulan"):
    """A log of up to so many entries, with or without corrections; in a plan by quarters also with capaian."""
    log: list[Entri] = []
    for number in range(draw(st.integers(0, count))):
        done = draw(days)
        word = draw(st.sampled_from(list(Hasil)))
        log.append(
            Entri(
                kode=f"r-{number}",
                indikator="mp-1-1",
                periode=draw(periods),
                tanggal=done,
                dilaporkan=draw(st.none() | st.just(done + timedelta(days=draw(st.integers(0, 90))))),
                hasil=word,
                uraian="x",
                capaian=draw(st.none() | amounts) if periode == "triwulan" else None,
                bukti=draw(st.sampled_from([(), (f"b-{number}",), (f"b-{number}",), ("b-0",)])),
                penundaan=Penundaan(dasar="x", ke=draw(periods)) if word is Hasil.DITUNDA else None,
                mengoreksi=log[-1].kode if corrections and log and draw(st.booleans()) else None,
            )
        )
    return tuple(log)


@st.composite
def years(draw, periode="bulan", **wanted):
    """One indikator with any schedule, reporting and log."""
    schedule = draw(schedules(periode))
    khusus = draw(st.none() | st.none() | st.sampled_from(["menunggu-petunjuk", "tidak-berlaku"]))
    return tahun(
        indikator(**schedule, keadaan_khusus=khusus),
        pelaporan=draw(st.none() | days),
        tenggang=draw(st.integers(0, 60)),
        realisasi=draw(draw_entri(periode=periode, **wanted)),
        periode=periode,
    )


def status(year: Tahun, hari: date) -> str:
    return assess(year, hari).indikator["mp-1-1"].status


@both
@given(data=st.data(), hari=days)
def test_every_indikator_has_one_known_status_and_unknown_months_are_never_late(periode, data, hari):
    year = data.draw(years(periode, corrections=True))
    row = year.rencana[0].area[0].kegiatan[0].indikator[0]
    state = assess(year, hari)
    found = state.indikator["mp-1-1"]
    assert found.status in kosakata().status
    assert {step.status for step in found.tahap} <= set(kosakata().status)
    assert state.count([row]).total() == 1
    late = kosakata().status[found.status].kelompok == "terlambat"
    assert not (late and year.setelan.pelaporan is None)
    # The office's own new month is sure, whatever the plan's months are.
    put_off = any(one.hasil is Hasil.DITUNDA for one in year.realisasi)
    assert not (late and not put_off and (row.jadwal.keadaan != "pasti" or row.keadaan_khusus))


@both
@given(data=st.data(), hari=days, which=st.integers(0, 7))
def test_adding_evidence_to_an_entry_never_worsens_a_status(periode, data, hari, which):
    year = data.draw(years(periode, count=8))
    log = list(year.realisasi)
    if log:
        one = log[which % len(log)]
        log[which % len(log)] = one.model_copy(update={"bukti": (*one.bukti, "b-baru")})
    assert rank(status(replace(year, realisasi=tuple(log)), hari)) <= rank(status(year, hari))


@both
@given(data=st.data(), hari=days, about=periods, when=days)
def test_adding_a_proven_report_never_worsens_a_status(periode, data, hari, about, when):
    year = data.draw(years(periode))
    more = Entri(
        kode="r-baru",
        indikator="mp-1-1",
        periode=about,
        capaian=data.draw(amounts) if periode == "triwulan" else None,
        tanggal=when,
        hasil="selesai",
        uraian="x",
        bukti=("b-baru",),
    )
    before, after = status(year, hari), status(replace(year, realisasi=(*year.realisasi, more)), hari)
    assert rank(after) <= rank(before) or {before, after} <= {"selesai", "selesai-terlambat"}


@both
@given(data=st.data(), hari=days, later=st.integers(0, 400))
def test_time_never_turns_a_done_status_back(periode, data, hari, later):
    year = data.draw(years(periode, count=8))
    if status(year, hari) in DONE:
        assert status(year, hari + timedelta(days=later)) in DONE


@both
@given(data=st.data(), hari=days, chance=st.randoms())
def test_the_order_of_entries_changes_nothing(periode, data, hari, chance):
    year = data.draw(years(periode, count=8, corrections=True))
    mixed = list(year.realisasi)
    chance.shuffle(mixed)
    assert assess(replace(year, realisasi=tuple(mixed)), hari) == assess(year, hari)


@both
@given(data=st.data(), hari=days)
def test_entries_dated_later_do_not_exist_yet(periode, data, hari):
    year = data.draw(years(periode, count=8, corrections=True))
    known = tuple(one for one in year.realisasi if one.diketahui <= hari)
    assert assess(replace(year, realisasi=known), hari) == assess(year, hari)


@both
@given(data=st.data(), hari=days)
def test_without_reports_time_only_moves_a_row_forward(periode, data, hari):
    order = ["belum-waktunya", "sedang-berjalan", "terlambat", "tidak-selesai-akhir-tahun"]
    sure = schedules(periode).filter(lambda schedule: schedule["keadaan"] == "pasti")
    year = tahun(indikator(**data.draw(sure)), pelaporan=date(2021, 1, 1))
    today, tomorrow = (status(year, day) for day in (hari, hari + timedelta(days=1)))
    assert order.index(today) <= order.index(tomorrow)


def kali_of(year: Tahun, hari: date):
    return assess(year, hari).indikator["mp-1-1"].kali


@both
@given(data=st.data(), hari=days)
def test_nothing_is_proven_that_has_not_begun_or_without_a_document_of_its_own(periode, data, hari):
    state = assess(data.draw(years(periode, count=8, corrections=True)), hari)
    for step in state.indikator["mp-1-1"].tahap:
        shown = [kode for one in step.kali for kode in one.bukti]
        assert step.tahap.irama not in {"rutin", "berkala"} or len(shown) == len(set(shown))
        for one in step.kali:
            assert bool(one.bukti) == one.terbukti
            assert not one.terbukti or all(entri.diketahui <= hari for entri in one.entri)
            if one.terbukti and not step.tahap.sekali and one.kali.bulan:
                assert date(2022, one.kali.span[0], 1) <= hari


@both
@given(data=st.data(), hari=days, later=st.integers(0, 400))
def test_time_alone_never_unproves_an_occurrence(periode, data, hari, later):
    year = data.draw(years(periode, count=8))
    before, after = kali_of(year, hari), kali_of(year, hari + timedelta(days=later))
    free = any(step.tahap.counted for step in assess(year, hari).indikator["mp-1-1"].tahap)
    kept = [now.terbukti for then, now in zip(before, after, strict=True) if then.terbukti]
    assert all(kept) or (free and sum(one.terbukti for one in after) >= len(kept))


@given(year=years(count=8, corrections=True), hari=days)
def test_a_row_is_done_only_when_every_occurrence_is_proven(year, hari):
    found = assess(year, hari).indikator["mp-1-1"]
    if found.status in {"selesai", "selesai-terlambat"}:
        assert found.terbukti == len(found.kali)


def steps_of(year: Tahun, hari: date):
    return assess(year, hari).indikator["mp-1-1"].tahap


@given(year=years("triwulan", count=8, corrections=True), hari=days)
def test_a_quarter_without_a_target_is_neither_met_nor_missed(year, hari):
    state = assess(year, hari).indikator["mp-1-1"]
    target = year.rencana[0].area[0].kegiatan[0].indikator[0].target
    asked = [number for number, value in target.tercetak.items() if value > 0]
    assert [step.tahap.triwulan for step in state.tahap if step.tahap.bulan] == asked
    assert [one.triwulan for one in state.capaian if one.dinilai] == asked


def denies(one: Entri, quarter: int) -> bool:
    """Return whether an entry says itself that the deed of a quarter, or of one before it, is not done."""
    return one.hasil is Hasil.BELUM and find_triwulan(list_bulan_of_periode(one.periode)[-1]) <= quarter


@given(year=years("triwulan", count=8, corrections=True), hari=days)
def test_a_quarter_is_closed_exactly_when_what_is_known_reaches_its_target(year, hari):
    state = assess(year, hari)
    known = [one for one in state.log.berlaku("mp-1-1") if one.dilaksanakan <= date(2022, 12, 31)]
    told = sorted(
        (one for one in known if one.capaian is not None), key=lambda e: (e.dilaksanakan, e.diketahui, e.kode)
    )
    posisi = year.rencana[0].area[0].kegiatan[0].indikator[0].target.posisi
    levels = list(accumulate((one.capaian for one in told), max if posisi else Decimal.__add__))
    for step in state.indikator["mp-1-1"].tahap:
        if step.tahap.target is not None:
            there = [one for one, level in zip(told, levels, strict=True) if level >= step.tahap.target]
            assert (step.status in DONE) == any(not denies(one, step.tahap.triwulan) for one in there)
            assert bool(step.entri) == (step.status in DONE)


@given(year=years("triwulan", count=8), hari=days, which=st.integers(0, 7), more=amounts)
def test_adding_capaian_never_worsens_a_status(year, hari, which, more):
    log = list(year.realisasi)
    if log:
        one = log[which % len(log)]
        log[which % len(log)] = one.model_copy(update={"capaian": (one.capaian or 0) + more})
    assert rank(status(replace(year, realisasi=tuple(log)), hari)) <= rank(status(year, hari))


@given(year=years("triwulan", count=8), hari=days)
def test_amounts_close_the_quarters_in_their_order(year, hari):
    steps = [step for step in steps_of(year, hari) if step.tahap.target is not None and not step.tahap.posisi]
    done = [step.status in DONE for step in steps]
    assert done == sorted(done, reverse=True)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_month_end_is_the_day_before_the_next_month(year, month):
    assert (find_month_end(year, month) + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("months", "log", "expected"),
    [
        ("3", "0315 D08 03", ["0315 in time"]),
        ("3", "0402 D08 03", ["0402 late"]),
        # A second one is measured by the month to which the first has put it.
        ("3", "0315 D08 03; 0801 D10 08", ["0315 in time, 0801 in time"]),
        ("3", "0315 D08 03; 0905 D10 08", ["0315 in time, 0905 late"]),
        # A correction that moves nothing was known since what it corrects; one that moves it further was not.
        ("3", "0315 D08 03; 0315>0410 D08 03 b ~1", ["0315 in time"]),
        ("3", "0315 D08 03; 0315>0410 D10 03 b ~1", ["0410 late"]),
        # What was done by then can no longer be put off, and what is done later has been.
        ("3", "0310 S 03 b; 0315 D08 03", [""]),
        ("3", "0315 D08 03; 0520 S 05 b", ["0315 in time"]),
        ("3 9", "0315 D08 03", ["0315 in time", ""]),
        ("3 9", "0401 N 03", ["0401 late", "0401 in time"]),
        ("?", "0401 D08 03", ["0401 in time"]),
    ],
)
def test_what_is_put_off_or_given_up_is_known_since_a_day_and_by_then_late_or_not(months, log, expected):
    tahun = year_of([months, log, "1231", ""])
    steps = assess(tahun, date(2022, 12, 31)).indikator["mp-1-1"].kali
    told = [
        ", ".join(f"{one.diketahui:%m%d} {'late' if one.sesudah_tempo else 'in time'}" for one in step.dilepas)
        for step in steps
    ]
    assert told == expected
