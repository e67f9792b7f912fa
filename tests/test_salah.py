"""Each mistake that content can hold has a file in salah/: what is broken, and the exact lines that are printed."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import AKAR, KANTOR_CONTOH, commit

from generator.build import build_site, check_content, compare_log
from generator.findings import InvalidContentError, as_text, in_order
from generator.settings import Ruang

FOLDER = Path(__file__).parent / "salah"
KASUS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yml"))}
EXPECTED = re.compile(rb"^temuan:.*(?:\n(?:[ \t]+|-).*)*\n?", re.MULTILINE)
"""The key of a case that holds the expected lines, up to the next key, comment or empty line."""
# Where a call names its rule: the position of that argument.
NAMES_A_RULE = {"Finding": 1, "report": 1, "_refuse": 0}


def break_ruang(ruang: Ruang, kasus: dict[str, Any]) -> None:
    """Make the mistake of a case: ganti/dengan, isi, hapus or tautan; berkas_lain holds what it takes besides."""
    for name, text in kasus.get("berkas_lain", {}).items():
        write(path_of(ruang, name), text.encode())
    path = path_of(ruang, kasus["berkas"])
    if "ganti" in kasus:
        before = path.read_text(encoding="utf-8")
        assert kasus["ganti"] in before, "the case no longer fits the fictitious office"
        path.write_text(before.replace(kasus["ganti"], kasus["dengan"], 1), encoding="utf-8")
    elif "isi" in kasus:
        write(path, (kasus["isi"] * kasus.get("ulang", 1)).encode(kasus.get("sandi", "utf-8")))
    elif "tautan" in kasus:
        path.symlink_to(kasus["tautan"])
    else:
        assert kasus["hapus"], "a case breaks something"
        path.unlink()


def path_of(ruang: Ruang, name: str) -> Path:
    return ruang.akar / ("" if name.startswith("site_config/") else KANTOR_CONTOH) / name


def write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def keep(ruang: Ruang, files: dict[str, str]) -> str:
    """Put a working space into git, these files in it, and return the commit."""
    for name, text in files.items():
        write(path_of(ruang, name), text.encode())
    return commit(ruang.akar)


def findings_of(ruang: Ruang, kasus: dict[str, Any], since: str | None = None) -> str:
    """Return what periksa prints, or what bangun prints for the few rules that need the pages."""
    if since is not None:
        log = compare_log(ruang, since)
        text = as_text(in_order((*check_content(ruang)[1], *log.findings)))
        return text.replace(log.commit, "COMMIT")
    if kasus.get("perintah") != "bangun":
        return as_text(check_content(ruang)[1])
    with pytest.raises(InvalidContentError) as refused:
        build_site(ruang)
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


@pytest.mark.parametrize("name", KASUS)
def test_mistake_is_reported_exactly(ruang_contoh, name, request):
    kasus = KASUS[name]
    since = keep(ruang_contoh, kasus["sejak"]) if "sejak" in kasus else None
    break_ruang(ruang_contoh, kasus)
    lines = findings_of(ruang_contoh, kasus, since).splitlines()
    if request.config.getoption("--tulis-salah"):
        kasus["temuan"] = lines
        write_expected(FOLDER / f"{name}.yml", lines)

    assert lines == kasus["temuan"]


def test_writing_what_is_expected_already_changes_no_byte(tmp_path):
    changed = []
    for name, kasus in KASUS.items():
        raw = (FOLDER / f"{name}.yml").read_bytes()
        path = tmp_path / f"{name}.yml"
        path.write_bytes(raw)
        write_expected(path, kasus["temuan"])
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


def test_fictitious_office_has_no_findings(ruang_contoh):
    _, findings = check_content(ruang_contoh)

    assert as_text(findings) == ""


def test_every_rule_has_a_case():
    tested = set[str]().union(*map(rules_told, KASUS.values()))

    assert rules_in_code() == tested


def test_every_case_is_named_after_its_rule():
    strays = [name for name, kasus in KASUS.items() if not rules_named(name) & rules_told(kasus)]

    assert strays == []


def rules_named(name: str) -> set[str]:
    """Return the beginnings of a case's name that may be a rule: "kode-ganda-tim" may be of "kode-ganda"."""
    words = name.split("-")
    return {"-".join(words[:count]) for count in range(1, len(words) + 1)}


def rules_told(kasus: dict[str, Any]) -> set[str]:
    return {line.split("[")[1].split("]")[0] for line in kasus.get("temuan") or ()}


def rules_in_code() -> set[str]:
    """Return the names of all rules that the code can report."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (AKAR / "generator").rglob("*.py")]
    return {rule for tree in trees for node in ast.walk(tree) for rule in rules_at(node)}


def rules_at(node: ast.AST) -> list[str]:
    """Return the rule that a call, an assignment to ``kode`` or a mapping with that key names."""
    values: list[ast.expr] = []
    if isinstance(node, ast.Call):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        position = NAMES_A_RULE.get(called, len(node.args))
        values = node.args[position : position + 1]
    elif isinstance(node, ast.Assign):
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            values += [value for name, value in pairs if isinstance(name, ast.Name) and name.id == "kode"]
    elif isinstance(node, ast.Dict):
        values = [value for key, value in zip(node.keys, node.values, strict=True) if is_kode(key)]
    return [value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)]


def is_kode(key: ast.expr | None) -> bool:
    return isinstance(key, ast.Constant) and key.value == "kode"
