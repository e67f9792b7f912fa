"""The day that a site shows, as the doors take it: one type, one meaning, whichever engine command is used."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, copy_workspace
from test_site import differing

from generator.findings import as_text
from generator.inspect import check_content
from generator.load.day import InvalidDayError, read_day
from generator.mkdocs_build import EngineError, build_fresh
from generator.settings import Workspace

pytestmark = pytest.mark.slow

BIN = Path(sys.executable).parent
PATTERN = "tulis dengan pola TTTT-BB-HH, contoh 2022-03-28"
WRONG = {
    "15-11-2022": "tanggal tidak dikenali: “15-11-2022”; tulis 2022-11-15",
    "20221115": f"tanggal tidak dikenali: “20221115”; {PATTERN}",
    "2022-11-15 08:00": f"tanggal tidak dikenali: “{'•' * 16}”; tulis 2022-11-15",
    '"2022-02-30"': "tanggal ini tidak ada dalam kalender: “2022-02-30”; periksa hari dan bulannya",
    "0202-02-03": "tahun tanggal ini tidak masuk akal: “0202-02-03”; periksa tahunnya",
    "[2022-11-15]": "di sini harus tanggal; tulis satu tanggal dengan pola TTTT-BB-HH, contoh 2022-03-28",
    '""': f"tanggal tidak dikenali: “”; {PATTERN}",
}
"""What mkdocs.yml may hold, and what is said of it."""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, encoding="utf-8")


def kolom(workspace: Workspace, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "generator", *arguments, cwd=workspace.root)


def mkdocs(workspace: Workspace, folder: Path) -> subprocess.CompletedProcess[str]:
    return run(str(BIN / "mkdocs"), "build", "--strict", "-d", str(folder), cwd=workspace.root)


def with_option(folder: Path, value: str) -> Workspace:
    """Return a working space whose mkdocs.yml sets the day, and which has an old site."""
    workspace = copy_workspace(folder)
    config = workspace.root / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    assert "  kolom: {}\n" in text
    text = text.replace("  kolom: {}\n", f"  kolom:\n    satker: kpu-kabupaten-contoh\n    per_tanggal: {value}\n")
    config.write_text(text, encoding="utf-8")
    (workspace.root / "site").mkdir()
    (workspace.root / "site/penanda.txt").write_text("lama", encoding="utf-8")
    return workspace


def shown(site: Path) -> str:
    home = (site / "kpu-kabupaten-contoh/2022/index.html").read_text(encoding="utf-8")
    return re.findall(r"Keadaan per <b>(.*?)</b>", home)[0]


@pytest.mark.parametrize("value", [date(2022, 10, 1), "2022-10-01"], ids=["date", "text"])
def test_a_day_is_a_date_or_its_text(value):
    assert read_day(value) == date(2022, 10, 1)


@pytest.mark.parametrize("value", [datetime(2022, 10, 1, 0, 0), 20221001, True, ["2022-10-01"], "1 Oktober 2022"])  # noqa: DTZ001 - as YAML reads it
def test_anything_else_is_none(value):
    with pytest.raises(InvalidDayError):
        read_day(value)


def test_the_day_of_mkdocs_yml_holds_at_both_doors(tmp_path):
    workspace = with_option(tmp_path / "ruang", "2022-10-01")

    done = kolom(workspace, "bangun")
    assert done.returncode == 0, done.stdout + done.stderr
    done = mkdocs(workspace, tmp_path / "lain")
    assert done.returncode == 0, done.stderr

    assert shown(workspace.root / "site") == "1 Oktober 2022", "the year itself says 15 November"
    assert differing(workspace.root / "site", tmp_path / "lain") == []


def test_the_day_of_the_command_goes_over_that_of_mkdocs_yml(tmp_path):
    workspace = with_option(tmp_path, '"2022-10-01"')
    done = kolom(workspace, "bangun", "--per-tanggal", "2022-06-30", "--satker", "kpu-kabupaten-contoh")
    assert done.returncode == 0, done.stdout + done.stderr
    assert shown(workspace.root / "site") == "30 Juni 2022"


@pytest.mark.parametrize(("value", "told"), WRONG.items(), ids=WRONG.keys())
def test_a_malformed_day_in_mkdocs_yml_is_told_in_one_sentence(tmp_path, value, told):
    with pytest.raises(EngineError) as refused:
        build_fresh(with_option(tmp_path, value), None)
    assert str(refused.value) == f"mkdocs.yml: plugins: kolom: per_tanggal: {told}"


def test_that_sentence_is_all_that_either_door_says(tmp_path):
    workspace = with_option(tmp_path, "15-11-2022")
    sentence = f"mkdocs.yml: plugins: kolom: per_tanggal: {WRONG['15-11-2022']}"

    done = kolom(workspace, "bangun")
    assert (done.returncode, done.stdout, done.stderr) == (
        3,
        "",
        f"Mesin situs berhenti: {sentence}. Situs lama tetap seperti semula; coba kolom dokter.\n",
    )
    done = mkdocs(workspace, workspace.root / "site")
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (1, f"\n{sentence}\n", False)

    assert [path.name for path in (workspace.root / "site").iterdir()] == ["penanda.txt"]


def test_a_day_that_yaml_itself_cannot_read_is_no_fault_of_ours(tmp_path):
    done = kolom(with_option(tmp_path, "2022-02-30"), "bangun")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("Mesin situs berhenti: mkdocs.yml tidak terbaca: day is out of range for month.")


def test_a_malformed_day_on_the_command_line_is_a_mistake_of_usage(tmp_path):
    done = kolom(copy_workspace(tmp_path), "periksa", "--per-tanggal", "31-12-2022")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'--per-tanggal': tanggal tidak dikenali: “31-12-2022”; tulis 2022-12-31\n" in done.stderr


@pytest.mark.parametrize("epoch", ["kemarin", "-1", "1e9", "99999999999999"])
def test_a_malformed_source_date_epoch_is_a_finding_of_each_year_that_needs_it(example_workspace, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    year = f"{KANTOR_CONTOH}/2022/tahun.yml"
    assert check_content(example_workspace)[1] == (), "the year has a day of its own"

    path = example_workspace.root / year
    path.write_text(path.read_text(encoding="utf-8").replace("per_tanggal: 2022-11-15\n", ""), encoding="utf-8")
    quoted = "•" * len(epoch) if len(epoch) > 8 else epoch  # masked, as a number of a person would be
    sentence = (
        f"tanggal keadaan data tidak diketahui: SOURCE_DATE_EPOCH berisi “{quoted}”, bukan detik sejak 1970; "
        "kosongkan SOURCE_DATE_EPOCH, atau isi dengan keluaran git log -1 --format=%ct, "
        "atau isi per_tanggal, atau pakai --per-tanggal"
    )
    assert as_text(check_content(example_workspace)[1]) == f"{year}:1:1: GALAT [per-tanggal] {sentence}\n"
