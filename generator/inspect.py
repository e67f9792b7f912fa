"""All findings about the content in one list: from reading it, from its rules and from its addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from generator import routes
from generator.checks import check
from generator.checks.sejak import check_sejak
from generator.findings import Finding, Tempat, count_galat, in_order
from generator.history import Riwayat
from generator.history.riwayat import PER_TANGGAL
from generator.load import load_isi
from generator.load.halaman import ALAMAT_GANDA, may_publish, page_uri
from generator.load.log import BERKAS_LOG, read_log_kini, read_log_lama
from generator.load.mentah import raw_texts
from generator.model.isi import Isi, Kosakata
from generator.pages import build_pages
from generator.pages.page import Page
from generator.privacy import DATA_PRIBADI, find_personal
from generator.progress import Penilaian, assess
from generator.sections import SECTIONS
from generator.settings import Ruang
from generator.source import LARGEST_FILE
from generator.views.site import SiteMaterial, view_site

_TAKEN = ("data/", "assets/javascripts/", "assets/stylesheets/", "assets/images/")
"""Where the open data and the theme's own files stand."""


def check_content(
    ruang: Ruang, per_tanggal: date | None = None, kosakata: Kosakata | None = None
) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content and every finding of reading and checking it, in order.

    Args:
        ruang: the site's working space.
        per_tanggal: the day to judge it on, over every other source of it.
        kosakata: its vocabularies, where they have been read already.
    """
    isi, findings = check_records(ruang, per_tanggal, kosakata)
    if isi is None or count_galat(findings):
        return isi, findings
    # Which pages there are follows from the data alone, so neither names nor the history matter here.
    states, _ = assess_years(isi, Riwayat(ruang.akar), per_tanggal)
    pages = build_pages(view_site(SiteMaterial(SECTIONS, isi, states, {})), {})
    return isi, in_order((*findings, *check_addresses(ruang, pages)))


def check_records(
    ruang: Ruang, per_tanggal: date | None = None, kosakata: Kosakata | None = None
) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content and its findings in order, except about addresses, which a build checks on its pages."""
    isi, findings = load_isi(ruang, kosakata)
    # Raw text, not the records: comments, unknown keys and broken files can hold personal data too.
    texts = chain(raw_texts(ruang), _pdf_texts(isi))
    findings = (*findings, *find_private(texts, official_mail(isi)))
    if isi is not None:
        _, undated = assess_years(isi, Riwayat(ruang.akar), per_tanggal)
        findings = (*findings, *check(isi), *undated)
    return isi, in_order(findings)


def assess_years(
    isi: Isi, riwayat: Riwayat, per_tanggal: date | None
) -> tuple[dict[str, Penilaian], tuple[Finding, ...]]:
    """Return the state of every year, and a finding for each whose day cannot be known."""
    states, findings = {}, []
    for tahun in isi.semua_tahun():
        # Never the clock: a commit must give the same site on any day.
        day = per_tanggal or tahun.setelan.per_tanggal or riwayat.per_tanggal(tahun.folder)
        if day is None:
            place = Tempat(f"{tahun.folder}/tahun.yml")
            sebab, obat = riwayat.undated()
            pesan = f"tanggal keadaan data tidak diketahui: {sebab}"
            saran = f"{obat}, atau isi per_tanggal, atau pakai --per-tanggal"
            findings.append(Finding(place, PER_TANGGAL, pesan, saran))
        else:
            states[routes.tahun(tahun)] = assess(tahun, day)
    return states, tuple(findings)


def check_addresses(ruang: Ruang, pages: Iterable[Page]) -> Iterator[Finding]:
    """Yield a finding where two sources share an address: an engine would publish one of them without a word."""
    owners: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        # Compared without case: Windows and macOS would put both into one folder.
        owners[routes.page_uri(page.alamat).casefold()].append(page.sumber[0] if page.sumber else "kolom")
    for path in sorted(ruang.halaman.rglob("*")):
        if path.is_file() and may_publish(path, ruang.halaman):
            owners[page_uri(path, ruang.halaman).casefold()].append(ruang.relative(path))
    for uri, rivals in owners.items():
        place = Tempat(next((rival for rival in reversed(rivals) if rival != "kolom"), uri))
        if len(rivals) > 1:
            pesan = f"dua isi untuk satu alamat {uri}: {' dan '.join(dict.fromkeys(rivals))}"
            yield Finding(place, ALAMAT_GANDA, pesan, "ganti nama atau kode salah satunya")
        elif uri.startswith(_TAKEN):
            pesan = f"alamat {uri} dipakai situs untuk berkas lain"
            yield Finding(place, ALAMAT_GANDA, pesan, "ganti nama atau kodenya")


def find_private(texts: Iterable[tuple[str, str]], surel_resmi: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each personal number and private mail address in the texts, however disguised."""
    allowed = tuple(surel_resmi)
    for name, text in texts:
        for found in find_personal(text, allowed):
            yield Finding(
                Tempat(name, found.baris, found.kolom),
                DATA_PRIBADI,
                f"ada {found.jenis}; data pribadi tidak boleh terbit (UU 27/2022)",
                "hapus, juga dari riwayat git bila sudah terkirim",
            )


def official_mail(isi: Isi | None) -> tuple[str, ...]:
    """Return the mail addresses that the offices and the site name as their own."""
    if isi is None:
        return ()
    channels = [kanal.surel for kantor in isi.kantor for kanal in kantor.satker.kanal]
    return tuple(filter(None, (*channels, isi.situs.kontak)))


def _pdf_texts(isi: Isi | None) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of each PDF among the evidence."""
    for tahun in isi.semua_tahun() if isi else ():
        yield from ((berkas.berkas, berkas.teks) for berkas in tahun.berkas_bukti.values() if berkas.teks)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of comparing today's log with that of a commit."""

    commit: str
    """The beginning of its hash."""
    count: int
    """How many entries it had."""
    findings: tuple[Finding, ...]


def compare_log(ruang: Ruang, commit: str) -> Comparison:
    """Return a finding for each entry of the log that a commit had and that has been changed or removed since.

    Raises:
        UnknownCommitError: there is no such commit to look into.
    """
    riwayat = Riwayat(ruang.akar)
    full = riwayat.commit(commit)
    short = full[:8]  # never nine digits, which a finding would mask
    lama = read_log_lama(riwayat.berkas(full, ruang.relative(ruang.data), BERKAS_LOG, LARGEST_FILE))
    findings = in_order(check_sejak(lama, read_log_kini(ruang), short))
    return Comparison(short, len(lama.entri), findings)
