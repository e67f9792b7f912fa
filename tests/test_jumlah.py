"""The figures of every page are those of the very rows that it shows, whatever the log says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from test_progress import DONE, both, days, entries, indikator, kosakata, schedules, tahun

from generator import routes
from generator.model.isi import Isi, Kantor, Rencana, Tahun
from generator.model.periode import bulan_periode
from generator.model.rencana import AreaRB, Kegiatan, RencanaRB
from generator.model.situs import Situs
from generator.pages.bulan import build_bulan
from generator.pages.laporan import list_laporan
from generator.pages.page import Bahan, Ringkasan, baris_panas, ringkas
from generator.pages.rencana import build_rencana
from generator.pages.tahap import list_tahap
from generator.pages.tahun import sekilas
from generator.pages.terlambat import list_terlambat
from generator.progress import TERLAMBAT, assess, month_end
from generator.text import KOLOM

KODE = ("mp-1-1", "mp-1-2", "mp-2-1", "tl-1-1")


@st.composite
def plans(draw, periode="bulan") -> Tahun:
    """Two areas, three kegiatan, four indikator, each with any schedule and log; one may have been ended."""
    rows = []
    for kode in KODE:
        dicabut = "sk-1-2022" if draw(st.integers(0, 9)) == 0 else None
        rows.append(indikator(kode, **draw(schedules(periode)), dicabut=dicabut))
    log = [
        entri.model_copy(update={"kode": f"{kode}-{entri.kode}", "indikator": kode})
        for kode in KODE
        for entri in draw(entries(count=3, periode=periode))
    ]
    areas = (
        AreaRB(
            kode="manajemen-perubahan",
            nama="A",
            kegiatan=(
                Kegiatan(kode="mp-1", nama="K", indikator=tuple(rows[:2])),
                Kegiatan(kode="mp-2", nama="L", indikator=(rows[2],)),
            ),
        ),
        AreaRB(kode="tata-laksana", nama="B", kegiatan=(Kegiatan(kode="tl-1", nama="M", indikator=(rows[3],)),)),
    )
    year = tahun(
        pelaporan=draw(st.none() | days), tenggang=draw(st.integers(0, 30)), realisasi=tuple(log), periode=periode
    )
    files = tuple(RencanaRB(keputusan="sk-1-2022", area=area) for area in areas)
    return replace(year, rencana=(Rencana("rb", year.rencana[0].rezim, files),))


def material(year: Tahun, hari: date) -> Bahan:
    situs = Situs(nama="X", deskripsi="X", pengelola="X")
    isi = Isi(situs, kosakata(), (Kantor(year.satker, (year,)),))
    return Bahan(isi, {routes.tahun(year): assess(year, hari)})


def counted(bahan: Bahan, year: Tahun, rows) -> tuple[Counter[str], int]:
    found = [bahan.nilai(year).status(row.kode) for row in rows]
    return Counter(filter(None, found)), found.count(None)


def found_steps(bahan: Bahan, year: Tahun, kode: str):
    found = bahan.nilai(year).indikator.get(kode)
    return found.tahap if found else ()


def agrees(one: Ringkasan, bahan: Bahan, year: Tahun, rows) -> None:
    counts, outside = counted(bahan, year, rows)
    assert {status.kode: number for status, number in one.baris} == dict(counts)
    assert (one.jumlah, one.di_luar) == (counts.total(), outside)
    assert one.selesai == counts["selesai"] + counts["selesai-terlambat"]
    steps = [step for row in rows for step in found_steps(bahan, year, row.kode)]
    past = [step for step in steps if step.tahap.tenggat and step.tahap.tenggat < bahan.nilai(year).hari]
    done = [step for step in steps if step.status in DONE and step not in past]
    assert one.jatuh_tempo + sum(number for _, number in one.dikecualikan) == len(past) + len(done)
    assert one.tepat == sum(step.status in {"selesai", "selesai-terlambat"} for step in past + done)


@both
@given(data=st.data(), hari=days)
def test_the_counts_of_any_page_equal_its_rows(periode, data, hari):
    year = data.draw(plans(periode))
    bahan = material(year, hari)
    plan = year.rencana[0]
    agrees(ringkas(bahan, year, plan.daftar_indikator()), bahan, year, list(plan.daftar_indikator()))
    for page in build_rencana(bahan, year, plan):
        shown = page.data.get("bagian") or page.data.get("area") or plan
        rows = list(shown.daftar_indikator() if shown is plan else shown.semua_indikator())
        agrees(page.data["ringkasan"], bahan, year, rows)
    glance = sekilas(bahan, year)[0]
    assert sum(row.ringkasan.jumlah for row in glance["area"]) == glance["ringkasan"].jumlah
    assert sum(row.ringkasan.selesai for row in glance["area"]) == glance["ringkasan"].selesai


@both
@given(data=st.data(), hari=days)
def test_months_late_list_and_reports_count_the_same_tahap(periode, data, hari):
    year = data.draw(plans(periode))
    bahan = material(year, hari)
    steps = list(list_tahap(bahan, year))
    late = [step for step in steps if step.tahap.status in TERLAMBAT]
    assert len(list_terlambat(bahan, year)) == len(late)
    known = [step for step in steps if step.tahap.tahap.bulan]
    due = [month_end(2022, step.tahap.tahap.bulan[-1]) for step in known]
    for page in build_bulan(bahan, year):
        number = page.data["bulan"]
        parts = {name: sum(len(rows) for *_, rows in groups) for name, _, groups in page.data["bagian_bulan"]}
        assert page.data["jumlah"] == sum(number in step.tahap.tahap.bulan for step in known)
        assert parts["jatuh-tempo"] + parts["mulai"] + parts["berlanjut"] == page.data["jumlah"]
        assert page.data["jatuh_tempo"] == sum(day.month == number for day in due)
    for report in list_laporan(bahan, year):
        within = [s for s, day in zip(known, due, strict=True) if day.month in bulan_periode(report.periode)]
        proven = sum(step.tahap.status in {"selesai", "selesai-terlambat"} for step in within)
        assert (len(report.jatuh_tempo), report.selesai) == (len(within), proven)
        assert report.selesai + sum(number for _, number in report.lain) == len(within)
    in_force = [row for row in year.rencana[0].daftar_indikator() if bahan.nilai(year).status(row.kode)]
    heat = baris_panas(bahan, year, in_force, nomor=None, nama="X", alamat="x/", kolom=KOLOM[periode])
    columns = [set(kolom.bulan) for kolom in heat.kolom]
    assert list(heat.jumlah) == [sum(not column.isdisjoint(row.bulan) for row in in_force) for column in columns]
    counted = zip(heat.jumlah, heat.selesai, heat.terlambat, strict=True)
    assert all(done + late <= planned for planned, done, late in counted)
