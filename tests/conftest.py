"""Fixtures that several test modules share. Only the fictitious office is read, and only as a copy."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from server import serve

from generator import render
from generator.build import build_site
from generator.history import History
from generator.inspect import assess_years, check_content
from generator.load import load_kosakata
from generator.load.day import GivenDay
from generator.mkdocs_build import build_fresh
from generator.model.isi import Isi, Kosakata, Tahun
from generator.model.perubahan import RiwayatTahun
from generator.output import OutputFile
from generator.progress import Penilaian
from generator.sections import SECTIONS
from generator.settings import Workspace
from generator.views import SiteView, YearView
from generator.views.site import SiteMaterial, build_site_view

ROOT = Path(__file__).parent.parent
KANTOR_CONTOH = "content/data/kpu-kabupaten-contoh"
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# How many examples a property is tried with: ``make test``, and ``make uji-panjang`` by --hypothesis-profile=panjang.
settings.register_profile("biasa", max_examples=100, deadline=None)
settings.register_profile("panjang", max_examples=2000, deadline=None)
settings.load_profile("biasa")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that write what is expected anew."""
    parser.addoption("--tulis-golden", action="store_true", help="write the golden pages anew")
    parser.addoption("--tulis-salah", action="store_true", help="write the expected lines of the cases in tests/salah")


def copy_workspace(folder: Path) -> Workspace:
    """Return a working space of its own: the fictitious office, the pages, the settings."""
    for name in (KANTOR_CONTOH, "content/halaman"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("site_config/situs.yml", "mkdocs.yml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return Workspace(folder)


def copy_space(workspace: Path, folder: Path) -> Path:
    """Copy a working space with its history, not what was built from it, and return the copy."""
    return shutil.copytree(workspace, folder, ignore=shutil.ignore_patterns("site", ".cache"))


def give(day: date | None) -> GivenDay | None:
    """Return a day as it is asked for of the fictitious office, whose years have days of their own."""
    return GivenDay(day, Path(KANTOR_CONTOH).name) if day else None


def build(workspace: Workspace, day: date | None = None) -> Path:
    """Build a site as the command does, in this process, and return its folder."""
    return build_fresh(workspace, give(day)).folder


def make_real(office: Path) -> None:
    """Make the fictitious office pass for a real one: nothing in its files tells that it is not."""
    pairs = (("contoh: ya\n", ""), ("contoh.invalid", "kab-uji.kpu.go.id"), ("9999", "5399"), (" Contoh", " Uji"))
    for path in (*office.rglob("*.yml"), *office.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def build_situs(folder: Path, *setelan: str, real: bool = False) -> Path:
    """Build the fictitious office's site with a history and some more settings, and return its folder.

    Args:
        folder: where the working space goes.
        setelan: lines for situs.yml.
        real: whether the office passes for a real one.
    """
    workspace = copy_workspace(folder)
    with workspace.site_settings.open("a", encoding="utf-8") as settings:
        settings.writelines(f"\n{line}\n" for line in setelan)
    if real:
        make_real(folder / KANTOR_CONTOH)
    commit(folder)
    return build(workspace)


def build_with_change(folder: Path) -> None:
    """Build the fictitious office's site with a change of its plan in its history."""
    workspace = copy_workspace(folder)
    plan = folder / KANTOR_CONTOH / "2022/rb/manajemen-perubahan.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("bulan: [2], keadaan: pasti", "bulan: [3], keadaan: pasti", 1), encoding="utf-8")
    commit(folder)
    plan.write_text(text, encoding="utf-8")
    commit(folder)
    build(workspace)


def make_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that is made once in a run, whichever of its processes needs it first."""
    # Each worker of xdist has a folder of its own inside that of the run.
    shared = factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else factory.getbasetemp()
    folder, ready = shared / name, shared / f"{name}.ready"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what a process that failed has left
            make(folder)
            ready.touch()
    return folder


def state_of(folder: Path) -> set[tuple[Path, int, int]]:
    """Return what tells that no file of a folder was written, added or removed."""
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {(path, stat.st_size, stat.st_mtime_ns) for path, stat in found}


def view(isi: Isi, states: Mapping[str, Penilaian], history: Mapping[str, RiwayatTahun] | None = None) -> SiteView:
    """Return what a site tells of some content."""
    return build_site_view(SiteMaterial(SECTIONS, isi, states, history or {}))


def view_workspace(
    workspace: Workspace, day: date | None, history: Mapping[str, RiwayatTahun] | None = None
) -> SiteView:
    """Return what the site of a working space tells on a day; its content has no mistakes."""
    isi, findings = check_content(workspace, give(day))
    assert isi is not None, findings
    return view(isi, assess_years(isi, History(workspace.root), give(day))[0], history)


def year_of(site: SiteView, tahun: Tahun | int) -> YearView:
    """Return the view of a year: of the very record, or the first of that number."""
    return next(year for year in site.years() if year.tahun is tahun or year.tahun.tahun == tahun)


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular, whatever this machine's own settings say, and return what it prints."""
    nobody = {f"GIT_{who}_{what}": "x@contoh.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=os.environ | nobody | alone, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    """Put all of a folder into git, in a repository of its own where there is none, and return the commit."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "simpan")
    return git(folder, "rev-parse", "HEAD")


class Compiled(BytecodeCache):
    """Keeps templates as they were compiled, in memory."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.held:
            bucket.bytecode_from_string(self.held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.held[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Compiles each template once in a run: tests build a hundred sites with the same ones."""
    build, held = render.build_environment, Compiled()

    def build_environment(*arguments) -> Environment:
        env = build(*arguments)
        env.bytecode_cache = held
        return env

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(render, "build_environment", build_environment)
        yield


@pytest.fixture
def example_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A working space of its own, to be broken at will; no date comes from outside."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return copy_workspace(tmp_path)


@pytest.fixture(scope="session")
def situs_contoh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The fictitious office's site, built once in a run, in its working space; whoever alters it copies it."""
    site = make_once(tmp_path_factory, "ruang-contoh", build_with_change) / "site"
    before = state_of(site)
    yield site
    assert state_of(site) == before, "a test has altered the site that all share"


@pytest.fixture(scope="session")
def alamat(situs_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the fictitious office's site, served in a folder whose name holds a space."""
    www = tmp_path_factory.mktemp("www")
    (www / "sub folder").symlink_to(situs_contoh, target_is_directory=True)
    with serve(www) as url:
        yield f"{url}sub%20folder/"


@pytest.fixture(scope="session")
def berkas_contoh(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, OutputFile]]:
    """What ``build_site`` gives of the unaltered fictitious office, without a history, on a day."""
    workspace = copy_workspace(tmp_path_factory.mktemp("ruang"))
    built: dict[date | None, dict[str, OutputFile]] = {}

    def on(day: date | None = None) -> dict[str, OutputFile]:
        if day not in built:
            built[day] = {file.uri: file for file in build_site(workspace, give(day)).files}
        return built[day]

    return on


@pytest.fixture(scope="session")
def kosakata() -> Kosakata:
    """The vocabularies that the tool ships."""
    return load_kosakata(Workspace(ROOT))


@pytest.fixture(scope="session")
def browser():
    """The system's own Chromium; one for the whole run, since Playwright allows no second beside it."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only for the tests that need it

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()
