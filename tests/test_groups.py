"""The groups of checks: no test belongs to none, none takes more lanes than there are, and nothing printed is mixed."""

from __future__ import annotations

import re
import sys
from itertools import product

import groups
import pytest
from conftest import ROOT
from groups import GROUPS, LANES, Group

SETTINGS = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
MARKS = re.findall(r"^  \"([a-z]+): ", SETTINGS.partition("\nmarkers = [")[2], re.MULTILINE)
MARKED = [
    (group.nama, command[command.index("-m") + 1])
    for group in GROUPS
    if not group.asked
    for command in group.perintah
    if "pytest" in command[0]
]


def python(code: str, name: str = "x", lanes: int = 1) -> Group:
    return Group(name, ((sys.executable, "-c", code),), lanes=lanes)


def test_every_test_runs_in_a_group_whatever_its_marks():
    assert {"slow", "isi", "peramban"} < set(MARKS)
    for held in product([True, False], repeat=len(MARKS)):
        marks = dict(zip(MARKS, held, strict=True))
        assert [nama for nama, marked in MARKED if eval(marked, {}, marks)], marks  # noqa: S307 - our own expressions


def test_a_group_waits_for_its_lanes_and_prints_whole(capsys, tmp_path):
    code = (
        "import pathlib, sys, time\n"
        f"beside = [p for p in pathlib.Path({str(tmp_path)!r}).iterdir()]\n"
        f"own = pathlib.Path({str(tmp_path)!r}, NAME); own.touch()\n"
        "print(NAME, 'first', flush=True); time.sleep(0.3); print(NAME, 'second', sorted(p.name for p in beside))\n"
        "own.unlink()\n"
    )
    plan = [("a", 1), ("b", 1), ("all", LANES), ("c", 1)]
    outcomes = groups.run_side_by_side([python(f"NAME = {name!r}\n{code}", name, lanes) for name, lanes in plan])
    assert [outcome.good for outcome in outcomes.values()] == [True] * 4
    assert "second []" in outcomes["all"].output
    assert "second []" in outcomes["c"].output
    printed = capsys.readouterr().out
    for name, _ in plan:
        assert f"== {name}\n{name} first\n{name} second" in printed


def test_the_first_failing_command_ends_its_group():
    commands = ((sys.executable, "-c", "print(1); raise SystemExit(3)"), (sys.executable, "-c", "print(2)"))
    outcome = groups.run(Group("x", commands))
    assert (outcome.good, outcome.output) == (False, "1\n")


@pytest.mark.parametrize(
    ("required", "code", "closing"),
    [("", 0, "kelompok: 1 passed, 0 failed, 1 skipped"), ("b", 1, "kelompok: 1 passed, 1 failed, 0 skipped")],
)
def test_a_missing_tool_skips_a_group_unless_it_is_required(required, code, closing, monkeypatch, capsys):
    there, missing = python("print(1)", "a"), Group("b", (("nihil",),), lambda: "nihil")
    monkeypatch.setattr(groups, "GROUPS", (there, missing, Group("c", (("nihil",),), asked=True)))
    monkeypatch.setenv("KOLOM_WAJIB", required)
    assert groups.main([]) == code
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == closing
    assert lines[-2].startswith("b ")
    assert lines[-2].endswith("tidak ada nihil")
