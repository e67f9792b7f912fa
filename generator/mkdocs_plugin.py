"""The MkDocs plugin: hands the generated files to MkDocs and decides nothing itself.

A finding must be raised in on_pre_build, because MkDocs empties the old site right after it. Under ``serve`` a
finding never raises: the last good files stay, and /galat/ shows what is wrong.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import routes
from generator.build import SiteBuild, build_site
from generator.findings import Finding, InvalidContentError, as_text
from generator.findings_page import render_findings
from generator.finish import PagefindError, find_pagefind, finish
from generator.hosting.headers import PAGE_POLICY
from generator.load.day import InvalidDayError, read_day, read_given
from generator.load.files import PAGES, may_publish
from generator.output import OutputFile
from generator.settings import DATA, Workspace, find_workspace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

logger = logging.getLogger("mkdocs.plugins.kolom")
_WITHOUT_PAGEFIND = "Pagefind tidak ada, jadi situs ini tanpa pencarian; halaman Cari menunjuk ke Indeks"


class Day(BaseConfigOption[date]):
    """A day in mkdocs.yml: a date of YAML, or its text."""

    def run_validation(self, value: object) -> date:
        """Return the day.

        Raises:
            Abort: it is none. MkDocs would wrap a ValidationError into English, and print a ConfigurationError
                with a traceback when it comes up while serving.
        """
        try:
            return read_day(value)
        except InvalidDayError as error:
            msg = f"mkdocs.yml: plugins: kolom: per_tanggal: {error}"
            raise Abort(msg) from None


class KolomConfig(Config):  # type: ignore[no-untyped-call] # mkdocs leaves it untyped
    """The plugin's options in mkdocs.yml."""

    per_tanggal = config_options.Optional(Day())
    """The day to show; ``kolom bangun --per-tanggal`` goes over it."""
    satker = config_options.Optional(config_options.Type(str))
    """The office whose every year is shown on that day, over what the years themselves say."""


class KolomPlugin(BasePlugin[KolomConfig]):  # type: ignore[no-untyped-call] # mkdocs leaves it untyped
    """Loads, checks and derives before the build; hands over files; finishes the site after it."""

    def __init__(self) -> None:
        self.given: Workspace | None = None
        """The working space, if ``kolom`` has found it already; else it is searched for beside mkdocs.yml."""
        self.workspace: Workspace
        self.built: SiteBuild | None = None
        self.findings: tuple[Finding, ...] = ()
        self.serving = False
        self.pagefind: Path | None = None
        self.notes: tuple[str, ...] = ()
        """What to tell the operator after a successful build."""
        self.meta: dict[str, dict[str, Any]] = {}
        """The front matter of each generated page, by its file."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs' signature
        """Note whether the site is being served."""
        self.serving = command == "serve"
        if self.serving:
            return  # an index of pages that change at each key press would only make saving slow
        self.pagefind = find_pagefind()
        if self.pagefind is None:
            self.notes = (_WITHOUT_PAGEFIND,)
            logger.info(_WITHOUT_PAGEFIND)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the working space and put our theme in front of Material's."""
        workspace = self.given or find_workspace(Path(config.config_file_path).parent)
        if workspace is None:
            msg = f"kolom: folder {DATA} tidak ditemukan di samping mkdocs.yml"
            raise ConfigurationError(msg)
        self.workspace = workspace
        overrides = str(workspace.shipped("theme/overrides"))
        if overrides not in config.theme.dirs:
            config.theme.dirs.insert(0, overrides)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make every file in memory, or stop while the old site is still whole."""
        try:
            given = read_given(self.workspace, self.config.per_tanggal, self.config.satker)
        except InvalidDayError as error:
            msg = f"mkdocs.yml: plugins: kolom: satker: {error}"
            raise Abort(msg) from None
        try:
            self.built = build_site(self.workspace, given, with_search=self.pagefind is not None)
            self.findings = self.built.findings
        except InvalidContentError as error:
            self.findings = error.findings
            if not self.serving:
                raise Abort(as_text(error.findings)) from None
            logger.warning("Isi belum benar; situs terakhir yang baik tetap disajikan.\n%s", as_text(error.findings))
        # Served content that had mistakes from the start: there is nothing to show but the findings.
        if self.built is None:
            return
        situs = self.built.isi.situs
        config.site_name = situs.nama
        config.site_description = situs.deskripsi
        config.site_url = situs.absolute("") or ""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take hand-written pages that may be published, add the generated files, and set the nav."""
        # MkDocs 1.6 copies whatever is in docs_dir and follows symbolic links out of it.
        for file in list(files):
            if file.generated_by is None and not _published(file, Path(config.docs_dir)):
                files.remove(file)
        hubs = {routes.page_uri(address) for _, address in routes.HUBS}
        outputs = self._outputs()
        self.meta = {output.uri: output.meta for output in outputs if output.meta is not None}
        for output in outputs:
            level = InclusionLevel.INCLUDED if output.uri in hubs else InclusionLevel.NOT_IN_NAV
            files.append(_handed_over(config, output, level))
        # A page in the nav is printed into every other: 1,000 pages took 43 s and 278 MB, outside it 4 s and 20 MB.
        for file in files.documentation_pages():
            if file.src_uri not in hubs:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        config.nav = [
            {title: routes.page_uri(address)}
            for title, address in routes.HUBS
            if files.get_file_from_path(routes.page_uri(address))
        ]
        return files

    def _outputs(self) -> list[OutputFile]:
        outputs = list(self.built.files) if self.built else []
        if self.serving and self.findings:
            # What is served is the last good build, and an evidence file of it may be gone by now.
            outputs = [file for file in outputs if not isinstance(file.content, Path) or file.content.exists()]
            outputs.append(render_findings(self.findings))
        return outputs

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape by default: MkDocs renders titles and descriptions raw (its issue 1822)."""
        env.autoescape = True
        env.globals["kolom_galat"] = bool(self.serving and self.findings)
        if not self.serving:  # MkDocs' live reload is an inline script
            config.extra["csp"] = PAGE_POLICY
        config.extra["halaman"] = [name for name in PAGES if files.get_file_from_path(f"{name}.md")]
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Give a generated page its front matter as the value that it is; written out, MkDocs would read it as YAML."""
        page.meta = {**page.meta, **self.meta.get(page.file.src_uri, {})}
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Mark the page's own HTML as such, and the escaped titles of its headings."""
        for item in page.toc:
            _mark_toc(item)
        return Markup(html)  # noqa: S704 - Markdown's output is HTML

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Do everything that needs the finished HTML; the same function as ``kolom bangun``."""
        htaccess = bool(self.built and self.built.isi.situs.htaccess)
        alamat = config.site_url or None
        try:
            finish(Path(config.site_dir), alamat=alamat, pagefind=self.pagefind, htaccess=htaccess)
        except PagefindError as error:
            raise PluginError(str(error)) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ARG002, ANN401 - MkDocs' signature
        """Watch the data, the settings and the templates too."""
        for path in (self.workspace.data, self.workspace.config, self.workspace.shipped("theme")):
            if path.exists():
                server.watch(str(path))
        return server


def _handed_over(config: MkDocsConfig, output: OutputFile, level: InclusionLevel) -> File:
    """Return a file as MkDocs takes it: text, bytes, or the place of a file to copy."""
    if isinstance(output.content, Path):
        return File.generated(config, output.uri, abs_src_path=str(output.content), inclusion=level)
    content = output.content
    if output.meta is None and isinstance(content, str):
        # Only pages go as text: MkDocs would write other texts with the line ends of the machine.
        content = content.encode()
    return File.generated(config, output.uri, content=content, inclusion=level)


def _published(file: File, docs_dir: Path) -> bool:
    """Return whether MkDocs may publish a file that it found; files of the theme always may."""
    source = Path(file.abs_src_path) if file.abs_src_path else None
    return source is None or not source.is_relative_to(docs_dir) or may_publish(source, docs_dir)


def _mark_toc(item: Any) -> None:  # noqa: ANN401 - an AnchorLink
    item.title = Markup(item.title)  # noqa: S704 - Markdown has escaped it
    for child in item.children:
        _mark_toc(child)
