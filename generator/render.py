"""Pages to Markdown: front matter, headings, and for everything else HTML blocks.

Python-Markdown returns such blocks byte for byte and every engine shows them alike. Data is escaped by Jinja;
in headings by text.heading. Nothing of the data is ever a template or Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import routes, text
from generator.model.situs import KataAsing
from generator.output import OutputFile
from generator.pages.context import Context, build_site_context
from generator.pages.frame import build_frame
from generator.pages.page import Page
from generator.settings import Workspace
from generator.views import SiteView
from generator.views.names import name_tahap

CONTEXT = "c"
"""What templates call their Context."""


class Renderer:
    """Turns pages into output files with the templates of theme/pages/."""

    def __init__(self, workspace: Workspace, site: SiteView, inserts: Mapping[str, str]) -> None:
        """Prepare the templates.

        Args:
            workspace: where the templates are.
            site: the site whose pages are rendered.
            inserts: hand-written Markdown that generated pages include, by name without underscore and ending.
        """
        self.env = build_environment(workspace.shipped("theme/pages"), site.kosakata.asing)
        self.site = build_site_context(site, inserts)

    def render(self, page: Page) -> OutputFile:
        """Return a page as an output file."""
        template = self.env.get_template(f"{page.template}.md.j2")
        body = template.render(page.data, **{CONTEXT: Context(self.site, page)})
        return OutputFile(routes.page_uri(page.alamat), body, build_frame(self.site, page).as_meta(), page.sumber)


def build_environment(folder: Path, asing: Iterable[KataAsing]) -> Environment:
    """Return the templates of a folder: they escape what they show and fail on a name that does not exist.

    Args:
        folder: where they are.
        asing: words of other languages, which pages mark so that screen readers pronounce them right.
    """
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        # A misspelt name must fail the build; by default it would print an empty text.
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "tanggal": text.format_tanggal,
        "bulan": text.format_bulan,
        "calon": text.format_calon,
        "baris": text.format_baris,
        "judul": text.format_heading,
        "daftar": text.format_daftar,
        "periode": text.format_periode,
        "pelaksanaan": text.format_pelaksanaan,
        "angka": text.format_angka,
        "ukuran": text.format_ukuran,
        "tahap": name_tahap,
        "kapital": text.capitalize,
        "asing": text.build_foreign_marker((word, one.bahasa) for one in asing for word in one.kata),
    }
    return env
