"""Changes of the data as rows that people read: in words, by commit, with a link to the row as it is today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from generator import routes
from generator.model.files import DATA_MODELS
from generator.model.isi import Letak, Tahun, walk_bagian
from generator.model.marks import Label, find_marked_anywhere
from generator.model.perubahan import Commit, JenisPerubahan, Perubahan, RiwayatTahun
from generator.model.rencana import Kegiatan
from generator.model.situs import StatusBaku
from generator.progress import Log
from generator.text import format_periode, join_lines
from generator.views.ahead import Ahead
from generator.views.evidence import BuktiTercatat
from generator.views.names import Link, name_area, name_bukti, name_indikator

J = JenisPerubahan
_MANY = 12
"""A commit with more differences than this first shows only their counts."""
_BERKAS = {"satker": "identitas kantor"}
"""What to call a file that is a single record, if its name does not say it."""
_SEBUTAN = _BERKAS | {name: label.text for name, label in find_marked_anywhere(DATA_MODELS, Label).items()}
_SENTENCES = {
    J.TAMBAH: "{Rekaman} ditambahkan",
    J.HAPUS: "{Rekaman} dihapus",
    J.BUNYI: "{Bidang} {rekaman} diubah",
    J.JADWAL: "{Bidang} diubah",
    J.KETERANGAN: "{Bidang} diubah",
    J.PENCABUTAN: "Keterangan pencabutan diubah",
    J.LETAK: "{Rekaman} dipindahkan",
    J.KODE: "Kode {rekaman} diganti",
    J.CATATAN: "{Bidang} diubah",
    J.UBAH: "{Rekaman} diubah: {bidang}",
    J.REALISASI: "Realisasi dicatat",
    J.KOREKSI: "Koreksi dicatat",
    J.BUKTI: "Bukti dicatat",
    J.STATUS: "Status berubah",
}


@dataclass(frozen=True, slots=True)
class BarisPerubahan:
    """One difference as pages show it."""

    perubahan: Perubahan
    kata: str
    """What kind of difference it is, in words."""
    nama: str | None
    """What it is about, by its name today, else by its name at the time."""
    alamat: str | None
    """Its address today; None if it no longer exists."""
    tempat: Link | None
    """The kegiatan or komponen that it belongs to today."""
    status: tuple[StatusBaku, StatusBaku] | None = None
    """The status before and after, where it is the status that became different."""

    @property
    def beda(self) -> tuple[tuple[str, str], ...]:
        """The words before and after, cut where they differ: "sama", "hapus", "tambah" and the words."""
        return compare_words(self.perubahan.sebelum or "", self.perubahan.sesudah or "")


@dataclass(frozen=True, slots=True)
class SavedChanges:
    """What one commit changed."""

    commit: Commit
    baris: tuple[BarisPerubahan, ...]

    @property
    def banyak(self) -> bool:
        """Whether there are too many differences to read through at once."""
        return len(self.baris) > _MANY

    @property
    def hitungan(self) -> tuple[tuple[str, int], ...]:
        """How many differences of each kind."""
        return tuple(Counter(one.kata for one in self.baris).most_common())


def compare_words(sebelum: str, sesudah: str) -> tuple[tuple[str, str], ...]:
    """Return two texts as one: what is the same, what is gone ("hapus"), what is new ("tambah"), word by word."""
    old, new = sebelum.split(), sesudah.split()
    parts: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("sama", " ".join(old[a:b])))
        else:
            parts += [("hapus", " ".join(old[a:b]))] * (b > a) + [("tambah", " ".join(new[c:d]))] * (d > c)
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class Wording:
    """The vocabulary in which changes are described."""

    status: Mapping[str, StatusBaku]
    bagian: Mapping[str, str]
    """What each section of the data is called, by its kode."""


@dataclass(frozen=True, slots=True)
class Today:
    """The link to each record as it is today, by kode; to an area by its plan and kode."""

    records: Mapping[str, Link]
    sections: Mapping[str, Link]
    """The links to kegiatan and komponen only."""


def list_perubahan(
    riwayat: RiwayatTahun | None, today: Today, words: Wording, ahead: Ahead
) -> tuple[BarisPerubahan, ...]:
    """Return the differences of a year, newest first, without what the day does not know yet.

    Args:
        riwayat: its history; None where none was read.
        today: the link to each record.
        words: the vocabulary in which they are described.
        ahead: what the day does not know yet.
    """
    changes = riwayat.perubahan if riwayat else ()
    # A status that such an entry brought would tell of it all the same.
    moved = {
        (one.commit.kode, ahead.rows[one.kode]) for one in changes if one.rekaman == "entri" and one.kode in ahead.rows
    }
    return tuple(
        _row(words, one, today)
        for one in changes
        if (one.rekaman, one.kode) not in ahead.records
        and not (one.jenis is J.STATUS and (one.commit.kode, one.kode) in moved)
    )


def list_saved(rows: Iterable[BarisPerubahan]) -> tuple[SavedChanges, ...]:
    """Return differences gathered by the commit that brought them; those of one row of a plan stand together."""
    return tuple(
        SavedChanges(commit, tuple(_by_row(own))) for commit, own in groupby(rows, key=lambda row: row.perubahan.commit)
    )


def _by_row(rows: Iterable[BarisPerubahan]) -> list[BarisPerubahan]:
    found = list(rows)
    first: dict[str, int] = {}
    for row in found:
        first.setdefault(_row_of(row.perubahan), len(first))
    return sorted(found, key=lambda row: first[_row_of(row.perubahan)])


def _row_of(one: Perubahan) -> str:
    return one.tempat[-1] if one.rekaman == "entri" and one.tempat else one.kode


def select_about(rows: Iterable[BarisPerubahan], *kode: str) -> tuple[BarisPerubahan, ...]:
    """Return the differences of a row of a plan and of all below it.

    Args:
        rows: the differences of its year.
        kode: the row's kode; for an area, that of its plan (rb or zi) first.
    """
    depth = len(kode)
    return tuple(
        row
        for row in rows
        if (path := (*row.perubahan.tempat, row.perubahan.kode))
        and (path[:depth] == kode if depth > 1 else kode[0] in path)
    )


def find_since(rows: Iterable[BarisPerubahan], kode: str, jenis: str) -> Commit | None:
    """Return the commit that brought an area, kegiatan or komponen; None where the differences do not tell.

    Args:
        rows: the differences of its year, newest first.
        kode: the kode of the row.
        jenis: that of its plan: rb or zi.
    """
    added = (
        row.perubahan.commit
        for row in rows
        if row.perubahan.jenis is J.TAMBAH and row.perubahan.bagian == jenis and row.perubahan.kode == kode
    )
    return next(added, None)


def list_latest(
    own: RiwayatTahun, years: Iterable[tuple[BarisPerubahan, ...]], words: Wording
) -> tuple[SavedChanges, ...]:
    """Return the commits that changed an office's own data or any of its years, newest first.

    Args:
        own: the history of the office's own data.
        years: the differences of each of its years.
        words: the vocabulary in which they are described.
    """
    rows = [_row(words, one, Today({}, {})) for one in own.perubahan]
    rows += (row for year in years for row in year)
    # A stable sort: the differences of one commit keep the order that they have in their year.
    rows.sort(key=lambda row: row.perubahan.commit.waktu, reverse=True)
    # Not groupby(): differences of commits made in the same second may be interleaved.
    gathered: dict[Commit, list[BarisPerubahan]] = {}
    for row in rows:
        gathered.setdefault(row.perubahan.commit, []).append(row)
    return tuple(SavedChanges(commit, tuple(found)) for commit, found in gathered.items())


def _row(words: Wording, one: Perubahan, today: Today) -> BarisPerubahan:
    key = f"{one.bagian} {one.kode}" if one.tempat == (one.bagian,) else one.kode
    link = today.records.get(key) if one.rekaman != "bagian" else None
    place = next((today.sections[kode] for kode in one.tempat if kode in today.sections), None)
    before, after = (words.status.get(kode or "") for kode in (one.sebelum, one.sesudah))
    pair = (before, after) if one.jenis is J.STATUS and before and after else None
    name = link.judul if link else one.nama or (one.kode if one.rekaman not in ("bagian", "berkas") else None)
    return BarisPerubahan(one, tell_change(one, words.bagian), name, link.alamat if link else None, place, pair)


def tell_change(one: Perubahan, sections: Mapping[str, str]) -> str:
    """Return what kind of difference it is, as the beginning of a sentence."""
    section = one.rekaman in ("bagian", "berkas")
    rekaman = sections.get(one.bagian, one.bagian) if section else _sebutan(one.rekaman)
    bidang = _sebutan(one.bidang or "")
    counts = ", ".join(f"{number} {_sebutan(name)}" for name, number in one.jumlah.items())
    text = _SENTENCES[one.jenis].format(
        rekaman=rekaman,
        Rekaman=rekaman[:1].upper() + rekaman[1:],
        bidang=bidang,
        Bidang=bidang[:1].upper() + bidang[1:],
    )
    return f"{text} ({counts})" if counts else text


def _sebutan(name: str) -> str:
    """Return what a field, or a kind of record, is called."""
    return _SEBUTAN.get(name, name.replace("_", " "))


def tell_entri(one: Perubahan) -> str | None:
    """Return what a new entry reports, in words: selesai, Maret 2022; None for any other difference."""
    if one.jenis not in (J.REALISASI, J.KOREKSI) or not one.sesudah:
        return None
    hasil, _, periode = one.sesudah.partition(", ")
    try:
        return f"{hasil.replace('-', ' ')}, {format_periode(periode)}"
    except (ValueError, IndexError):  # an old entry may have had another form
        return one.sesudah


def find_today(tahun: Tahun, letak: Iterable[Letak], log: Log, daftar_bukti: Iterable[BuktiTercatat]) -> Today:
    """Return the link to each record of a year as it is today."""
    names: dict[str, Link] = {}
    parts: dict[str, Link] = {}
    for one in walk_bagian(tahun):
        address = routes.letak(one)
        names[f"{one.rencana.jenis} {one.area.kode}"] = Link(
            name_area(one.area, one.rencana.rezim), routes.area(tahun, one.rencana, one.area)
        )
        parts[one.bagian.kode] = names[one.bagian.kode] = Link(join_lines(one.bagian.nama), address)
        for sub in one.bagian.sub_kegiatan if isinstance(one.bagian, Kegiatan) else ():
            names[sub.kode] = Link(join_lines(sub.nama), f"{address}#{sub.kode}")
    for row in letak:
        words, kode = name_indikator(row.indikator, row.bagian), row.indikator.kode
        names[kode] = Link(words, routes.indikator(row))
        for entri in log.per_indikator.get(kode, ()):
            names[entri.kode] = Link(words, f"{routes.letak(row)}#{entri.kode}")
    for keputusan in tahun.keputusan:
        names[keputusan.kode] = Link(f"Keputusan {keputusan.nomor}", routes.keputusan(tahun, keputusan.kode))
    for tim in tahun.tim:
        names[tim.kode] = Link(join_lines(tim.nama), routes.tim(tahun, tim.kode))
    for tercatat in daftar_bukti:
        bukti = tercatat.bukti
        names[bukti.kode] = Link(name_bukti(tahun, bukti), routes.bukti(tahun, bukti.kode))
    return Today(names, parts)
