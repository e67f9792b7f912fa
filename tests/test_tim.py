"""Who answers for an area on a day: a team that is at work, for the plan that is its own; else nobody, and why."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import KANTOR_CONTOH, copy_workspace

from generator.build import build_site
from generator.load import load_isi
from generator.model.isi import Tahun, walk
from generator.progress import assess
from generator.settings import Workspace
from generator.views.late import list_terlambat
from generator.views.rows import list_tahap
from generator.views.tim import find_penanggung_jawab

KODE = "tim-manajemen-perubahan"
NAMA = "TIM MANAJEMEN PERUBAHAN"
NONE = "daftar tim kantor ini tidak menyebut tim yang memegang area ini dalam Rencana Aksi"
ENDED = {"dicabut": "sk-21-2022"}
GROUND = '    dasar_pencabutan: {kutipan: "perlu diubah", asal: L18}\n'
JUNE, LATE = date(2022, 6, 1), date(2022, 11, 15)
CASES: dict[str, tuple[dict[str, Any], date, str, str]] = {
    "at work": ({}, LATE, "rb", KODE),
    "the day before a decree ends it": (ENDED, date(2022, 5, 31), "rb", KODE),
    "the day of that decree": (ENDED, JUNE, "rb", f"tidak ada tim pada 1 Juni 2022; {NAMA} berakhir 31 Mei 2022"),
    "long ended": (ENDED, LATE, "rb", f"tidak ada tim pada 15 November 2022; {NAMA} berakhir 31 Mei 2022"),
    "ended by a decree without a date": (
        {"dicabut": "sk-8-2022"},
        LATE,
        "rb",
        f"tidak ada tim pada 15 November 2022; {NAMA} sudah dicabut",
    ),
    "its last day": ({"sampai": JUNE}, JUNE, "rb", KODE),
    "past its last day": (
        {"sampai": JUNE},
        date(2022, 6, 2),
        "rb",
        f"tidak ada tim pada 2 Juni 2022; {NAMA} berakhir 1 Juni 2022",
    ),
    "not yet": ({"sejak": date(2022, 3, 28)}, date(2022, 3, 27), "rb", "belum ada tim pada 27 Maret 2022"),
    "its first day": ({"sejak": date(2022, 3, 28)}, date(2022, 3, 28), "rb", KODE),
    "its decree is still to come": (
        {"keputusan": "sk-21-2022"},
        date(2022, 5, 31),
        "rb",
        "belum ada tim pada 31 Mei 2022",
    ),
    "by its decree": ({"keputusan": "sk-21-2022"}, JUNE, "rb", KODE),
    "its own day goes over its decree's": (
        {"keputusan": "sk-21-2022", "sejak": date(2022, 7, 1)},
        JUNE,
        "rb",
        "belum ada tim pada 1 Juni 2022",
    ),
    "an area of the same name in the other plan": ({}, LATE, "zi", f"{NONE} Zona Integritas"),
    "both plans": ({"rencana": ("rb", "zi")}, LATE, "zi", KODE),
    "only the other plan": ({"rencana": ("zi",)}, LATE, "rb", f"{NONE} Reformasi Birokrasi"),
    "no plan that is plain": ({"rencana": ()}, LATE, "rb", f"{NONE} Reformasi Birokrasi"),
    "set up by the decree of the plan": ({"rencana": (), "keputusan": "sk-7-2022"}, LATE, "rb", KODE),
    "that decree holds no other plan": (
        {"rencana": (), "keputusan": "sk-7-2022"},
        LATE,
        "zi",
        f"{NONE} Zona Integritas",
    ),
    "set up by a decree that amends the plan's": ({"rencana": (), "keputusan": "sk-21-2022"}, LATE, "rb", KODE),
    "a team of a whole plan": ({"rencana": ("zi",), "area": None}, LATE, "zi", KODE),
    "a team without area and plan": (
        {"rencana": (), "area": None, "keputusan": "sk-7-2022"},
        LATE,
        "rb",
        f"{NONE} Reformasi Birokrasi",
    ),
}


@pytest.fixture(scope="module")
def tahun(tmp_path_factory) -> Tahun:
    """The fictitious office's year 2022."""
    isi, _ = load_isi(copy_workspace(tmp_path_factory.mktemp("ruang")))
    assert isi is not None
    return next(tahun for tahun in isi.semua_tahun() if tahun.tahun == 2022)


def ask(tahun: Tahun, jenis: str, day: date) -> str:
    """Return the found that answer for the area manajemen-perubahan, or why none does."""
    plan = tahun.rencana_jenis(jenis)
    assert plan is not None
    area = next(area for area in plan.area if area.kode == "manajemen-perubahan")
    found = find_penanggung_jawab(tahun, plan, area, day)
    return " ".join(one.tim.kode for one in found.tim) or found.sebab or ""


@pytest.mark.parametrize(("change", "day", "jenis", "expected"), CASES.values(), ids=CASES.keys())
def test_a_team_answers_only_while_it_is_at_work_and_for_its_own_plan(tahun, change, day, jenis, expected):
    daftar = tahun.daftar_tim
    tim = tuple(one.model_copy(update=change) if one.kode == KODE else one for one in daftar.tim)
    assert ask(replace(tahun, daftar_tim=daftar.model_copy(update={"tim": tim})), jenis, day) == expected


def test_a_successor_answers_wherever_it_is_written(tahun):
    daftar = tahun.daftar_tim
    old = next(tim for tim in daftar.tim if tim.kode == KODE)
    new = old.model_copy(update={"kode": "tim-baru", "keputusan": "sk-21-2022", "menggantikan": KODE})
    for found in ((old.model_copy(update=ENDED), new), (new, old.model_copy(update=ENDED))):
        changed = replace(tahun, daftar_tim=daftar.model_copy(update={"tim": found}))
        assert ask(changed, "rb", date(2022, 5, 31)) == KODE
        assert ask(changed, "rb", JUNE) == "tim-baru"


def test_two_teams_that_both_hold_an_area_are_both_named(tahun):
    daftar = tahun.daftar_tim
    old = next(tim for tim in daftar.tim if tim.kode == KODE)
    found = (old, old.model_copy(update={"kode": "tim-lain"}))
    changed = replace(tahun, daftar_tim=daftar.model_copy(update={"tim": found}))
    assert ask(changed, "rb", LATE) == f"{KODE} tim-lain"


def test_without_a_roster_the_decree_names_nobody_yet(tahun):
    assert ask(replace(tahun, daftar_tim=None), "rb", LATE) == "belum dicantumkan dalam keputusan"


ROSTER = f"{KANTOR_CONTOH}/2022/tim.yml"
SUCCESSOR = """
  - kode: tim-pengganti
    nama: "TIM MANAJEMEN PERUBAHAN"
    keputusan: sk-21-2022
    area: manajemen-perubahan
    rencana: [rb]
    menggantikan: tim-manajemen-perubahan
    anggota:
      - nama: "Pegawai Contoh 9"
        jabatan: "Kepala Subbagian"
        kedudukan: "Koordinator"
"""
AREA = "kpu-kabupaten-contoh/2022/rb/manajemen-perubahan"
YEAR = "kpu-kabupaten-contoh/2022"


@pytest.fixture(scope="module", params=["", SUCCESSOR], ids=["dissolved", "replaced"])
def replaced(request, tmp_path_factory) -> tuple[bool, dict[str, str]]:
    """Whether the team has a successor, and what is published once it is dissolved."""
    workspace = copy_workspace(tmp_path_factory.mktemp("ruang"))
    path = workspace.root / ROSTER
    text = path.read_text(encoding="utf-8")
    line = "    area: manajemen-perubahan\n"
    assert line in text
    path.write_text(text.replace(line, f"{line}    dicabut: sk-21-2022\n{GROUND}") + request.param, encoding="utf-8")
    return bool(request.param), build_texts(workspace)


def build_texts(workspace: Workspace) -> dict[str, str]:
    """Return the text of every published file, its quotations not compared with any decree."""
    for path in workspace.root.glob(f"{KANTOR_CONTOH}/2022/keputusan/*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"^(sumber|jumlah): .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    for path in workspace.root.glob(f"{KANTOR_CONTOH}/2022/sumber/*.txt"):
        path.unlink()
    return {file.uri: str(file.content) for file in build_site(workspace).files if isinstance(file.content, str)}


def test_pages_and_data_agree_on_who_answers(replaced):
    renewed, files = replaced
    kode = ["tim-pengganti"] if renewed else []
    said = "Pegawai Contoh 9" if renewed else f"tidak ada tim pada 15 November 2022; {NAMA} berakhir 31 Mei 2022"
    for page in (f"{AREA}/index.md", f"{AREA}/mp-1/index.md"):
        answer = files[page].partition("<dt>Penanggung jawab</dt>")[2].partition("</dd>")[0]
        assert said in answer
        assert "Pegawai Contoh 2" not in answer, "the coordinator of the team that is no more"

    areas = json.loads(files[f"data/{YEAR}/rb.json"])["area"]
    assert [area["tim"] for area in areas if area["kode"] == "manajemen-perubahan"] == [kode]
    rows = list(csv.DictReader(io.StringIO(files[f"data/{YEAR}/rb.csv"].removeprefix("\ufeff"))))
    assert {row["tim"] for row in rows if row["area"] == "manajemen-perubahan"} == {" ".join(kode)}
    found = {tim["kode"]: tim for tim in json.loads(files[f"data/{YEAR}/tim.json"])["tim"]}
    assert (found[KODE]["berlaku"], found[KODE]["berlaku_sampai"]) == (False, "2022-05-31")


def test_the_page_of_the_teams_speaks_of_a_dissolved_one_in_the_past(replaced):
    renewed, files = replaced
    page = files[f"{YEAR}/tim/index.md"]
    old = page.partition(f'id="{KODE}"')[2] or page.partition(f"#{KODE}")[2]
    old = old.partition('class="kode"')[0]
    assert "Dahulu memegang" in old
    assert "hari terakhirnya 31 Mei 2022" in old
    assert "<p>Memegang" not in old
    assert ("sejak 1 Juni 2022" in page) == renewed


def test_rows_of_a_plan_without_a_team_of_its_own_name_none(berkas_contoh):
    page = str(berkas_contoh()[f"{YEAR}/zi/manajemen-perubahan/index.md"].content)
    assert f"<dd>{NONE} Zona Integritas" in page
    late = str(berkas_contoh()[f"{YEAR}/terlambat/index.md"].content)
    card = late.partition('id="zi-mp-2-2-')[2].partition("</dl>")[0]
    assert f"{NONE} Zona Integritas" in card
    assert NAMA not in card


@pytest.mark.parametrize(
    ("last", "now", "formerly"),
    [(None, KODE, None), (date(2022, 10, 31), "", KODE), (date(2022, 9, 29), "", None)],
    ids=["the same team", "a team that ended after the day", "nobody then and now"],
)
def test_a_late_row_tells_who_answered_when_it_was_due_where_that_was_another(tahun, last, now, formerly):
    daftar = tahun.daftar_tim
    tim = tuple(one.model_copy(update={"sampai": last}) if one.kode == KODE else one for one in daftar.tim)
    changed = replace(tahun, daftar_tim=daftar.model_copy(update={"tim": tim}))
    nilai = assess(changed, LATE)
    late = list_terlambat(changed, nilai, list_tahap(walk(changed), nilai))
    (row,) = (row for row in late if row.baris.indikator.kode == "mp-3-1")
    assert row.jatuh_tempo == date(2022, 9, 30)
    assert " ".join(one.tim.kode for one in row.penanggung_jawab.tim) == now
    if formerly is None:
        assert row.formerly is None
    else:
        assert [(one.tim.kode, one.term.sampai) for one in row.formerly.tim] == [(formerly, last)]
