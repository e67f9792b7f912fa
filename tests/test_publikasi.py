"""The register of publication indicators: fulfilled only by what is there, and never for others."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, ROOT, commit, copy_workspace, view, view_workspace, year_of

from generator.build import build_site
from generator.changes.trace import read_changes
from generator.history import History
from generator.inspect import assess_years, check_content
from generator.load import load_isi
from generator.load.day import GivenDay
from generator.output import OutputFile
from generator.settings import Workspace
from generator.views.register import MET, count_register

KEADAAN = [
    # indikator, state with all data, what is taken away, state then
    ("mp-1-a-1", "terpenuhi", "realisasi", "belum"),
    ("mp-2-a-2", "terpenuhi-sampai", "realisasi", "belum"),
    ("mp-2-c-1", "terpenuhi-sampai", "realisasi", "belum"),
    ("mp-3-1", "belum", None, None),  # late, whatever reports the tool makes of it
    ("tl-2-a-1", "terpenuhi", "realisasi", "belum"),
    ("tl-2-b-1", "syarat-terpenuhi", "kanal.yml", "belum"),
    ("zi-mp-2-1", "terpenuhi", "realisasi", "belum"),
    ("zi-pp-1-1", "belum", None, None),  # one of its services has 7 of the 14 components
    ("zi-pp-2-1", "terpenuhi", "survei.yml", "belum"),
]


def states(workspace, day: date | None = None) -> dict[str, str]:
    return {row.indikator.kode: row.keadaan for row in year_of(view_workspace(workspace, day), 2022).publikasi}


def take_away(workspace, name: str) -> None:
    path = workspace.root / KANTOR_CONTOH / "2022" / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def test_the_table_holds_every_row_of_the_register(example_workspace):
    assert states(example_workspace) == {kode: keadaan for kode, keadaan, *_ in KEADAAN}


@pytest.mark.parametrize(("kode", "name", "then"), [(kode, name, then) for kode, _, name, then in KEADAAN if name])
def test_without_its_data_a_row_is_not_fulfilled(kode, name, then, example_workspace):
    take_away(example_workspace, name)
    assert states(example_workspace)[kode] == then


DAYS = [
    # day, rows that are met by it: nothing before it was done, and for good only when its months are over
    (date(2022, 1, 31), {}),
    (date(2022, 4, 12), {"mp-1-a-1": "", "mp-3-1": "-sampai", "zi-mp-2-1": "-sampai"}),
    (
        date(2022, 6, 29),
        {
            "mp-1-a-1": "",
            "mp-2-c-1": "-sampai",
            "mp-3-1": "-sampai",
            "zi-mp-2-1": "",
            "zi-pp-1-1": "-sampai",  # the service that lacks components is published from July on
        },
    ),
]


@pytest.mark.parametrize(("day", "met"), DAYS)
def test_a_row_is_met_from_the_day_of_its_proof_and_for_good_after_its_months(day, met, example_workspace):
    found = states(example_workspace, day)
    told = {kode: f"terpenuhi{until}" for kode, until in met.items()}
    assert {kode: keadaan for kode, keadaan in found.items() if keadaan in MET} == told


def test_for_an_office_that_does_not_report_here_nothing_is_said_to_be_fulfilled(example_workspace):
    year = example_workspace.root / KANTOR_CONTOH / "2022"
    settings = (year / "tahun.yml").read_text(encoding="utf-8")
    (year / "tahun.yml").write_text(re.sub("pelaporan: .*\n", "", settings), encoding="utf-8")
    shutil.rmtree(year / "realisasi")
    assert set(states(example_workspace).values()) == {"belum"}


def test_the_settings_of_an_office_of_its_own_are_shown_and_counted(example_workspace, berkas_contoh):
    rows = year_of(view_workspace(example_workspace, None), 2022).publikasi
    assert [row.indikator.kode for row in rows if row.overridden] == ["mp-2-a-2"]
    assert count_register(rows).overridden == 1
    page = str(berkas_contoh()["kpu-kabupaten-contoh/2022/indikator-publikasi/index.md"].content)
    assert page.count("setelan kantor sendiri, lain daripada yang biasa untuk bunyi ini") == 1
    assert "1 indikator memakai setelan kantor sendiri" in page


@pytest.mark.slow
def test_every_page_that_fulfils_a_row_exists_and_holds_more_than_its_heading(berkas_contoh):
    files = {uri: str(file.content) for uri, file in berkas_contoh().items()}
    page = files["kpu-kabupaten-contoh/2022/indikator-publikasi/index.md"]
    links = re.findall(r"halaman situs ini: <a href=\"\.\./([^\"#]+)", page)
    assert len(links) == 5
    for link in links:
        uri = link if not link.startswith("../") else None
        target = f"kpu-kabupaten-contoh/2022/{uri}" if uri else f"kpu-kabupaten-contoh/{link.removeprefix('../')}"
        assert len(files[f"{target}index.md"]) > 500, target


def told_everywhere(files: dict[str, OutputFile], year: str, jenis: str) -> dict[str, str]:
    """Return the state of each row as the JSON has it, after seeing that CSV, pages and sheets have the same."""
    areas = json.loads(files[f"data/{year}/{jenis}.json"].content)["area"]
    parts = [part for area in areas for part in area.get("kegiatan", area.get("komponen", []))]
    rows = [i for part in parts for own in (part, *part.get("sub_kegiatan", ())) for i in own["indikator"]]
    found = {row["kode"]: row["register"]["keadaan"] for row in rows if row["register"]}
    table = csv.DictReader(io.StringIO(str(files[f"data/{year}/{jenis}.csv"].content).removeprefix("\ufeff")))
    assert {row["indikator"]: row["publikasi_keadaan"] for row in table if row["publikasi_keadaan"]} == found
    register = str(files[f"{year}/indikator-publikasi/index.md"].content)
    for kode, keadaan in found.items():
        card = register.partition(f'id="{kode}"')[2].partition("</div>")[0]
        sheet = files[f"{year}/indikator-publikasi/{kode}/index.md"]
        assert sheet.meta is not None
        text = str(sheet.content)
        for place in (card, text):
            assert ("✔</span> Terpenuhi" in place) == (keadaan in MET), kode
        assert sheet.meta["title"].startswith("Lembar bukti terbit") == (keadaan in MET)
        assert ("Tanda tangan" in text) == (keadaan in MET)
        assert ("bukan bukti terbit" in text) == (keadaan not in MET)
    return found


def test_pages_sheets_and_data_say_the_same(berkas_contoh):
    files = berkas_contoh()
    found = {}
    for jenis in ("rb", "zi"):
        found |= told_everywhere(files, "kpu-kabupaten-contoh/2022", jenis)
    assert found == {kode: keadaan for kode, keadaan, *_ in KEADAAN}
    words = "4 dari 9 indikator publikasi terpenuhi, 2 terpenuhi sampai hari keadaannya"
    for page in ("", "indikator-publikasi/"):
        assert words in str(files[f"kpu-kabupaten-contoh/2022/{page}index.md"].content)


NTT = "content/data/kpu-provinsi-ntt"
FEE_ONLY = """\
diperbarui: 2022-11-01
layanan:
  - kode: informasi
    nama: "Layanan informasi"
    biaya: "Tidak dipungut biaya."
"""
CHANNEL = """\
kanal:
  - jenis: ppid
    nama: "PPID"
    tautan: "https://ppid.kpu.go.id"
"""
SURVEY = """\
survei:
  - {kode: spak-1, jenis: spak, nama: "Survei", periode: 2022-tw3, tanggal: 2022-10-01,
     responden: 12, nilai: 3.5, skala: 4}
"""
ENTRY = """\
entri:
  - kode: r-mp-2-a-2-01
    indikator: mp-2-a-2
    periode: 2022-11
    tanggal: 2022-11-30
    hasil: berjalan
    uraian: "Kolom dibuka."
"""


def furnish_little(workspace: Workspace) -> None:
    """Give a real office a service with only a fee, a channel, a survey of twelve people and one entry."""
    office = workspace.root / NTT
    shutil.copytree(ROOT / NTT, office)
    shutil.rmtree(workspace.root / KANTOR_CONTOH)
    (office / "layanan.yml").write_text(FEE_ONLY, encoding="utf-8")
    (office / "2022/survei.yml").write_text(SURVEY, encoding="utf-8")
    (office / "2022/realisasi/2022-11.yml").write_text(ENTRY, encoding="utf-8")
    settings = office / "2022/tahun.yml"
    settings.write_text(re.sub("per_tanggal: .*\n", "", settings.read_text(encoding="utf-8")), encoding="utf-8")
    for name, text in (("satker.yml", CHANNEL), ("2022/tahun.yml", "pelaporan: 2022-04-01\n")):
        with (office / name).open("a", encoding="utf-8") as file:
            file.write(text)


@pytest.mark.isi
@pytest.mark.slow
def test_a_fee_a_channel_and_a_small_survey_meet_nothing_that_they_are_not(example_workspace):
    furnish_little(example_workspace)
    day = GivenDay(date(2022, 12, 15))
    isi, findings = check_content(example_workspace, day)
    assert isi is not None, findings
    year = year_of(view(isi, assess_years(isi, History(example_workspace.root), day)[0]), 2022)
    holding = {row.indikator.kode for row in year.publikasi if row.nilai.holds}
    assert holding == {"mp-1-a-1", "pp-2-4"}, "the decree of the team, which it holds, and the fee"
    files = {file.uri: file for file in build_site(example_workspace, day).files}
    found = told_everywhere(files, "kpu-provinsi-ntt/2022", "rb")
    assert len(found) == 53
    assert set(found.values()) == {"belum", "syarat-terpenuhi"}
    assert {kode for kode, keadaan in found.items() if keadaan == "syarat-terpenuhi"} == {"mp-1-a-1"}
    assert "0 dari 53 indikator publikasi terpenuhi" in str(files["kpu-provinsi-ntt/2022/index.md"].content)
    assert not [uri for uri, file in files.items() if "✔</span> Terpenuhi" in str(file.content)]


@pytest.mark.slow
def test_the_history_tells_since_when_each_part_is_recorded(tmp_path, monkeypatch):
    """What was added to a file years later is told apart from what was there; so a closed year stays as it was."""
    workspace = copy_workspace(tmp_path)
    office = tmp_path / KANTOR_CONTOH
    for name, old, new in (("satker.yml", "contoh: ya\n", ""), ("2022/tahun.yml", "per_tanggal: 2022-11-15\n", "")):
        path = office / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    whole = (office / "layanan.yml").read_text(encoding="utf-8")
    (office / "layanan.yml").write_text(re.sub(r"maklumat:\n(?:  .*\n)+", "", whole), encoding="utf-8")
    survey = office / "2022/survei.yml"
    surveys = survey.read_text(encoding="utf-8")
    survey.unlink()
    at(tmp_path, monkeypatch, "2022-10-20")
    before = met(workspace)
    (office / "layanan.yml").write_text(whole, encoding="utf-8")
    survey.write_text(surveys, encoding="utf-8")
    at(tmp_path, monkeypatch, "2026-11-20")
    recorded = history_of(workspace)
    assert recorded["layanan/permohonan-informasi/biaya"] == date(2022, 10, 20)
    assert recorded["layanan/layanan/visi_misi/motto"] == date(2022, 10, 20)
    assert recorded["kanal/kpu-kabupaten-contoh/jdih"] == date(2022, 10, 20)
    assert recorded["layanan/layanan/maklumat"] == recorded["survei/skm-s1"] == date(2026, 11, 20)
    assert met(workspace) == before
    assert "zi-pp-2-1" not in before
    assert "zi-mp-2-1" in before


def at(folder: Path, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T08:00:00+07:00")
    commit(folder)


def history_of(workspace: Workspace) -> dict[str, date]:
    isi, _ = load_isi(workspace)
    assert isi is not None
    recorded = read_changes(workspace, isi)["kpu-kabupaten-contoh/2022/"].tanggal_dicatat
    assert recorded is not None
    return dict(recorded)


def met(workspace: Workspace) -> set[str]:
    isi, _ = load_isi(workspace)
    assert isi is not None
    site = view_workspace(workspace, date(2023, 2, 1), read_changes(workspace, isi))
    return {row.indikator.kode for row in year_of(site, 2022).publikasi if row.terpenuhi}
