"""The door: exit codes, help, and that no fault of ours reaches a clerk as a traceback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copy_workspace

from generator import __version__

pytestmark = pytest.mark.slow

COMMANDS = ("periksa", "bangun", "sajikan", "tulis", "skema", "dokter")


UNKNOWN_SHELL = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
"""So that it does not matter which shell started the tests, if any."""


def kolom(*arguments: str, cwd=ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=os.environ | {"NO_COLOR": "1", "COLUMNS": "200"} | (UNKNOWN_SHELL if "bash" in arguments else {}),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command):
    done = kolom(command, "--help")
    assert done.returncode == 0
    assert f"Contoh: kolom {command}" in done.stdout


def test_help_speaks_our_language_of_all_but_help_itself():
    options = re.findall(r"^  (--.+?)  +(.+)$", kolom("--help").stdout, re.MULTILINE)
    assert [names for names, text in options if re.search(r"\b(the|and|show|install|this)\b", text.casefold())] == [
        "--help"
    ]
    assert {names for names, _ in options} == {
        "--versi, --version",
        "--install-completion",
        "--show-completion",
        "--help",
    }


def test_a_shell_completes_the_names_of_commands():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "kolom")],
        env=os.environ | {"COMP_WORDS": "kolom s", "COMP_CWORD": "1", "_KOLOM_COMPLETE": "complete_bash"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["sajikan", "skema"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["terbang"], 2, "terbang"),
        (["periksa", "--format", "xml"], 2, "pilih salah satu: teks, json, github"),
        (["periksa", "--ruang", "/"], 2, "content/data tidak ditemukan"),
        (["skema", "nihil"], 2, "pilih salah satu"),
        (["bangun", "--per-tanggal", "31-12-2022"], 2, "tulis 2022-12-31"),
        (["bangun", "--per-tanggal", "kemarin"], 2, "TTTT-BB-HH"),
        (["skema", "rencana-rb"], 0, '"rencana-rb.schema.json"'),
        (["dokter"], 0, "libyaml"),
        (["dokter"], 0, "Pagefind"),
        (["--versi"], 0, f"{__version__}\n"),
        (["--version"], 0, f"{__version__}\n"),
        (["--show-completion", "bash"], 0, "_COMPLETE=complete_bash"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_exit_codes(arguments, code, words):
    done = kolom(*arguments)
    assert done.returncode == code, done.stdout + done.stderr
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_an_engine_without_configuration_is_code_3(tmp_path):
    workspace = copy_workspace(tmp_path).root
    (workspace / "mkdocs.yml").unlink()
    done = kolom("bangun", cwd=workspace)
    assert (done.returncode, "mkdocs.yml tidak ada" in done.stderr) == (3, True)


def test_mkdocs_without_the_plugin_is_code_3(tmp_path):
    workspace = copy_workspace(tmp_path).root
    config = workspace / "mkdocs.yml"
    config.write_text(
        re.sub(r"plugins:\n  kolom: \{\}\n", "plugins: []\n", config.read_text("utf-8")), encoding="utf-8"
    )
    done = kolom("bangun", cwd=workspace)
    assert (done.returncode, "belum memasang plugin kolom" in done.stderr) == (3, True)


def test_a_broken_link_in_a_hand_written_page_stops_the_build_and_keeps_the_old_site(tmp_path):
    workspace = copy_workspace(tmp_path).root
    (workspace / "site").mkdir()
    (workspace / "site/penanda.txt").write_text("lama", encoding="utf-8")
    page = workspace / "content/halaman/privasi.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[putus](nihil.md)\n", encoding="utf-8")
    done = kolom("bangun", cwd=workspace)
    assert done.returncode == 3
    assert "nihil.md" in done.stderr
    assert (workspace / "site/penanda.txt").read_text(encoding="utf-8") == "lama"


def test_our_own_fault_is_one_line_and_code_70(tmp_path):
    workspace = copy_workspace(tmp_path).root
    code = (
        "import generator.cli, generator.inspect, sys\n"
        "def broken(*_): raise RuntimeError('x')\n"
        "generator.inspect.check_content = broken\n"
        "sys.argv = ['kolom', 'periksa']\n"
        "generator.cli.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=workspace, capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert done.stderr.startswith("Galat internal kolom")
    assert len(done.stderr.splitlines()) == 1


def test_the_day_comes_from_the_option_the_year_the_environment_or_git(tmp_path):
    """In this order; without any of them the build says what to do."""
    workspace = copy_workspace(tmp_path).root
    shutil.rmtree(workspace / "content/data/kpu-kabupaten-contoh/2023")  # one year tells it, in half the time
    year = workspace / "content/data/kpu-kabupaten-contoh/2022/tahun.yml"

    def shown(*arguments: str, **env: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "generator", "bangun", *arguments],
            cwd=workspace,
            env=os.environ | {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)} | env,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return done.stdout
        home = (workspace / "site/kpu-kabupaten-contoh/2022/index.html").read_text(encoding="utf-8")
        return re.findall(r"Keadaan per <b>(.*?)</b>", home)[0]

    alone = ("--satker", "kpu-kabupaten-contoh")
    assert shown("--per-tanggal", "2022-06-30", *alone, SOURCE_DATE_EPOCH="0") == "30 Juni 2022"
    assert shown("--per-tanggal", "2022-06-30", SOURCE_DATE_EPOCH="0") == "15 November 2022", "an archive stays"
    assert shown(SOURCE_DATE_EPOCH="0") == "15 November 2022"
    year.write_text(re.sub(r"per_tanggal: .*\n", "", year.read_text(encoding="utf-8")), encoding="utf-8")
    assert shown(SOURCE_DATE_EPOCH="1646069400") == "1 Maret 2022", "17:30 UTC is the next day in Jakarta"
    assert "[per-tanggal]" in shown()
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@contoh.invalid"]
    subprocess.run(["git", "init", "-q"], cwd=workspace, check=True)
    subprocess.run(["git", "add", "."], cwd=workspace, check=True)
    subprocess.run(
        [*git, "commit", "-qm", "satu"],
        cwd=workspace,
        check=True,
        env=os.environ
        | {"GIT_COMMITTER_DATE": "2022-09-09T20:00:00+00:00", "GIT_AUTHOR_DATE": "2022-01-01T00:00:00+00:00"},
    )
    assert shown() == "10 September 2022"
    shallow = tmp_path / "dangkal"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{workspace}", str(shallow)], check=True)
    done = kolom("bangun", cwd=shallow)
    assert done.returncode == 1
    assert "--unshallow" in done.stdout
