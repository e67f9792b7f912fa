"""The figures of every page are those of the very rows that it shows, whatever the log says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from conftest import view
from hypothesis import given
from hypothesis import strategies as st
from test_progress import DONE, both, days, draw_entri, indikator, kosakata, schedules, tahun

from generator import routes
from generator.model.isi import Isi, Kantor, Rencana, Tahun
from generator.model.periode import KOLOM, list_bulan_of_periode
from generator.model.rencana import AreaRB, Kegiatan, RencanaRB
from generator.model.situs import Situs
from generator.pages.realisasi import build_bulan
from generator.pages.rencana import build_rencana
from generator.progress import TERLAMBAT, assess
from generator.views import YearView
from generator.views.counts import Ringkasan, list_heat

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
        for entri in draw(draw_entri(count=3, periode=periode))
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


def view_of(year: Tahun, hari: date) -> YearView:
    situs = Situs(nama="X", deskripsi="X", pengelola="X")
    isi = Isi(situs, kosakata(), (Kantor(year.satker, (year,)),))
    return next(view(isi, {routes.tahun(year): assess(year, hari)}).years())


def counted(year: YearView, rows) -> tuple[Counter[str], int]:
    found = [year.nilai.status(row.kode) for row in rows]
    return Counter(filter(None, found)), found.count(None)


def found_steps(year: YearView, kode: str):
    found = year.nilai.indikator.get(kode)
    return found.tahap if found else ()


def agrees(one: Ringkasan, year: YearView, rows) -> None:
    counts, outside = counted(year, rows)
    assert {status.kode: number for status, number in one.baris} == dict(counts)
    assert (one.jumlah, one.di_luar) == (counts.total(), outside)
    assert one.selesai == counts["selesai"] + counts["selesai-terlambat"]
    steps = [step for row in rows for step in found_steps(year, row.kode)]
    past = [step for step in steps if step.tenggat and step.tenggat < year.nilai.hari]
    done = [step for step in steps if step.status in DONE and step not in past]
    assert one.jatuh_tempo + sum(number for _, number in one.dikecualikan) == len(past) + len(done)
    assert one.tepat == sum(step.status in {"selesai", "selesai-terlambat"} for step in past + done)


@both
@given(data=st.data(), hari=days)
def test_the_counts_of_any_page_equal_its_rows(periode, data, hari):
    year = data.draw(plans(periode))
    plan, year = year.rencana[0], view_of(year, hari)
    agrees(year.summarize(plan.daftar_indikator()), year, list(plan.daftar_indikator()))
    for page in build_rencana(year, "rb"):
        shown = page.data.get("bagian") or page.data.get("area") or plan
        rows = list(shown.daftar_indikator() if shown is plan else shown.semua_indikator())
        agrees(page.data["ringkasan"], year, rows)
    glance = year.glances[0]
    assert sum(row.ringkasan.jumlah for row in glance.area) == glance.ringkasan.jumlah
    assert sum(row.ringkasan.selesai for row in glance.area) == glance.ringkasan.selesai


@both
@given(data=st.data(), hari=days)
def test_months_late_list_and_reports_count_the_same_tahap(periode, data, hari):
    year = view_of(data.draw(plans(periode)), hari)
    steps = year.tahap
    late = [step for step in steps if step.tahap.status in TERLAMBAT]
    assert len(year.terlambat) == len(late)
    known = [row for row in year.kali if row.tahap.tahap.bulan]
    listed = [row for row in known if not row.tahap.tahap.counted or row.kali is row.tahap.kali[-1]]
    # What is late only with the last of its tahap is due with it, too.
    due = [row.kali.kali.bulan[-1] for row in listed if row.tahap.tahap.binding or row.kali is row.tahap.kali[-1]]
    for page in build_bulan(year):
        number = page.data["bulan"]
        parts = {name: sum(len(rows) for *_, rows in groups) for name, _, groups in page.data["bagian_bulan"]}
        assert page.data["jumlah"] == sum(number in row.kali.kali.bulan for row in listed)
        assert parts["jatuh-tempo"] + parts["mulai"] + parts["berlanjut"] == page.data["jumlah"]
        assert page.data["jatuh_tempo"] == due.count(number)
    for report in year.laporan:
        within = [row for row in known if row.kali.kali.bulan[-1] in list_bulan_of_periode(report.periode)]
        proven = sum(row.kali.terbukti for row in within)
        assert (len(report.jatuh_tempo), report.selesai) == (len(within), proven)
        assert report.selesai + report.tanpa_bukti + sum(number for _, number in report.lain) == len(within)
    in_force = [row for row in year.tahun.rencana[0].daftar_indikator() if year.nilai.status(row.kode)]
    names = {"nomor": None, "nama": "X", "alamat": "x/", "melapor": True}
    heat = list_heat(year.kosakata, year.nilai, in_force, **names, kolom=KOLOM[periode])
    columns = [set(kolom.bulan) for kolom in heat.kolom]
    assert list(heat.jumlah) == [sum(not column.isdisjoint(row.bulan) for row in in_force) for column in columns]
    counted = zip(heat.jumlah, heat.selesai, heat.terlambat, strict=True)
    assert all(done + late <= planned for planned, done, late in counted)
