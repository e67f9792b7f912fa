"""What the repository says of itself to tools: packagers, catalogues of public code, pre-commit, git on Windows."""

from __future__ import annotations

import re
import shutil
import tomllib

import pytest
import yaml
from conftest import ROOT, commit, copy_workspace, git
from trove_classifiers import classifiers

from generator import __version__
from generator.cli import app
from generator.inspect import check_content
from generator.settings import Workspace

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PUBLICCODE = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

# Of the standard publiccode.yml 0.4: what must be there, and the values that a list of it allows.
MANDATORY = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType"),
    *("description", "legal", "maintenance", "localisation"),
}
OPTIONAL = {"softwareVersion", "releaseDate", "landingURL", "intendedAudience", "dependsOn"}
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
TYPES = {
    *("standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend"),
    *("standalone/other", "addon", "library", "configurationFiles"),
}
CATEGORIES = {"compliance-management", "content-management", "document-management", "website-builder"}
"""Those of the standard's list that could fit us."""


def test_publiccode_has_what_the_standard_demands():
    assert PUBLICCODE["publiccodeYmlVersion"] == "0.4"
    assert set(PUBLICCODE) >= MANDATORY
    assert set(PUBLICCODE) <= MANDATORY | OPTIONAL
    assert re.fullmatch(r"https://\S+", PUBLICCODE["url"])
    assert PUBLICCODE["developmentStatus"] in STATUSES
    assert PUBLICCODE["softwareType"] in TYPES
    assert PUBLICCODE["platforms"]
    assert set(PUBLICCODE["categories"]) <= CATEGORIES
    assert PUBLICCODE["categories"]
    assert PUBLICCODE["maintenance"]["type"] == "community"
    assert all(contact["name"] for contact in PUBLICCODE["maintenance"]["contacts"])
    assert isinstance(PUBLICCODE["localisation"]["localisationReady"], bool)
    assert PUBLICCODE["localisation"]["availableLanguages"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_publiccode_describes_us_within_its_bounds(language):
    words = PUBLICCODE["description"][language]
    assert 0 < len(words["shortDescription"]) <= 150
    assert 150 <= len(words["longDescription"]) <= 10_000
    assert words["features"]


def test_publiccode_the_package_and_the_licence_agree():
    owner = PUBLICCODE["legal"]["mainCopyrightOwner"]
    assert owner in (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()[2]
    assert PROJECT["authors"] == [{"name": owner}]
    assert PUBLICCODE["legal"]["license"] == PROJECT["license"]
    python = next(one for one in PUBLICCODE["dependsOn"]["open"] if one["name"] == "Python")
    assert PROJECT["requires-python"] == f">={python['versionMin']}"
    assert PROJECT["version"] == __version__


def test_the_package_is_classified_in_words_that_exist():
    assert set(PROJECT["classifiers"]) <= classifiers
    assert PROJECT["keywords"] == sorted(PROJECT["keywords"])


def test_pre_commit_runs_a_command_that_exists_when_content_changes():
    [hook] = HOOKS
    script, verb = hook["entry"].split()
    assert script in PROJECT["scripts"]
    assert verb in {command.callback.__name__ for command in app.registered_commands}
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    changed = ["content/data/x/satker.yml", "site_config/situs.yml", "README.md", "generator/content/x.py"]
    assert [name for name in changed if re.search(hook["files"], name)] == changed[:2]


@pytest.mark.parametrize("attributes", [True, False], ids=["with-attributes", "without"])
def test_a_checkout_of_windows_has_no_false_findings(tmp_path, monkeypatch, attributes):
    """Without our .gitattributes the fingerprints of evidence would differ, which shows that this test can fail."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    source = copy_workspace(tmp_path / "sumber").root
    if attributes:
        shutil.copyfile(ROOT / ".gitattributes", source / ".gitattributes")
    commit(source)
    git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", str(source), "windows")
    findings = check_content(Workspace(tmp_path / "windows"))[1]
    assert {finding.code for finding in findings} == (set() if attributes else {"sidik"})


def test_evidence_of_any_kind_keeps_its_bytes_in_git(tmp_path):
    shutil.copyfile(ROOT / ".gitattributes", tmp_path / ".gitattributes")
    evidence = tmp_path / "content/data/kpu-x/2022/berkas/rekap.csv"
    evidence.parent.mkdir(parents=True)
    evidence.write_bytes(b"a,b\r\n1,2\r\n")
    commit(tmp_path)
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", ".", "salinan")
    assert (tmp_path / "salinan" / evidence.relative_to(tmp_path)).read_bytes() == b"a,b\r\n1,2\r\n"
