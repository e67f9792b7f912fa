"""Each mistake that content can hold has a file in salah/: what is broken, and the exact lines that are printed."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from conftest import KANTOR_CONTOH, commit

import generator
from generator.build import build_site
from generator.checks import CHECKS
from generator.checks.shared import Check, check_of_year, run
from generator.findings import Finding, InvalidContentError, Rule, as_text, sort_findings
from generator.inspect import check_content, compare_since
from generator.model.isi import Kosakata
from generator.rulebook import RULES
from generator.settings import Workspace

FOLDER = Path(__file__).parent / "salah"
CASES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))}
LEVEL_AND_RULE = re.compile(r": (GALAT|PERINGATAN) \[([a-z-]+)\]")
EXPECTED = re.compile(rb"^temuan:.*(?:\n(?:[ \t]+|-).*)*\n?", re.MULTILINE)
"""The key of a case that holds the expected lines, up to the next key, comment or empty line."""


def break_workspace(workspace: Workspace, case: dict[str, Any]) -> None:
    """Make the mistake of a case: ganti/dengan, isi, hapus or tautan; berkas_lain holds what it takes besides."""
    for name, text in case.get("berkas_lain", {}).items():
        write(path_of(workspace, name), text.encode())
    path = path_of(workspace, case["berkas"])
    if "ganti" in case:
        before = path.read_text(encoding="utf-8")
        assert case["ganti"] in before, "the case no longer fits the fictitious office"
        path.write_text(before.replace(case["ganti"], case["dengan"], 1), encoding="utf-8")
    elif "isi" in case:
        write(path, (case["isi"] * case.get("ulang", 1)).encode(case.get("sandi", "utf-8")))
    elif "tautan" in case:
        path.symlink_to(case["tautan"])
    else:
        assert case["hapus"], "a case breaks something"
        path.unlink()


def path_of(workspace: Workspace, name: str) -> Path:
    return workspace.root / ("" if name.startswith("site_config/") else KANTOR_CONTOH) / name


def write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def keep(workspace: Workspace, files: dict[str, str]) -> str:
    """Put a working space into git, these files in it, and return the commit."""
    for name, text in files.items():
        write(path_of(workspace, name), text.encode())
    return commit(workspace.root)


def findings_of(workspace: Workspace, case: dict[str, Any], kosakata: Kosakata, since: str | None = None) -> str:
    """Return what periksa prints, or what bangun prints for the few rules that need the pages."""
    # A case that breaks a vocabulary has to be read with its own.
    known = None if "site_config" in str([case["berkas"], *case.get("berkas_lain", ())]) else kosakata
    if since is not None:
        log = compare_since(workspace, since)
        text = as_text(sort_findings((*check_content(workspace, kosakata=known)[1], *log.findings)))
        return text.replace(log.commit, "COMMIT")
    if case.get("perintah") != "bangun":
        return as_text(check_content(workspace, kosakata=known)[1])
    with pytest.raises(InvalidContentError) as refused:
        build_site(workspace)
    return as_text(refused.value.findings)


def write_expected(path: Path, lines: Sequence[str]) -> None:
    """Write the expected lines of a case; every other byte of its file stays."""
    raw = path.read_bytes()
    items = "".join("\n  - '{}'".format(line.replace("'", "''")) for line in lines)
    block = f"temuan:{items or ' []'}\n".encode()
    found = EXPECTED.search(raw)
    if found:
        path.write_bytes(raw[: found.start()] + block + raw[found.end() :])
    else:
        path.write_bytes(raw + (b"" if raw.endswith(b"\n") else b"\n") + block)


@pytest.mark.parametrize("name", CASES)
def test_mistake_is_reported_exactly(example_workspace, name, kosakata, request, monkeypatch):
    case = CASES[name]
    since = keep(example_workspace, case["sejak"]) if "sejak" in case else None
    break_workspace(example_workspace, case)
    if "epoch" in case:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", case["epoch"])
    if "simpan" in case:
        commit(example_workspace.root)
    lines = findings_of(example_workspace, case, kosakata, since).splitlines()
    if request.config.getoption("--tulis-salah"):
        case["temuan"] = lines
        write_expected(FOLDER / f"{name}.yml", lines)

    assert lines == case["temuan"]


def test_writing_what_is_expected_already_changes_no_byte(tmp_path):
    changed = []
    for name, case in CASES.items():
        raw = (FOLDER / f"{name}.yml").read_bytes()
        path = tmp_path / f"{name}.yml"
        path.write_bytes(raw)
        write_expected(path, case["temuan"])
        if raw != path.read_bytes():
            changed.append(name)

    assert changed == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("berkas: a.yml\n", "berkas: a.yml\ntemuan:\n  - 'it''s'\n", id="missing"),
        pytest.param("berkas: a.yml", "berkas: a.yml\ntemuan:\n  - 'it''s'\n", id="no_last_newline"),
        pytest.param("temuan: []\nberkas: a.yml\n", "temuan:\n  - 'it''s'\nberkas: a.yml\n", id="empty_and_first"),
        pytest.param("temuan:\n- lama\n- usang\n", "temuan:\n  - 'it''s'\n", id="not_indented"),
        pytest.param(
            "isi: |\n  temuan:\n    - x\ntemuan:\n  - lama\n# sebab\n\nganti: b\n",
            "isi: |\n  temuan:\n    - x\ntemuan:\n  - 'it''s'\n# sebab\n\nganti: b\n",
            id="in_a_text_and_before_a_comment",
        ),
    ],
)
def test_writing_touches_the_expected_lines_only(before, after, tmp_path):
    path = tmp_path / "kasus.yml"
    path.write_text(before, encoding="utf-8")

    write_expected(path, ["it's"])

    assert after == path.read_text(encoding="utf-8")


def test_vocabularies_that_have_been_read_already_change_nothing(example_workspace, kosakata):
    assert check_content(example_workspace, kosakata=kosakata) == check_content(example_workspace)


def test_fictitious_office_has_no_findings(example_workspace):
    _, findings = check_content(example_workspace)

    assert as_text(findings) == ""


def test_every_rule_has_a_case():
    tested = set[str]().union(*map(rules_told, CASES.values()))

    assert {rule.code for rule in RULES} == tested


def test_every_case_is_named_after_its_rule():
    strays = [name for name, case in CASES.items() if not rules_named(name) & rules_told(case)]

    assert strays == []


def test_every_case_holds_the_level_of_its_rule():
    told = {tuple(LEVEL_AND_RULE.findall(line)[0]) for case in CASES.values() for line in case["temuan"]}

    assert {(str(rule.severity), rule.code) for rule in RULES} == told


def test_no_rule_is_left_out_of_the_rulebook():
    """A finding takes no bare kode, so a rule that is in no module's names cannot be reported at all."""
    declared = {rule for module in modules() for rule in vars(module).values() if isinstance(rule, Rule)}

    assert set(RULES) == declared
    assert len(RULES) == len({rule.code for rule in RULES})


def test_no_check_is_left_out():
    declared = [check for module in modules() for check in vars(module).values() if isinstance(check, Check)]

    assert set(map(id, CHECKS)) == set(map(id, declared))
    assert set(RULES).issuperset(rule for check in CHECKS for rule in check.rules)


def test_a_check_reports_no_rule_that_it_does_not_name(example_workspace):
    isi, _ = check_content(example_workspace)
    tahun = isi.kantor[0].tahun[0]
    check = check_of_year(RULES[0])(lambda tahun: iter([Finding(tahun.setelan.place(), RULES[1], "x", "y")]))

    with pytest.raises(AssertionError, match=RULES[1].code):
        tuple(run([check], tahun, isi.kosakata))


def test_a_consequence_is_held_back_in_its_own_year_only(example_workspace):
    isi, _ = check_content(example_workspace)
    cause, other = Rule("sebab", "x"), Rule("lain", "x")
    effect = Rule("akibat", "x", yields_to=("sebab",))
    first, second = isi.kantor[0].tahun[:2]

    def look(tahun):
        rules = (effect, other, cause) if tahun is first else (effect, other)
        yield from (Finding(tahun.setelan.place(), rule, "x", "y") for rule in rules)

    def told(tahun):
        return [finding.code for finding in run([check_of_year(cause, effect, other)(look)], tahun, isi.kosakata)]

    assert told(first) == ["lain", "sebab"]
    assert told(second) == ["akibat", "lain"]


def test_what_a_rule_yields_to_is_a_rule():
    assert {rule.code for rule in RULES} >= {kode for rule in RULES for kode in rule.yields_to}


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_says_in_one_short_sentence_what_must_hold(rule):
    assert re.fullmatch(r"[A-Z][^\n]{15,119}\.", rule.sentence)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code)


def rules_named(name: str) -> set[str]:
    """Return the beginnings of a case's name that may be a rule: "kode-ganda-tim" may be of "kode-ganda"."""
    words = name.split("-")
    return {"-".join(words[:count]) for count in range(1, len(words) + 1)}


def rules_told(case: dict[str, Any]) -> set[str]:
    return {kode for line in case.get("temuan") or () for _, kode in LEVEL_AND_RULE.findall(line)[:1]}


def modules() -> Iterator[ModuleType]:
    """Yield every module of the tool."""
    for info in pkgutil.walk_packages(generator.__path__, "generator."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)
