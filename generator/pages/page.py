"""What a page is, and what all pages are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import routes
from generator.model.isi import Isi, Rencana, Tahun
from generator.model.perubahan import JejakBagian, RiwayatTahun
from generator.model.realisasi import Entri
from generator.model.rencana import Area, Bagian, Butir, Indikator, Keadaan
from generator.model.sidik import Sidik
from generator.model.situs import Rezim, StatusBaku
from generator.progress import TERBUKTI, TERLAMBAT, TERTUTUP, Penilaian, Tahap
from generator.text import KOLOM, Kolom, format_bulan, format_triwulan, one_line


@dataclass(frozen=True, slots=True)
class Tautan:
    """A link: its words and its address (see routes)."""

    judul: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page before rendering."""

    alamat: str
    templat: str
    """Name of its template in theme/pages/, without endings."""
    judul: str
    deskripsi: str
    jejak: tuple[Tautan, ...] = ()
    """The way from the portal to the page's parent."""
    data: Mapping[str, Any] = field(default_factory=dict)
    tahun: Tahun | None = None
    """The office's year that the page belongs to, if any."""
    menu: str = ""
    """Which entry of the year's menu is current: a section's name, such as rb."""
    sumber: tuple[str, ...] = ()
    """The data files that the page shows."""
    baris: int = 1
    """The line of the first of them where an editor should start."""
    singkat: str | None = None
    """The page's name at the end of its own trail, where the title would repeat the trail."""
    terindeks: bool = True
    """Whether search engines may list the page."""
    pencarian: bool = False
    """Whether this is the search page, which alone loads the search and needs WebAssembly."""


@dataclass(frozen=True, slots=True)
class Bahan:
    """Everything that pages are made from: the content, and its state on one day."""

    isi: Isi
    penilaian: Mapping[str, Penilaian]
    """By the address of the year."""
    riwayat: Mapping[str, RiwayatTahun] = field(default_factory=dict)
    """By the address of the year; empty where no history was read."""
    sidik: Mapping[str, Mapping[str, Sidik]] = field(default_factory=dict)
    """By the address of the year, then by section; empty while the open data are not made."""
    berpaket: bool = True
    """Whether proof packs are made once the site is finished, so that pages may lead to them."""
    bercari: bool = True
    """Whether search indexes are made once the site is finished."""

    def nilai(self, tahun: Tahun) -> Penilaian:
        """Return the state of a year."""
        return self.penilaian[routes.tahun(tahun)]

    def jejak(self, tahun: Tahun, bagian: str | None) -> JejakBagian | None:
        """Return since when a section of a year has held data; None where the history does not tell."""
        riwayat = self.riwayat.get(routes.tahun(tahun))
        return riwayat.bagian.get(bagian or "") if riwayat else None

    def status(self, tahun: Tahun, indikator: Indikator) -> StatusBaku | None:
        """Return the status of an indikator; None when it is not in force."""
        kode = self.nilai(tahun).status(indikator.kode)
        return self.isi.kosakata.status[kode] if kode else None


_HASIL = {
    "selesai": "Dilaporkan selesai",
    "berjalan": "Dilaporkan berjalan",
    "belum": "Dilaporkan belum selesai",
    "ditunda": "Ditunda",
    "tidak-dilaksanakan": "Tidak dilaksanakan",
}


def nama_hasil(entri: Entri) -> str:
    """Return what an entry reports, in words; what a decree shows is no report."""
    return f"{entri.hasil.value.capitalize()} menurut keputusan" if entri.dasar == "keputusan" else _HASIL[entri.hasil]


_DUE = frozenset((*TERTUTUP, *TERLAMBAT))


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """The counts of some indikator: one line per status, in the vocabulary's order."""

    jumlah: int
    selesai: int
    baris: tuple[tuple[StatusBaku, int], ...]
    di_luar: int
    """Rows shown but not in force, so not counted."""
    jatuh_tempo: int
    """Tahap of these rows that are past due or reported done, without those that are excluded."""
    tepat: int
    """How many of these tahap are done with evidence."""
    dikecualikan: tuple[tuple[StatusBaku, int], ...]
    """Tahap past due that are neither done nor late: put off, uncertain, due before the office reported here."""


def ringkas(bahan: Bahan, tahun: Tahun, daftar_indikator: Iterable[Indikator]) -> Ringkasan:
    """Count the very indikator that a page shows."""
    rows = tuple(daftar_indikator)
    counts = bahan.nilai(tahun).hitung(rows)
    lines = tuple((status, counts[kode]) for kode, status in bahan.isi.kosakata.status.items() if counts[kode])
    done = sum(number for status, number in lines if status.kelompok == "selesai")
    nilai = bahan.nilai(tahun)
    steps = [step for row in rows if row.kode in nilai.indikator for step in nilai.indikator[row.kode].tahap]
    due = [step.status for step in steps if step.status in _DUE]
    past = Counter(
        step.status
        for step in steps
        if step.status not in _DUE and step.tahap.tenggat is not None and step.tahap.tenggat < nilai.hari
    )
    return Ringkasan(
        jumlah=counts.total(),
        selesai=done,
        baris=lines,
        di_luar=len(rows) - counts.total(),
        jatuh_tempo=len(due),
        tepat=sum(kode in TERBUKTI for kode in due),
        dikecualikan=tuple((status, past[kode]) for kode, status in bahan.isi.kosakata.status.items() if past[kode]),
    )


@dataclass(frozen=True, slots=True)
class BarisPanas:
    """One row of a heat table: how many indikator are planned for each month or quarter."""

    nomor: str | None
    nama: str
    alamat: str
    kata: str | None
    """One plain sentence, where there is one."""
    ringkasan: Ringkasan
    kolom: tuple[Kolom, ...]
    jumlah: tuple[int, ...]
    """How many indikator are planned for each column."""
    selesai: tuple[int, ...]
    """How many of each column's indikator have a tahap of it done with evidence."""
    terlambat: tuple[int, ...]
    """How many of each column's indikator have a tahap of it late."""
    melapor: bool
    """Whether the office reports its realisation here, so that nothing done means something."""
    tak_terbaca: int
    """Indikator whose months cannot be read; they are in no square."""


def baris_panas(  # noqa: PLR0913 - a row's columns
    bahan: Bahan,
    tahun: Tahun,
    daftar_indikator: Iterable[Indikator],
    *,
    nomor: str | None,
    nama: str,
    alamat: str,
    kata: str | None = None,
    kolom: tuple[Kolom, ...] = KOLOM["bulan"],
) -> BarisPanas:
    """Return the row of some indikator; only those in force are counted, in each column once."""
    rows = tuple(daftar_indikator)
    in_force = [row for row in rows if bahan.status(tahun, row) is not None]
    squares = Counter[tuple[int, str]]()
    for row in in_force:
        for index, one in enumerate(kolom):
            squares.update((index, name) for name in _groups_in(bahan, tahun, row, one))
    planned, done, late = (
        tuple(squares[index, name] for index in range(len(kolom))) for name in ("", "selesai", "terlambat")
    )
    unread = sum(row.jadwal.keadaan is Keadaan.TIDAK_TERBACA for row in in_force)
    return BarisPanas(
        nomor=nomor,
        nama=nama,
        alamat=alamat,
        kata=kata,
        ringkasan=ringkas(bahan, tahun, rows),
        kolom=kolom,
        jumlah=planned,
        selesai=done,
        terlambat=late,
        melapor=tahun.setelan.pelaporan is not None,
        tak_terbaca=unread,
    )


def _groups_in(bahan: Bahan, tahun: Tahun, indikator: Indikator, kolom: Kolom) -> set[str]:
    """Return what an indikator adds to a column: "" where it is planned, and the colour groups of its tahap there."""
    steps = bahan.nilai(tahun).indikator[indikator.kode].tahap
    there = [step for step in steps if not set(kolom.bulan).isdisjoint(step.tahap.bulan)]
    return {bahan.isi.kosakata.status[step.status].kelompok for step in there} | ({""} if there else set())


def nama_tahap(tahap: Tahap) -> str:
    """Return when a tahap is planned, in words: months, or the quarter of its target."""
    return format_triwulan(tahap.triwulan) if tahap.triwulan else format_bulan(tahap.bulan)


def nama_indikator(indikator: Indikator, bagian: Bagian) -> str:
    """Return an indikator's words on one line; where they are lost, what it stands under and how they are lost."""
    words = one_line(" ".join(filter(None, (indikator.nama, *indikator.rincian))))
    return words or f"{one_line(bagian.nama)} ({bunyi_hilang(indikator)})"


def bunyi_hilang(indikator: Indikator) -> str:
    """Return in which way an indikator's words are lost."""
    return (
        "teks indikator tidak terbaca dari sumber" if indikator.nomor else "indikator tidak tercantum dalam keputusan"
    )


def kata_di_luar(bahan: Bahan, tahun: Tahun, indikator: Indikator) -> str:
    """Return why a row that is not in force does not count: its decree is still to come, or it has been ended."""
    own = tahun.keputusan_berkode(indikator.keputusan)
    ahead = own is not None and own.tanggal is not None and own.tanggal > bahan.nilai(tahun).per_tanggal
    return "Belum berlaku" if ahead else "Tidak berlaku lagi"


def link_indikator(tahun: Tahun) -> dict[str, Tautan]:
    """Return the link to each indikator of a year, by its kode, in plan order."""
    return {
        indikator.kode: Tautan(
            nama_indikator(indikator, bagian), f"{routes.bagian(tahun, rencana, area, bagian)}#{indikator.kode}"
        )
        for rencana in tahun.rencana
        for area, bagian, indikator in rencana.semua_indikator()
    }


def nama_area(area: Area, rezim: Rezim) -> str:
    """Return an area's name as printed, or the canonical one with the reason why."""
    if area.nama is not None:
        return one_line(area.nama)
    usual = next((baku.nama for baku in rezim.area if baku.kode == area.padanan), area.kode)
    return f"{usual} (judul tidak terbaca dari sumber)"


def nama_bernomor(butir: Any) -> str:  # noqa: ANN401 - any record with nomor and nama
    """Return a name with its printed number in front."""
    return one_line(f"{butir.nomor} {butir.nama}" if butir.nomor else str(butir.nama))


def jejak_kantor(tahun: Tahun) -> tuple[Tautan, ...]:
    """Return the trail to an office."""
    return (Tautan("Beranda", routes.PORTAL), Tautan(tahun.satker.nama, routes.kantor(tahun.satker)))


def jejak_tahun(tahun: Tahun) -> tuple[Tautan, ...]:
    """Return the trail to an office's year."""
    return (*jejak_kantor(tahun), Tautan(str(tahun.tahun), routes.tahun(tahun)))


def jejak_rencana(tahun: Tahun, rencana: Rencana) -> tuple[Tautan, ...]:
    """Return the trail to a plan."""
    return (
        *jejak_tahun(tahun),
        Tautan(f"Rencana {rencana.jenis.upper()}", routes.rencana(tahun, rencana.jenis)),
    )


def jejak_area(tahun: Tahun, rencana: Rencana, area: Area) -> tuple[Tautan, ...]:
    """Return the trail to an area."""
    name = nama_area(area, rencana.rezim)
    return (*jejak_rencana(tahun, rencana), Tautan(name, routes.area(tahun, rencana, area)))


def semua_bagian(tahun: Tahun) -> Iterator[tuple[Rencana, Area, Bagian]]:
    """Yield every kegiatan and komponen of a year in plan order."""
    for rencana in tahun.rencana:
        for area in rencana.area:
            for bagian in area.bagian:
                yield rencana, area, bagian


def source_of(*records: Butir) -> tuple[tuple[str, ...], int]:
    """Return the files that hold the records, and the line of the first record."""
    places = [record.place() for record in records]
    return tuple(dict.fromkeys(place.berkas for place in places)), places[0].baris if places else 1
