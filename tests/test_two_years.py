"""Two years of one office: what goes on under the same kode, and that a closed year stays as it is."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil

import pytest
from conftest import KANTOR_CONTOH, copy_workspace
from docx import Document
from icalendar import Calendar
from test_exports import validate

from generator.build import build_site
from generator.output import OutputFile
from generator.settings import Workspace

pytestmark = pytest.mark.slow

OFFICE = "kpu-kabupaten-contoh"


def built(workspace: Workspace) -> dict[str, OutputFile]:
    return {file.uri: file for file in build_site(workspace).files}


@pytest.fixture(scope="module")
def files(berkas_contoh) -> dict[str, OutputFile]:
    return berkas_contoh()


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> dict[str, OutputFile]:
    """The site of the first year only."""
    workspace = copy_workspace(tmp_path_factory.mktemp("satu"))
    shutil.rmtree(workspace.root / KANTOR_CONTOH / "2023")
    return built(workspace)


def whole(file: OutputFile) -> object:
    """Return the content of a file, that of a copied one too, with its front matter."""
    content = file.content
    return (file.meta, content if isinstance(content, str | bytes) else content.read_bytes())


def of_year(files: dict[str, OutputFile], year: int) -> dict[str, object]:
    folders = (f"{OFFICE}/{year}/", f"data/{OFFICE}/{year}/")
    return {uri: whole(file) for uri, file in files.items() if uri.startswith(folders)}


def test_a_second_year_changes_no_byte_of_the_first(files, alone):
    assert len(of_year(alone, 2022)) > 60
    assert of_year(files, 2022) == of_year(alone, 2022)


def test_without_a_year_before_there_is_nothing_to_compare(files, alone):
    strange = {f"{OFFICE}/2022/tahun-lalu/index.md", f"data/{OFFICE}/2022/tahun-lalu.csv"}

    assert not strange & {*files, *alone}


@pytest.fixture(scope="module")
def rows(files) -> dict[str, dict[str, str]]:
    text = files[f"data/{OFFICE}/2023/tahun-lalu.csv"].content
    return {row["kode"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}


def test_every_indikator_of_both_years_stands_there_once(files, rows):
    for year, side in ((2022, "lalu"), (2023, "kini")):
        for jenis in ("rb", "zi"):
            plan = json.loads(files[f"data/{OFFICE}/{year}/{jenis}.json"].content)
            known = {item["kode"]: item["status"] or "" for item in indikator_in(plan)}
            shown = {kode: row[f"status_{side}"] for kode, row in rows.items() if row[f"jenis_{side}"] == jenis}
            assert shown == known


def indikator_in(plan: object) -> list[dict[str, object]]:
    """Return every indikator of a plan's JSON."""
    if isinstance(plan, list):
        return [found for part in plan for found in indikator_in(part)]
    if not isinstance(plan, dict):
        return []
    own = [plan] if "jadwal" in plan else []
    return own + [found for part in plan.values() for found in indikator_in(part)]


def test_rows_go_on_end_or_begin_by_their_kode(rows):
    assert {
        kode: row["keberlanjutan"] for kode, row in rows.items() if kode in {"mp-2-b-1", "mp-1-a-1", "rg-1-a-1"}
    } == {
        "mp-2-b-1": "berlanjut",
        "mp-1-a-1": "berakhir",
        "rg-1-a-1": "baru",
    }
    pledge = rows["mp-2-b-1"]
    assert (pledge["jadwal_lalu"], pledge["jadwal_kini"]) == ("Januari–Maret", "triwulan I: 100 (persen)")
    assert (pledge["status_lalu"], pledge["status_kini"]) == ("selesai-terlambat", "selesai-terlambat")


def test_the_second_year_shows_every_state_of_a_quarter(files):
    page = str(files[f"{OFFICE}/2023/rb/index.md"].content)
    for status in ("Selesai, ada bukti", "Selesai, lewat jadwal", "Selesai sebagian", "Terlambat", "Ditunda"):
        assert status in page
    assert "target tidak terbaca dari sumber" in page
    assert "target tidak tercantum" in page


def test_amounts_are_numbers_in_json_and_columns_in_csv(files):
    plan = json.loads(files[f"data/{OFFICE}/2023/rb.json"].content)
    one = next(item for item in indikator_in(plan) if item["kode"] == "rt-da-1-a-2")
    quarters = {"tw1": 0, "tw2": 0, "tw3": 2.5, "tw4": 3}
    assert one["target"] == {"satuan": "nilai", "akumulasi": "posisi", "arah": None, **quarters}
    assert one["capaian"] == {"tw1": None, "tw2": None, "tw3": 2.75, "tw4": None, "tercapai": 2.75}
    assert one["jadwal"]["bulan"] == [7, 8, 9, 10, 11, 12]
    text = str(files[f"data/{OFFICE}/2023/rb.csv"].content).removeprefix("\ufeff")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["indikator"] == "rg-1-b-1")
    assert [row[f"capaian_{name}"] for name in ("tw1", "tw2", "tw3", "tw4", "tercapai")] == ["5", "2", "2", "", "9"]
    assert "jan" not in row


def test_a_target_of_nothing_has_no_percentage(files):
    page = str(files[f"{OFFICE}/2023/rb/rb-general/rg-2/index.md"].content)
    shares = page.split('<th scope="row">Persentase</th>')[1].split("</tr>", maxsplit=1)[0]
    assert re.findall(r"<td>(.*?)</td>", shares) == ["–", "lebih dari 100 %", "93 %", "–"]


def test_a_report_measures_targets_in_its_document_too(files):
    document = Document(io.BytesIO(files[f"data/{OFFICE}/2023/laporan-2023-tw2.docx"].content))
    table = next(table for table in document.tables if table.rows[0].cells[1].text == "Output")
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[4:] for row in rows if row[1].startswith("Pembaruan kolom")] == [
        ["6 kali", "7 kali", "lebih dari 100 %"]
    ]
    page = str(files[f"{OFFICE}/2023/laporan/2023-tw2/index.md"].content)
    assert "7 (lebih dari 100 %)" in page


def test_the_calendar_names_the_target_of_each_quarter(files):
    calendar = Calendar.from_ical(files[f"data/{OFFICE}/2023/jadwal-rb-rb-general.ics"].content)
    events = [event for event in calendar.walk("VEVENT") if str(event["uid"]).startswith("rg-1-b-1.")]
    assert [event.decoded("dtstart").isoformat() for event in events] == [
        "2023-03-31",
        "2023-06-30",
        "2023-09-30",
        "2023-12-31",
    ]
    assert "Target sampai triwulan II 2023: 6 kali" in str(events[1]["description"])


def test_the_data_package_of_a_plan_by_quarters_is_valid_and_tells_every_column(files, tmp_path):
    folder = f"data/{OFFICE}/2023/"
    for uri, file in files.items():
        if uri.startswith(folder) and uri.endswith((".csv", "datapackage.json")) and isinstance(file.content, str):
            (tmp_path / uri.removeprefix(folder)).write_bytes(file.content.encode())
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    plan = next(resource for resource in package["resources"] if resource["name"] == "rb")
    fields = {field["name"]: field for field in plan["schema"]["fields"]}
    assert not [name for name, field in fields.items() if not field.get("description")]
    assert fields["target_tw1"]["type"] == fields["capaian_tercapai"]["type"] == "number"
    done = validate(tmp_path / "datapackage.json")
    assert (done.returncode, done.stdout.strip()) == (0, "[]")


def test_a_plan_that_only_one_year_has_here_is_not_told_to_have_ended(tmp_path):
    workspace = copy_workspace(tmp_path)
    year = workspace.root / KANTOR_CONTOH / "2023"
    for name in ("zi", "realisasi", "bukti.yml", "keputusan/sk-5-2023.yml", "sumber/sk-5-2023.txt"):
        shutil.rmtree(year / name) if (year / name).is_dir() else (year / name).unlink()
    files = built(workspace)
    text = str(files[f"data/{OFFICE}/2023/tahun-lalu.csv"].content).removeprefix("\ufeff")
    page = str(files[f"{OFFICE}/2023/tahun-lalu/index.md"].content)

    assert {row["jenis_lalu"] for row in csv.DictReader(io.StringIO(text))} == {"rb", ""}
    assert "Rencana ZI tidak ikut dibandingkan: rencana ZI 2023 tidak ada dalam\ndata situs ini" in page
    assert "ikut dibandingkan" not in str(
        built(copy_workspace(tmp_path / "utuh"))[f"{OFFICE}/2023/tahun-lalu/index.md"]
    )
