"""All findings about the content in one list: from reading it, from its rules and from its addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from generator import routes
from generator.checks import check
from generator.checks.leftovers import find_leftovers
from generator.checks.names import check_names
from generator.checks.sejak import check_sejak
from generator.checks.weaker import check_weaker
from generator.findings import Finding, Place, count_galat, sort_findings
from generator.history import History
from generator.history.commits import PER_TANGGAL, PER_TANGGAL_BARU, PER_TANGGAL_DEPAN
from generator.load import load_isi
from generator.load.day import GivenDay
from generator.load.files import ALAMAT_GANDA, find_page_uri, may_publish, read_raw_texts
from generator.load.names import build_name_hider
from generator.load.raw import (
    LOG_FILE,
    PLAN_FILE,
    read_current_log,
    read_current_plans,
    read_former_log,
    read_former_plans,
)
from generator.model.isi import Isi, Kosakata, Tahun
from generator.pages import build_pages
from generator.pages.page import Page
from generator.privacy import DATA_PRIBADI, NAMA_DALAM_PDF, find_personal
from generator.progress import Penilaian, assess
from generator.sections import SECTIONS
from generator.settings import Workspace
from generator.source import LARGEST_FILE
from generator.text import format_tanggal
from generator.views.site import SiteMaterial, build_site_view

_TAKEN = ("data/", "assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Where the open data and the theme's own files stand."""


def check_content(
    workspace: Workspace, given: GivenDay | None = None, kosakata: Kosakata | None = None
) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content and every finding of reading and checking it, in order.

    Args:
        workspace: the site's working space.
        given: the day to judge it on, if one is asked for.
        kosakata: its vocabularies, where they have been read already.
    """
    isi, findings = check_records(workspace, given, kosakata)
    if isi is None or count_galat(findings):
        return isi, findings
    # Which pages there are follows from the data alone, so neither names nor the history matter here.
    states, _ = assess_years(isi, History(workspace.root), given)
    pages = build_pages(build_site_view(SiteMaterial(SECTIONS, isi, states, {})), {})
    return isi, sort_findings((*findings, *check_addresses(workspace, pages)))


def check_records(
    workspace: Workspace, given: GivenDay | None = None, kosakata: Kosakata | None = None
) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content and its findings in order, except about addresses, which a build checks on its pages."""
    isi, findings = load_isi(workspace, kosakata)
    # Raw text, not the records: comments, unknown keys and broken files can hold personal data too.
    texts = tuple(read_raw_texts(workspace))
    findings = (*findings, *find_private(chain(texts, _pdf_texts(isi)), list_official_mail(isi)))
    if isi is not None:
        findings = (*findings, *find_leftovers(texts, _real_folders(isi)))
        history = History(workspace.root)
        _, undated = assess_years(isi, history, given)
        findings = (*findings, *check(isi), *undated, *check_days(isi, history))
        findings = (*findings, *check_names(isi), *find_names_in_pdf(isi))
    return isi, sort_findings(findings)


def assess_years(
    isi: Isi, history: History, given: GivenDay | None
) -> tuple[dict[str, Penilaian], tuple[Finding, ...]]:
    """Return the state of every year, and a finding for each whose day cannot be known."""
    states, findings = {}, []
    for tahun in isi.semua_tahun():
        # Never the clock: a commit must give the same site on any day.
        day = _given_day(tahun, given) or tahun.setelan.per_tanggal or history.per_tanggal(tahun.folder)
        if day is None:
            place = Place(f"{tahun.folder}/tahun.yml")
            sebab, obat = history.explain_undated()
            message = f"tanggal keadaan data tidak diketahui: {sebab}"
            suggestion = f"{obat}, atau isi per_tanggal, atau pakai --per-tanggal"
            findings.append(Finding(place, PER_TANGGAL, message, suggestion))
        else:
            states[routes.tahun(tahun)] = assess(tahun, day)
    return states, tuple(findings)


def _given_day(tahun: Tahun, given: GivenDay | None) -> date | None:
    """Return the given day if it is meant for a year: an archived one keeps its own, unless its office is named."""
    if given is None or not given.concerns(tahun.satker.kode):
        return None
    return given.hari if given.satker or not tahun.setelan.per_tanggal else None


def find_office_days(isi: Isi, history: History, given: GivenDay | None) -> dict[str, date]:
    """Return the day that decides which year of an office runs, by its kode: the given one, else of its last commit.

    Only of an office with several years; and of none whose history is not known.
    """
    days = {}
    for kantor in isi.kantor:
        if len(kantor.tahun) > 1:
            meant = given is not None and given.concerns(kantor.satker.kode)
            folder = str(PurePosixPath(kantor.tahun[0].folder).parent)
            day = given.hari if given and meant else history.per_tanggal(folder)
            if day is not None:
                days[kantor.satker.kode] = day
    return days


def check_days(isi: Isi, history: History) -> Iterator[Finding]:
    """Yield a finding for each year whose own day lies ahead of what its content can know."""
    dated = [tahun.setelan for tahun in isi.semua_tahun() if tahun.setelan.was_read and tahun.setelan.per_tanggal]
    today = history.find_today() if dated else None
    for setelan in dated:
        if today is None or setelan.per_tanggal is None or setelan.per_tanggal <= today[0]:
            continue
        place, (day, source) = setelan.place("per_tanggal"), today
        message = f"per_tanggal {format_tanggal(setelan.per_tanggal)} melampaui {source}, {format_tanggal(day)}"
        if history.is_saved(place.file):
            yield Finding(place, PER_TANGGAL_DEPAN, message, "tulis hari yang sudah lewat, atau hapus per_tanggal")
        else:
            yield Finding(place, PER_TANGGAL_BARU, message, "simpan (git commit) pada hari itu atau sesudahnya")


def check_addresses(workspace: Workspace, pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a finding where two sources share an address: an engine would publish one of them without a word."""
    owners: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        # Compared without case: Windows and macOS would put both into one folder.
        owners[routes.page_uri(page.alamat).casefold()].append(page.sumber[0] if page.sumber else "kolom")
    for path in sorted(workspace.handwritten.rglob("*")):
        if path.is_file() and may_publish(path, workspace.handwritten):
            owners[find_page_uri(path, workspace.handwritten).casefold()].append(workspace.relative(path))
    for uri, rivals in owners.items():
        place = Place(next((rival for rival in reversed(rivals) if rival != "kolom"), uri))
        if len(rivals) > 1:
            message = f"dua isi untuk satu alamat {uri}: {' dan '.join(dict.fromkeys(rivals))}"
            yield Finding(place, ALAMAT_GANDA, message, "ganti nama atau kode salah satunya")
        elif uri.startswith(_TAKEN):
            message = f"alamat {uri} dipakai situs untuk berkas lain"
            yield Finding(place, ALAMAT_GANDA, message, "ganti nama atau kodenya")


def find_private(texts: Iterable[tuple[str, str]], official: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each personal number and private mail address in the texts, however disguised."""
    allowed = tuple(official)
    for name, text in texts:
        for found in find_personal(text, allowed):
            yield Finding(
                Place(name, found.line, found.column),
                DATA_PRIBADI,
                f"ada {found.kind}; data pribadi tidak boleh terbit (UU 27/2022)",
                "hapus, juga dari riwayat git bila sudah terkirim",
            )


def find_names_in_pdf(isi: Isi) -> Iterator[Finding]:
    """Yield a finding for each PDF that tells a name which the site shows as initials, or may tell one unread."""
    setelan = isi.situs.tampilkan_nama
    for kantor in isi.kantor if setelan != "semua" else ():
        hide = build_name_hider(kantor, setelan)
        for tahun in kantor.tahun:
            named = {keputusan.berkas for keputusan in tahun.keputusan}
            for berkas in tahun.berkas_bukti.values():
                suggestion = "hitamkan namanya dan perbarui sidiknya; naskah keputusan dapat diganti tautan ke JDIH"
                if berkas.teks and hide(berkas.teks) != berkas.teks:
                    message = f"PDF ini memuat nama, padahal situs.yml: tampilkan_nama: {setelan}"
                    yield Finding(Place(berkas.berkas), NAMA_DALAM_PDF, message, suggestion)
                elif berkas.nama in named and not (berkas.teks or "").strip():
                    message = f"PDF ini tidak berteks, jadi namanya tidak dapat diperiksa (tampilkan_nama: {setelan})"
                    yield Finding(Place(berkas.berkas), NAMA_DALAM_PDF, message, suggestion)


def list_official_mail(isi: Isi | None) -> tuple[str, ...]:
    """Return the mail addresses that the offices and the site name as their own."""
    if isi is None:
        return ()
    channels = [kanal.surel for kantor in isi.kantor for kanal in kantor.satker.kanal]
    return tuple(filter(None, (*channels, isi.situs.kontak)))


def _real_folders(isi: Isi) -> Iterator[str]:
    """Yield the folder of each office that is not fictitious."""
    for kantor in isi.kantor:
        satker = kantor.satker
        if satker.was_read and not satker.contoh and not satker.is_faulty("contoh"):
            yield satker.place().file.rpartition("/")[0]


def _pdf_texts(isi: Isi | None) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each PDF among the evidence."""
    for tahun in isi.semua_tahun() if isi else ():
        yield from ((berkas.berkas, berkas.teks) for berkas in tahun.berkas_bukti.values() if berkas.teks)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of comparing today's log and plans with those of a commit."""

    commit: str
    """The beginning of its hash."""
    count: int
    """How many entries it had."""
    baris: int
    """How many rows of plans it had."""
    findings: tuple[Finding, ...]


def compare_since(workspace: Workspace, commit: str) -> Comparison:
    """Return what has been changed or removed in the log since a commit, and what has become weaker in the plans.

    Raises:
        UnknownCommitError: there is no such commit to look into.
    """
    history = History(workspace.root)
    full = history.find_commit(commit)
    short = full[:8]  # never nine digits, which a finding would mask
    folder = workspace.relative(workspace.data)
    former = read_former_log(history.read_files(full, folder, LOG_FILE, LARGEST_FILE))
    plans = read_former_plans(history.read_files(full, folder, PLAN_FILE, LARGEST_FILE))
    findings = (
        *check_sejak(former, read_current_log(workspace), short),
        *check_weaker(plans, read_current_plans(workspace), short),
    )
    return Comparison(short, len(former.entri), len(plans.baris), sort_findings(findings))
