"""The whole product in one function: data in, the site's files out. Knows no engine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.exports import build_daftar_sidik, build_exports, build_sidik
from generator.findings import Finding, InvalidContentError, count_galat
from generator.history import Riwayat
from generator.inspect import assess_years, check_addresses, check_records, find_private, official_mail
from generator.load.nama import hide_names
from generator.model.isi import Isi
from generator.output import OutputFile
from generator.pages import build_pages
from generator.render import Renderer
from generator.sections import SECTIONS
from generator.settings import Ruang
from generator.source import read_text
from generator.trace import read_riwayat
from generator.views.site import SiteMaterial, view_site


@dataclass(frozen=True, slots=True)
class Bangunan:
    """The result of a build: its files, and the warnings that did not stop it."""

    isi: Isi
    files: tuple[OutputFile, ...]
    findings: tuple[Finding, ...]


def build_site(
    ruang: Ruang, per_tanggal: date | None = None, *, berpaket: bool = True, bercari: bool = True
) -> Bangunan:
    """Return every file of the site that the content alone determines, ready for any engine.

    Args:
        ruang: the site's working space.
        per_tanggal: the day to show, over every other source of it.
        berpaket: whether finish() will make the proof packs; without it no page leads to one.
        bercari: whether finish() will make the search indexes; without them /cari/ leads to the index page.

    Raises:
        InvalidContentError: the content has mistakes; nothing may be published.
    """
    isi, findings = check_records(ruang, per_tanggal)
    if isi is None or count_galat(findings):
        raise InvalidContentError(findings)
    # Only after the checks, which compare names as printed with the decree and look at the fictitious office too.
    isi = shown(isi)
    penilaian, _ = assess_years(isi, Riwayat(ruang.akar), per_tanggal)
    riwayat = read_riwayat(ruang, isi)
    site = view_site(SiteMaterial(SECTIONS, isi, penilaian, riwayat, berpaket=berpaket, bercari=bercari))
    data = list(build_exports(site))
    # Of the published files, so that anybody can compute them too, and before the pages, which print them.
    sidik = {year.alamat: build_sidik(year, data) for year in site.years()}
    sisipan, faults = read_inserts(ruang)
    renderer = Renderer(ruang, site, sisipan)
    pages = list(build_pages(site, sidik))
    faults += tuple(check_addresses(ruang, pages))
    files = [renderer.render(page) for page in pages]
    files += [*data, *(build_daftar_sidik(year, sidik[year.alamat]) for year in site.years())]
    # The input has been searched already; once more in all that goes out, whichever way it came there.
    texts = ((file.uri, file.as_markdown()) for file in files if isinstance(file.content, str))
    faults += tuple(find_private(texts, official_mail(isi)))
    if faults:
        raise InvalidContentError(faults)
    return Bangunan(isi, tuple(files), findings)


def shown(isi: Isi) -> Isi:
    """Return the content as this site shows it: without the fictitious office and full names if so set."""
    offices = tuple(k for k in isi.kantor if isi.situs.tampilkan_contoh or not k.satker.contoh)
    return hide_names(Isi(isi.situs, isi.kosakata, offices))


def read_inserts(ruang: Ruang) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return the hand-written texts that generated pages include: _beranda.md and _tentang.md."""
    inserts = {"beranda": "", "tentang": ""}
    findings: list[Finding] = []
    for name in inserts:
        path = ruang.halaman / f"_{name}.md"
        if path.exists():
            text, faults = read_text(path, ruang.relative(path))
            inserts[name] = text or ""
            findings += faults
    return inserts, tuple(findings)
