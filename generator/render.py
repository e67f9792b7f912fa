"""Pages to Markdown: front matter, headings, and for everything else HTML blocks.

Python-Markdown returns such blocks byte for byte and every engine shows them alike. Data is escaped by Jinja;
in headings by text.heading. Nothing of the data is ever a template or Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator import routes, text
from generator.model.situs import KataAsing
from generator.pages.context import Context, build_site_context
from generator.pages.frame import build_frame
from generator.pages.page import Bahan, Page, nama_tahap
from generator.settings import Ruang


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site before an engine sees it."""

    uri: str
    """Path below the site's root; a page ends in index.md."""
    content: str | bytes | Path
    """A page's body without front matter, or the whole content of any other file; a Path is copied as it is."""
    meta: dict[str, Any] | None = None
    """Front matter of a page; None for other files."""
    source: tuple[str, ...] = ()
    """The data files that it is made from."""

    def as_markdown(self) -> str:
        """Return a page with its front matter, or the content of any other text."""
        assert isinstance(self.content, str), self.uri  # noqa: S101 - only texts are asked for
        return self.content if self.meta is None else text.front_matter(self.meta) + self.content


CONTEXT = "c"
"""What templates call their Context."""


class Renderer:
    """Turns pages into output files with the templates of theme/pages/."""

    def __init__(self, ruang: Ruang, bahan: Bahan, sisipan: Mapping[str, str]) -> None:
        """Prepare the templates.

        Args:
            ruang: where the templates are.
            bahan: what the pages are made from.
            sisipan: hand-written Markdown that generated pages include, by name without underscore and ending.
        """
        self.env = build_environment(ruang.shipped("theme/pages"), bahan.isi.kosakata.asing)
        self.site = build_site_context(bahan, sisipan)

    def render(self, page: Page) -> OutputFile:
        """Return a page as an output file."""
        template = self.env.get_template(f"{page.templat}.md.j2")
        body = template.render(page.data, **{CONTEXT: Context(self.site, page)})
        return OutputFile(routes.page_uri(page.alamat), body, build_frame(self.site, page).as_meta(), page.sumber)


def build_environment(folder: Path, asing: Iterable[KataAsing]) -> Environment:
    """Return the templates of a folder: they escape what they show and fail on a name that does not exist.

    Args:
        folder: where they are.
        asing: words of other languages, which pages mark for those who hear them.
    """
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {
        "tanggal": text.format_tanggal,
        "bulan": text.format_bulan,
        "baris": text.format_baris,
        "judul": text.heading,
        "daftar": text.format_daftar,
        "periode": text.format_periode,
        "pelaksanaan": text.format_pelaksanaan,
        "angka": text.format_angka,
        "ukuran": text.format_ukuran,
        "tahap": nama_tahap,
        "kapital": text.capital,
        "asing": text.foreign_marker((word, one.bahasa) for one in asing for word in one.kata),
    }
    return env
