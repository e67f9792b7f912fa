"""What can be downloaded of a year: which files there are, and one line on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Tahun, walk_area
from generator.text import format_periode
from generator.views.due import list_due
from generator.views.names import Link, name_area
from generator.views.year import YearView

FORMATS = ("json", "csv", "xlsx")
"""Every table of data comes in these forms."""
LICENSE = "Naskah keputusan adalah naskah hukum publik tanpa hak cipta (UU 28/2014 Pasal 42)"
"""The legal basis on which the data are published."""


@dataclass(frozen=True, slots=True)
class Download:
    """One line of the list: what it is, and its files."""

    judul: str
    arti: str
    berkas: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Downloads:
    """Everything that can be downloaded of a year."""

    data: tuple[Download, ...]
    """The sets of data, those of the office too, then what describes them."""
    paket: tuple[Download, ...]
    """The proof pack, where the year has publication indicators and packs are made."""
    dokumen: tuple[Download, ...]
    """The reports as documents."""
    kalender: tuple[Download, ...]
    """The calendars: of the whole year, then of each area in which something is due."""

    @property
    def terbuka(self) -> tuple[Download, ...]:
        """What a catalogue of open data names: all but the pack, which only gathers pages."""
        return self.data + self.dokumen + self.kalender


def name_data(tahun: Tahun) -> str:
    """Return the title of a year's data."""
    rekaan = " (kantor rekaan)" if tahun.satker.contoh else ""
    return f"Rencana aksi dan realisasi {tahun.satker.nama} tahun {tahun.tahun}{rekaan}"


def describe_data(tahun: Tahun) -> str:
    """Return what a year's data tell, in one sentence."""
    # Only the plans that are here: the office may well have another.
    plans = " dan ".join(rencana.jenis.upper() for rencana in tahun.rencana)
    return (
        f"Apa yang dijanjikan {tahun.satker.nama_resmi} dalam rencana aksi {plans} tahun {tahun.tahun}, "
        "oleh siapa, sampai kapan, dan apa yang sudah dilaporkan."
        if plans
        else f"Keputusan {tahun.satker.nama_resmi} tahun {tahun.tahun}; rencana aksinya tidak ada dalam data ini."
    )


def list_downloads(year: YearView, *, with_packs: bool) -> Downloads:
    """Return everything that can be downloaded of a year.

    Args:
        year: the year.
        with_packs: whether proof packs are made.
    """
    return Downloads(
        tuple(_data(year)), tuple(_pack(year)) if with_packs else (), tuple(_documents(year)), tuple(_calendars(year))
    )


def _data(year: YearView) -> Iterator[Download]:
    tahun = year.tahun
    tables = [dataset for dataset in year.himpunan if dataset.bentuk == "tabel"]
    for dataset in tables:
        files = (Link(form.upper(), routes.data(tahun, f"{dataset.nama}.{form}")) for form in FORMATS)
        yield Download(dataset.judul, dataset.arti, tuple(files))
    if year.before:
        arti = "Satu baris satu kode: bunyi, jadwal, dan status pada kedua tahun."
        title = f"{year.before.tahun.tahun} di samping {tahun.tahun}"
        yield Download(title, arti, (Link("CSV", routes.tahun_lalu(tahun)),))
    for dataset in year.himpunan:
        name = f"{dataset.nama}.json"
        if dataset.bentuk == "json":
            yield Download(dataset.judul, dataset.arti, (Link("JSON", routes.data(tahun, name)),))
        elif dataset.bentuk == "kantor":
            yield Download(dataset.judul, dataset.arti, (Link("JSON", routes.data_kantor(tahun.satker, name)),))
    arti = "Sidik isi tiap bagian, dan bagian berkas mana yang dihitung."
    yield Download("Sidik isi", arti, (Link("JSON", routes.sidik(tahun)),))
    if tables:
        arti = "Data Package: arti dan jenis tiap kolom berkas CSV, untuk program pengolah data."
        yield Download("Keterangan kolom", arti, (Link("JSON", routes.paket(tahun)),))


def _pack(year: YearView) -> Iterator[Download]:
    if year.publikasi:
        arti = "Lembar tiap indikator publikasi, salinan halaman yang disebutnya, dan datanya; terbuka tanpa internet."
        yield Download("Paket bukti", arti, (Link("ZIP", routes.paket_bukti(year.tahun)),))


def _documents(year: YearView) -> Iterator[Download]:
    for laporan in year.laporan:
        arti = "Yang jatuh tempo, dikerjakan, dan terhambat, siap dicetak atau disunting."
        link = Link("DOCX", routes.dokumen(year.tahun, laporan.periode))
        yield Download(f"Laporan {format_periode(laporan.periode)}", arti, (link,))


def _calendars(year: YearView) -> Iterator[Download]:
    due = Counter((one.baris.rencana.jenis, one.baris.area.kode) for one in list_due(year.kali))
    if due:
        yield _calendar("Semua area", due.total(), routes.jadwal(year.tahun))
    for letak in walk_area(year.tahun):
        rencana, area = letak.rencana, letak.area
        if number := due[rencana.jenis, area.kode]:
            name = f"{rencana.jenis.upper()}: {name_area(area, rencana.rezim)}"
            yield _calendar(name, number, routes.jadwal(year.tahun, rencana, area))


def _calendar(judul: str, number: int, alamat: str) -> Download:
    return Download(judul, f"{number} jatuh tempo", (Link("ICS", alamat),))
