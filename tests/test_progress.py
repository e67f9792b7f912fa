"""Status by plan and date: a table of cases, and what must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
from conftest import AKAR
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load_kosakata
from generator.model.isi import Rencana, Tahun
from generator.model.kantor import RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.rencana import AreaRB, Indikator, Jadwal, Kegiatan, RencanaRB
from generator.progress import assess, berlaku, month_end, tahap_indikator
from generator.settings import Ruang


@cache
def kosakata():
    return load_kosakata(Ruang(AKAR))


def indikator(kode="mp-1-1", bulan=None, keadaan="pasti", **extra) -> Indikator:
    catatan = {"catatan": "x"} if keadaan == "wajar" else {}
    return Indikator(kode=kode, nama="x", jadwal=Jadwal(bulan=bulan, keadaan=keadaan, **catatan), **extra)


def tahun(*rows: Indikator, decreed=date(2022, 1, 20), pelaporan=None, tenggang=0, sampai=None, more=()) -> Tahun:
    area = AreaRB(kode="manajemen-perubahan", nama="A", kegiatan=(Kegiatan(kode="mp-1", nama="K", indikator=rows),))
    return Tahun(
        satker=Satker(skema=1, kode="kpu-x", nama="X", nama_resmi="X", tingkat="kota"),
        setelan=SetelanTahun(
            tahun=2022, rezim=RezimTahun(), pelaporan=pelaporan, tenggang_hari=tenggang, berlaku_sampai=sampai
        ),
        berkas="x",
        keputusan=(
            Keputusan(kode="sk-1-2022", nomor="1", tahun=2022, tentang="x", naskah="ada", tanggal=decreed),
            *more,
        ),
        rencana=(Rencana("rb", kosakata().rezim["rb-8-area"], (RencanaRB(keputusan="sk-1-2022", area=area),)),),
    )


SEJAK = date(2022, 1, 1)
KASUS = [
    # bulan, keadaan, khusus, pelaporan, tenggang, per_tanggal, status
    ((3,), "pasti", None, SEJAK, 0, date(2022, 2, 28), "belum-waktunya"),
    ((3,), "pasti", None, SEJAK, 0, date(2022, 3, 1), "sedang-berjalan"),
    ((3,), "pasti", None, SEJAK, 0, date(2022, 3, 31), "sedang-berjalan"),
    ((3,), "pasti", None, SEJAK, 0, date(2022, 4, 1), "terlambat"),
    ((3,), "pasti", None, SEJAK, 14, date(2022, 4, 14), "sedang-berjalan"),
    ((3,), "pasti", None, SEJAK, 14, date(2022, 4, 15), "terlambat"),
    ((3,), "pasti", None, None, 0, date(2022, 4, 1), "tanpa-laporan"),
    ((3,), "pasti", None, date(2022, 4, 1), 0, date(2022, 5, 1), "tanpa-laporan"),
    ((3, 9), "pasti", None, date(2022, 4, 1), 0, date(2022, 10, 1), "terlambat"),
    ((3,), "pasti", None, SEJAK, 0, date(2022, 12, 31), "terlambat"),
    ((3,), "pasti", None, SEJAK, 0, date(2023, 1, 1), "tidak-selesai-akhir-tahun"),
    ((12,), "pasti", None, SEJAK, 14, date(2022, 12, 31), "sedang-berjalan"),
    ((12,), "pasti", None, SEJAK, 0, date(2022, 12, 30), "sedang-berjalan"),
    ((12,), "pasti", None, SEJAK, 0, date(2023, 5, 1), "tidak-selesai-akhir-tahun"),
    ((12,), "pasti", None, None, 0, date(2023, 5, 1), "tanpa-laporan"),
    ((3,), "wajar", None, SEJAK, 0, date(2022, 2, 1), "belum-waktunya"),
    ((3,), "wajar", None, SEJAK, 0, date(2022, 3, 9), "sedang-berjalan"),
    ((3,), "wajar", None, SEJAK, 0, date(2022, 4, 1), "jadwal-tidak-pasti"),
    ((3,), "wajar", None, SEJAK, 0, date(2022, 12, 31), "jadwal-tidak-pasti"),
    ((3,), "wajar", None, None, 0, date(2022, 4, 1), "tanpa-laporan"),
    (tuple(range(1, 13)), "pasti", None, SEJAK, 0, date(2022, 11, 30), "sedang-berjalan"),
    ((1, 2, 3), "pasti", None, SEJAK, 0, date(2022, 3, 31), "sedang-berjalan"),
    (None, "tidak-terbaca", None, SEJAK, 0, date(2022, 12, 31), "jadwal-tidak-terbaca"),
    (None, "kosong", None, SEJAK, 0, date(2022, 12, 31), "tanpa-jadwal"),
    ((3,), "pasti", "menunggu-petunjuk", SEJAK, 0, date(2022, 12, 31), "menunggu-petunjuk"),
    ((3,), "pasti", "kewenangan-lain", SEJAK, 0, date(2022, 12, 31), "kewenangan-lain"),
    (
        None,
        "kosong",
        "dilaksanakan-tahun-sebelumnya",
        SEJAK,
        0,
        date(2022, 1, 1),
        "dilaksanakan-tahun-sebelumnya",
    ),
    (None, "kosong", "tidak-berlaku", None, 0, date(2022, 1, 1), "tidak-berlaku"),
]


@pytest.mark.parametrize(("bulan", "keadaan", "khusus", "pelaporan", "tenggang", "hari", "status"), KASUS)
def test_status(bulan, keadaan, khusus, pelaporan, tenggang, hari, status):
    row = indikator(bulan=bulan, keadaan=keadaan, keadaan_khusus=khusus)
    year = tahun(row, pelaporan=pelaporan, tenggang=tenggang)
    assert assess(year, hari).status == {"mp-1-1": status}


def test_a_step_before_the_decree_is_due_at_the_end_of_the_decrees_month():
    row = indikator(bulan=(1, 5))
    year = tahun(row, decreed=date(2022, 3, 28))
    steps = tahap_indikator(year, year.rencana[0].berkas[0], row)
    assert [(step.bulan, step.tenggat) for step in steps] == [
        ((1,), date(2022, 3, 31)),
        ((5,), date(2022, 5, 31)),
    ]


def test_an_impossible_decree_date_moves_nothing():
    row = indikator(bulan=(1,))
    year = tahun(row, decreed=None)
    assert tahap_indikator(year, year.rencana[0].berkas[0], row)[0].tenggat == date(2022, 1, 31)


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


def test_rows_beneath_an_ended_kegiatan_are_not_counted():
    later = Keputusan(kode="sk-9-2022", nomor="9", tahun=2022, tentang="x", naskah="ada", tanggal=date(2022, 6, 1))
    year = tahun(indikator(bulan=(3,)), more=(later,))
    plan = year.rencana[0].berkas[0]
    kegiatan = plan.area.bagian[0].model_copy(update={"dicabut": "sk-9-2022"})
    area = plan.area.model_copy(update={"kegiatan": (kegiatan,)})
    ended = replace(year, rencana=(replace(year.rencana[0], berkas=(plan.model_copy(update={"area": area}),)),))
    assert assess(ended, date(2022, 5, 31)).status == {"mp-1-1": "tanpa-laporan"}
    assert assess(ended, date(2022, 6, 1)).status == {}


months = st.sets(st.integers(1, 12), min_size=1).map(lambda s: tuple(sorted(s)))
days = st.dates(date(2021, 12, 1), date(2023, 3, 1))


@settings(max_examples=1000, deadline=None)
@given(
    bulan=st.none() | months,
    wajar=st.booleans(),
    khusus=st.none() | st.sampled_from(["menunggu-petunjuk", "tidak-berlaku"]),
    pelaporan=st.none() | days,
    tenggang=st.integers(0, 60),
    hari=days,
)
def test_every_indikator_has_one_known_status_and_unknown_months_are_never_late(
    bulan, wajar, khusus, pelaporan, tenggang, hari
):
    keadaan = ("wajar" if wajar else "pasti") if bulan else ("kosong" if wajar else "tidak-terbaca")
    year = tahun(indikator(bulan=bulan, keadaan=keadaan, keadaan_khusus=khusus), pelaporan=pelaporan, tenggang=tenggang)
    state = assess(year, hari)
    status = state.status["mp-1-1"]
    assert status in kosakata().status
    assert state.hitung([year.rencana[0].area[0].kegiatan[0].indikator[0]]).total() == 1
    late = kosakata().status[status].kelompok == "terlambat"
    assert not (late and (bulan is None or wajar or pelaporan is None or khusus))


@settings(max_examples=300, deadline=None)
@given(bulan=months, hari=days)
def test_without_reports_time_only_moves_a_row_forward(bulan, hari):
    order = ["belum-waktunya", "sedang-berjalan", "terlambat", "tidak-selesai-akhir-tahun"]
    year = tahun(indikator(bulan=bulan), pelaporan=date(2021, 1, 1))
    today, tomorrow = (assess(year, day).status["mp-1-1"] for day in (hari, hari + timedelta(days=1)))
    assert order.index(today) <= order.index(tomorrow)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_month_end_is_the_day_before_the_next_month(year, month):
    assert (month_end(year, month) + timedelta(days=1)).day == 1
