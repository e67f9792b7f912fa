"""The whole product in one function: data in, the site's files out. Knows no engine."""

from __future__ import annotations

from dataclasses import dataclass

from generator.changes.trace import read_changes
from generator.exports import build_exports, build_fingerprint_list, build_fingerprints
from generator.findings import Finding, InvalidContentError, count_galat
from generator.history import History
from generator.inspect import (
    assess_years,
    check_addresses,
    check_records,
    find_office_days,
    find_private,
    list_official_mail,
)
from generator.load.day import GivenDay
from generator.load.names import hide_names
from generator.model.isi import Isi
from generator.output import OutputFile
from generator.pages import build_pages
from generator.render import Renderer
from generator.sections import SECTIONS
from generator.settings import Workspace
from generator.source import read_text
from generator.views.site import SiteMaterial, SiteView, build_site_view


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """The result of a build: its files, and the warnings that did not stop it."""

    isi: Isi
    files: tuple[OutputFile, ...]
    findings: tuple[Finding, ...]


def build_site(
    workspace: Workspace, given: GivenDay | None = None, *, with_packs: bool = True, with_search: bool = True
) -> SiteBuild:
    """Return every file of the site that the content alone determines, ready for any engine.

    Args:
        workspace: the site's working space.
        given: the day to show, if one is asked for.
        with_packs: whether finish() will make the proof packs; without it no page leads to one.
        with_search: whether finish() will make the search indexes; without them /cari/ leads to the index page.

    Raises:
        InvalidContentError: the content has mistakes; nothing may be published.
    """
    isi, findings = check_records(workspace, given)
    if isi is None or count_galat(findings):
        raise InvalidContentError(findings)
    # Only after the checks, which compare names as printed with the decree and look at the fictitious office too.
    isi = select_shown(isi)
    site = _view(workspace, isi, given, with_packs=with_packs, with_search=with_search)
    data = list(build_exports(site))
    # Of the published files, so that anybody can compute them too, and before the pages, which print them.
    sidik = {year.alamat: build_fingerprints(year, data) for year in site.years()}
    inserts, faults = read_inserts(workspace)
    renderer = Renderer(workspace, site, inserts)
    pages = list(build_pages(site, sidik))
    faults += tuple(check_addresses(workspace, pages))
    files = [renderer.render(page) for page in pages]
    files += [*data, *(build_fingerprint_list(year, sidik[year.alamat]) for year in site.years())]
    # The input has been searched already; once more in all that goes out, whichever way it came there.
    texts = ((file.uri, file.as_markdown()) for file in files if isinstance(file.content, str))
    faults += tuple(find_private(texts, list_official_mail(isi)))
    if faults:
        raise InvalidContentError(faults)
    return SiteBuild(isi, tuple(files), findings)


def _view(workspace: Workspace, isi: Isi, given: GivenDay | None, *, with_packs: bool, with_search: bool) -> SiteView:
    history = History(workspace.root)
    penilaian, _ = assess_years(isi, history, given)
    material = SiteMaterial(
        SECTIONS,
        isi,
        penilaian,
        read_changes(workspace, isi),
        find_office_days(isi, history, given),
        with_packs=with_packs,
        with_search=with_search,
    )
    return build_site_view(material)


def select_shown(isi: Isi) -> Isi:
    """Return the content as this site shows it: without the fictitious office and full names if so set."""
    offices = tuple(k for k in isi.kantor if isi.situs.tampilkan_contoh or not k.satker.contoh)
    return hide_names(Isi(isi.situs, isi.kosakata, offices))


def read_inserts(workspace: Workspace) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return the hand-written texts that generated pages include: _beranda.md and _tentang.md."""
    inserts = {"beranda": "", "tentang": ""}
    findings: list[Finding] = []
    for name in inserts:
        path = workspace.handwritten / f"_{name}.md"
        if path.exists():
            text, faults = read_text(path, workspace.relative(path))
            inserts[name] = text or ""
            findings += faults
    return inserts, tuple(findings)
