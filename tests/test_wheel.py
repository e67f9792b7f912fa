"""The wheel, installed in an empty environment, builds a repository that holds only content."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from conftest import ROOT, copy_workspace
from links import check_site

pytestmark = pytest.mark.wadah


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """An environment that holds the wheel and its locked requirements, nothing of this clone."""
    folder = tmp_path_factory.mktemp("wadah")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    wheel = next(folder.glob("*.whl"))
    venv.create(folder / "env", with_pip=True)
    pip = (folder / "env/bin/python", "-m", "pip", "install", "--quiet", "--no-deps")
    done = run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    assert done.returncode == 0, done.stderr
    done = run(*pip, wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "env/bin"


def test_wheel_builds_a_content_only_repository(installed, tmp_path):
    workspace = copy_workspace(tmp_path / "kantor saya").root
    assert sorted(path.name for path in workspace.iterdir()) == ["content", "mkdocs.yml", "site_config"]
    done = run(installed / "kolom", "bangun", cwd=workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(check_site(workspace / "site")) == []
    assert (workspace / "site/kpu-kabupaten-contoh/2022/rb/index.html").is_file()


def test_doctor_is_content_with_the_wheel(installed, tmp_path):
    workspace = copy_workspace(tmp_path).root
    done = run(installed / "kolom", "dokter", cwd=workspace)
    assert done.returncode == 0, done.stdout
    assert "bawaan/theme/pages" in done.stdout


def test_wheel_carries_theme_and_vocabularies_but_no_content(installed):
    package = next(installed.parent.glob("lib/python*/site-packages/generator"))
    assert (package / "bawaan/theme/overrides/main.html").is_file()
    assert (package / "bawaan/site_config/status.yml").is_file()
    assert not list(package.rglob("satker.yml"))
