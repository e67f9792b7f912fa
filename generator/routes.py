"""Every address of the site: permanent, relative to the site's root, without a leading slash."""

from __future__ import annotations

from typing import Protocol

from generator.model.isi import Letak, LetakBagian, Rencana
from generator.model.kantor import Satker
from generator.model.rencana import Area, Bagian

PORTAL = ""
TENTANG = "tentang/"
KAMUS = "kamus/"
INDEKS = "indeks/"
CARI = "cari/"
"""The search page; beside it, in a folder per office, that office's search index."""
BANDING = "banding/"
BANDING_CSV = "data/banding.csv"
BANDING_JSON = "data/banding.json"
SKEMA = "data/skema/"
KATALOG = "data/data.json"
ROBOTS = "robots.txt"
HUBS = (("Beranda", PORTAL), ("Indeks", INDEKS), ("Banding", BANDING), ("Kamus", KAMUS), ("Tentang", TENTANG))
"""The site's constant navigation: title and address."""


class OfficeYear(Protocol):
    """What the addresses of an office's year are made from."""

    @property
    def satker(self) -> Satker:
        """The office."""

    @property
    def tahun(self) -> int:
        """The year."""


def banding(kode: str) -> str:
    """Return the address of the comparison of one canonical kegiatan."""
    return f"{BANDING}{kode}/"


def kantor(satker: Satker) -> str:
    """Return the address of an office."""
    return f"{satker.kode}/"


def kanal(satker: Satker) -> str:
    """Return the address of an office's channels."""
    return f"{satker.kode}/kanal/"


def layanan(satker: Satker) -> str:
    """Return the address of an office's services."""
    return f"{satker.kode}/layanan/"


def tahun(tahun: OfficeYear) -> str:
    """Return the address of an office's year at a glance."""
    return f"{tahun.satker.kode}/{tahun.tahun}/"


def perubahan(tahun_: OfficeYear) -> str:
    """Return the address of the changes of a year's data."""
    return f"{tahun(tahun_)}perubahan/"


def perubahan_kantor(satker: Satker) -> str:
    """Return the address of the latest changes of an office's data."""
    return f"{satker.kode}/perubahan/"


def umpan(satker: Satker) -> str:
    """Return the address of an office's feed of changes (Atom)."""
    return f"data/{satker.kode}/perubahan.atom"


def bagian_tahun(tahun_: OfficeYear, name: str) -> str:
    """Return the address of a section that has a page of its own under the year's, such as bukti or tim."""
    return f"{tahun(tahun_)}{name}/"


def rencana(tahun_: OfficeYear, jenis: str) -> str:
    """Return the address of a whole plan."""
    return f"{tahun(tahun_)}{jenis}/"


def area(tahun_: OfficeYear, rencana_: Rencana, area_: Area) -> str:
    """Return the address of an area."""
    return f"{rencana(tahun_, rencana_.jenis)}{area_.kode}/"


def bagian(tahun_: OfficeYear, rencana_: Rencana, area_: Area, bagian_: Bagian) -> str:
    """Return the address of a kegiatan or komponen."""
    return f"{area(tahun_, rencana_, area_)}{bagian_.kode}/"


def letak(letak_: LetakBagian) -> str:
    """Return the address of the kegiatan or komponen of a place in a plan."""
    return bagian(letak_.tahun, letak_.rencana, letak_.area, letak_.bagian)


def indikator(letak_: Letak) -> str:
    """Return the address of an indikator on the page of its kegiatan or komponen."""
    return f"{letak(letak_)}#{letak_.indikator.kode}"


def tim(tahun_: OfficeYear, kode: str) -> str:
    """Return the address of a team in the year's roster."""
    return f"{bagian_tahun(tahun_, 'tim')}#{kode}"


def bulan(tahun_: OfficeYear, nomor: int) -> str:
    """Return the address of a month, 1 to 12."""
    return f"{tahun(tahun_)}bulan/{nomor:02d}/"


def laporan(tahun_: OfficeYear, periode: str) -> str:
    """Return the address of the report of a quarter or half: 2022-tw1."""
    return f"{tahun(tahun_)}laporan/{periode}/"


def dokumen(tahun_: OfficeYear, periode: str) -> str:
    """Return the address of a report as a Word document."""
    return data(tahun_, f"laporan-{periode}.docx")


def lembar(tahun_: OfficeYear, kode: str) -> str:
    """Return the address of the sheet that shows the publication of one indikator."""
    return f"{bagian_tahun(tahun_, 'indikator-publikasi')}{kode}/"


def keputusan(tahun_: OfficeYear, kode: str) -> str:
    """Return the address of a decree."""
    return f"{tahun(tahun_)}keputusan/{kode}/"


def sumber(tahun_: OfficeYear, kode: str, baris: int | None = None) -> str:
    """Return the address of a decree's text, or of one of its lines."""
    anchor = f"#L{baris}" if baris else ""
    return f"{keputusan(tahun_, kode)}sumber/{anchor}"


def data(tahun_: OfficeYear, name: str) -> str:
    """Return the address of an open-data file of the year, such as rb.json."""
    return f"data/{tahun_.satker.kode}/{tahun_.tahun}/{name}"


def data_kantor(satker: Satker, name: str) -> str:
    """Return the address of an open-data file of an office, such as layanan.json."""
    return f"data/{satker.kode}/{name}"


def berkas_bukti(tahun_: OfficeYear, nama: str) -> str:
    """Return the address of an evidence file."""
    return data(tahun_, f"berkas/{nama}")


def bukti(tahun_: OfficeYear, kode: str) -> str:
    """Return the address of a piece of evidence in the year's list."""
    return f"{bagian_tahun(tahun_, 'bukti')}#{kode}"


def lke(tahun_: OfficeYear, butir: str | None = None) -> str:
    """Return the address of a year's worksheets, or of one of their rows: lke-unit.pengawasan."""
    anchor = f"#{butir}" if butir else ""
    return f"{bagian_tahun(tahun_, 'lke-zi')}{anchor}"


def jadwal(tahun_: OfficeYear, rencana_: Rencana | None = None, area_: Area | None = None) -> str:
    """Return the address of the calendar of a year, or of one of its areas."""
    part = f"-{rencana_.jenis}-{area_.kode}" if rencana_ and area_ else ""
    return data(tahun_, f"jadwal{part}.ics")


def tahun_lalu(tahun_: OfficeYear) -> str:
    """Return the address of the table that puts a year beside the one before."""
    return data(tahun_, "tahun-lalu.csv")


def paket(tahun_: OfficeYear) -> str:
    """Return the address of the description of a year's tables."""
    return data(tahun_, "datapackage.json")


def dataset(tahun_: OfficeYear) -> str:
    """Return the permanent identifier of a year's data, as catalogues name it."""
    return f"{tahun_.satker.kode}-{tahun_.tahun}"


def sidik(tahun_: OfficeYear) -> str:
    """Return the address of the list of a year's fingerprints."""
    return data(tahun_, "sidik.json")


def paket_bukti(tahun_: OfficeYear) -> str:
    """Return the address of a year's proof pack."""
    return data(tahun_, "paket-bukti.zip")


def lencana(satker: Satker) -> str:
    """Return the address of an office's badge."""
    return data_kantor(satker, "lencana.svg")


def skema(name: str) -> str:
    """Return the address of a JSON Schema."""
    return f"{SKEMA}{name}.schema.json"


def relative(target: str, page: str) -> str:
    """Return the link from a page to an address, so that the site runs in any folder.

    Args:
        target: an address of this module, with or without an anchor.
        page: the address of the page that links; a folder, so it ends in a slash or is empty.
    """
    path, hash_, anchor = target.partition("#")
    # A bare anchor moves within the page; the page's own address could load it again.
    if path == page and hash_:
        return f"#{anchor}"
    # Addresses are normal forms, so this is all of posixpath.relpath that they need; a build asks 60,000 times.
    here, there = page.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
    return f"{link}{hash_}{anchor}"


def page_uri(address: str) -> str:
    """Return the Markdown file of a page address."""
    return f"{address}index.md"
