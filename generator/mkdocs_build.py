"""Run MkDocs from within: a production build into a fresh folder, or the live server."""

from __future__ import annotations

import gc
import logging
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.findings import Finding, InvalidContentError, count_galat
from generator.load.day import GivenDay
from generator.mkdocs_plugin import KolomPlugin
from generator.model.situs import Situs
from generator.settings import Workspace


class EngineError(Exception):
    """MkDocs or its configuration failed; the content is not to blame."""


@dataclass(frozen=True, slots=True)
class EngineResult:
    """The result of a production build."""

    folder: Path
    halaman: int
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    """What to tell the operator after a successful build."""
    situs: Situs
    """The settings that it was built with."""


def build_fresh(workspace: Workspace, given: GivenDay | None) -> EngineResult:
    """Build the whole site beside the old one and put it in its place once everything has succeeded.

    Args:
        workspace: the site's working space.
        given: the day to show, if one is asked for; over what mkdocs.yml says.

    Raises:
        InvalidContentError: the content has mistakes; the old site is untouched.
        EngineError: MkDocs failed; the old site is untouched.
    """
    config = _load(workspace)
    target = Path(config.site_dir)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, hence on the same file system, so that putting it in place is only a rename.
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        # mkdtemp lets only its owner in, but a web server must read the site.
        fresh.chmod(0o755)
        config.site_dir = str(fresh)
        plugin = _plugin(config)
        plugin.given = workspace
        if given:
            plugin.config.per_tanggal, plugin.config.satker = given.hari, given.satker
        _run(config, plugin)
        pages = sum(1 for _ in fresh.rglob("*.html"))
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    assert plugin.built, "a build without mistakes"  # noqa: S101 - else _run() has raised
    return EngineResult(target, pages, plugin.findings, plugin.notes, plugin.built.isi.situs)


def serve_live(workspace: Workspace, alamat: str) -> None:
    """Serve the site with live reload; mistakes in the content keep the last good pages up.

    Raises:
        EngineError: the configuration is broken, or the address is taken.
    """
    _log_to_stderr()
    try:
        serve(str(_config_file(workspace)), dev_addr=alamat)
    except (Abort, MkDocsException) as error:
        raise EngineError(str(error)) from error
    except OSError as error:
        msg = f"alamat {alamat} tidak dapat dipakai ({error.strerror}); pakai --alamat dengan gerbang lain"
        raise EngineError(msg) from error


@contextmanager
def _collect_rarely() -> Iterator[None]:
    """Look for garbage in circles a hundred times less often: nearly all that a build makes lives to its end."""
    usual = gc.get_threshold()
    gc.set_threshold(usual[0] * 100, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _run(config: MkDocsConfig, plugin: KolomPlugin) -> None:
    try:
        with _collect_rarely():
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    except (Abort, MkDocsException) as error:
        # MkDocs turns findings into the text of an Abort; the plugin still has them as they are.
        if count_galat(plugin.findings):
            raise InvalidContentError(plugin.findings) from None
        raise EngineError(str(error)) from error


def _load(workspace: Workspace) -> MkDocsConfig:
    _log_to_stderr()
    try:
        # Strict, and never with MkDocs' -q or -v, which hide warnings from it (MkDocs 1.6.1, its issues 4126 and 3991).
        return load_config(str(_config_file(workspace)), strict=True)
    except (Abort, MkDocsException) as error:
        raise EngineError(str(error)) from error
    except ValueError as error:  # a date that the calendar lacks is too much for PyYAML
        msg = f"mkdocs.yml tidak terbaca: {error}"
        raise EngineError(msg) from error


def _config_file(workspace: Workspace) -> Path:
    path = workspace.mkdocs
    if not path.exists():
        msg = f"mkdocs.yml tidak ada di {workspace.root}"
        raise EngineError(msg)
    return path


def _plugin(config: MkDocsConfig) -> KolomPlugin:
    plugin = config.plugins.get("kolom")
    if not isinstance(plugin, KolomPlugin):
        msg = "mkdocs.yml belum memasang plugin kolom"
        raise EngineError(msg)
    return plugin


def _swap(fresh: Path, target: Path) -> None:
    """Put the fresh folder in the target's place: two renames, the old one put back if the second fails."""
    if not target.exists():
        fresh.rename(target)
        return
    # Python has no portable exchange of two folders: between the two renames the site is away for an instant.
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-lama-", dir=target.parent)) / target.name
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _log_to_stderr() -> None:
    logger = logging.getLogger("mkdocs")
    # Only the mkdocs command sets up MkDocs' log, and kolom does not run it. Findings have stdout to themselves.
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
