"""Differences of the data as rows that people read: in words, by commit, with the way to the row as it is today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from generator import routes
from generator.model.isi import Kantor, Tahun
from generator.model.perubahan import Commit, JenisPerubahan, Perubahan, RiwayatTahun
from generator.model.situs import StatusBaku
from generator.pages.bukti import list_bukti, nama_bukti
from generator.pages.page import (
    Bahan,
    Tautan,
    nama_area,
    nama_indikator,
    semua_bagian,
)
from generator.text import format_periode, one_line

J = JenisPerubahan
_MANY = 12
"""So many differences of a commit are shown at once; more are counted first."""
_BAGIAN = {
    "rb": "Rencana RB",
    "zi": "Rencana ZI",
    "keputusan": "Keputusan",
    "tim": "Susunan tim",
    "bukti": "Daftar bukti",
    "laporan": "Realisasi",
    "survei": "Survei",
    "layanan": "Layanan",
    "kanal": "Kanal",
    "setelan": "Setelan tahun",
    "lke-zi": "LKE ZI",
}
_REKAMAN = {"sub_kegiatan": "sub kegiatan", "entri": "entri realisasi", "satker": "identitas kantor"}
_BIDANG = {
    "nama": "bunyi",
    "nomor": "nomor tercetak",
    "ringkasan": "ringkasan kami",
    "asal": "baris naskah",
    "padanan": "kegiatan baku",
    "publikasi": "penanda publikasi",
    "jadwal": "jadwal",
    "catatan": "catatan pembacaan",
}
_KATA = {
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
    """What it is about, as it is called today, else as it was called."""
    alamat: str | None
    """Where that is today; None where it is no more."""
    tempat: Tautan | None
    """The kegiatan or komponen that it belongs to today."""
    status: tuple[StatusBaku, StatusBaku] | None = None
    """The status before and after, where it is the status that became different."""

    @property
    def beda(self) -> tuple[tuple[str, str], ...]:
        """The words before and after, cut where they differ: "sama", "hapus", "tambah" and the words."""
        return compare_words(self.perubahan.sebelum or "", self.perubahan.sesudah or "")


@dataclass(frozen=True, slots=True)
class Simpan:
    """What one commit changed."""

    commit: Commit
    baris: tuple[BarisPerubahan, ...]

    @property
    def banyak(self) -> bool:
        """Whether there is more than one reads through."""
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


def list_perubahan(bahan: Bahan, tahun: Tahun) -> tuple[BarisPerubahan, ...]:
    """Return the differences of a year, newest first; nothing of what does not exist yet on the day."""
    riwayat = bahan.riwayat.get(routes.tahun(tahun))
    if riwayat is None:
        return ()
    names, parts = _today(bahan, tahun)
    known = {entri.kode for entri in bahan.nilai(tahun).log.entri}
    ahead = {entri.kode for entri in tahun.realisasi} - known
    return tuple(
        _row(bahan, one, names, parts)
        for one in riwayat.perubahan
        if not (one.rekaman == "entri" and one.kode in ahead)
    )


def list_simpan(rows: Iterable[BarisPerubahan]) -> tuple[Simpan, ...]:
    """Return differences gathered by the commit that brought them; those of one row of a plan stand together."""
    return tuple(
        Simpan(commit, tuple(_by_row(own))) for commit, own in groupby(rows, key=lambda row: row.perubahan.commit)
    )


def _by_row(rows: Iterable[BarisPerubahan]) -> list[BarisPerubahan]:
    found = list(rows)
    first: dict[str, int] = {}
    for row in found:
        first.setdefault(_row_of(row.perubahan), len(first))
    return sorted(found, key=lambda row: first[_row_of(row.perubahan)])


def _row_of(one: Perubahan) -> str:
    return one.tempat[-1] if one.rekaman == "entri" and one.tempat else one.kode


def about(rows: Iterable[BarisPerubahan], *kode: str) -> tuple[BarisPerubahan, ...]:
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


def since(bahan: Bahan, tahun: Tahun, rows: Iterable[BarisPerubahan], kode: str, jenis: str) -> Commit | None:
    """Return the commit that brought an area, kegiatan or komponen; None where the history does not tell.

    Args:
        bahan: what the pages are made from.
        tahun: the year.
        rows: its differences, newest first.
        kode: the kode of the row.
        jenis: that of its plan: rb or zi.
    """
    added = (
        row.perubahan.commit
        for row in rows
        if row.perubahan.jenis is J.TAMBAH and row.perubahan.bagian == jenis and row.perubahan.kode == kode
    )
    jejak = bahan.jejak(tahun, jenis)
    return next(added, jejak.sejak if jejak else None)


def list_terakhir(bahan: Bahan, kantor: Kantor) -> tuple[Simpan, ...]:
    """Return the commits that changed an office's own data or any of its years, newest first."""
    own = bahan.riwayat.get(routes.kantor(kantor.satker), RiwayatTahun())
    rows = [_row(bahan, one, {}, {}) for one in own.perubahan]
    for tahun in kantor.tahun:
        rows += list_perubahan(bahan, tahun)
    rows.sort(key=lambda row: row.perubahan.commit.waktu, reverse=True)
    gathered: dict[Commit, list[BarisPerubahan]] = {}
    for row in rows:
        gathered.setdefault(row.perubahan.commit, []).append(row)
    return tuple(Simpan(commit, tuple(found)) for commit, found in gathered.items())


def _row(bahan: Bahan, one: Perubahan, names: Mapping[str, Tautan], parts: Mapping[str, Tautan]) -> BarisPerubahan:
    key = f"{one.bagian} {one.kode}" if one.tempat == (one.bagian,) else one.kode
    link = names.get(key) if one.rekaman != "bagian" else None
    tempat = next((parts[kode] for kode in one.tempat if kode in parts), None)
    before, after = (bahan.isi.kosakata.status.get(kode or "") for kode in (one.sebelum, one.sesudah))
    pair = (before, after) if one.jenis is J.STATUS and before and after else None
    name = link.judul if link else one.nama or (one.kode if one.rekaman not in ("bagian", "berkas") else None)
    return BarisPerubahan(one, words(one), name, link.alamat if link else None, tempat, pair)


def words(one: Perubahan) -> str:
    """Return what kind of difference it is, as the beginning of a sentence."""
    section = one.rekaman in ("bagian", "berkas")
    rekaman = _BAGIAN.get(one.bagian, one.bagian) if section else _REKAMAN.get(one.rekaman, one.rekaman)
    bidang = _BIDANG.get(one.bidang or "", (one.bidang or "").replace("_", " "))
    counts = ", ".join(f"{number} {_REKAMAN.get(name, name.replace('_', ' '))}" for name, number in one.jumlah.items())
    text = _KATA[one.jenis].format(
        rekaman=rekaman,
        Rekaman=rekaman[:1].upper() + rekaman[1:],
        bidang=bidang,
        Bidang=bidang[:1].upper() + bidang[1:],
    )
    return f"{text} ({counts})" if counts else text


def told(one: Perubahan) -> str | None:
    """Return what an entry reports, in words: selesai, Maret 2022."""
    if one.jenis not in (J.REALISASI, J.KOREKSI) or not one.sesudah:
        return None
    hasil, _, periode = one.sesudah.partition(", ")
    try:
        return f"{hasil.replace('-', ' ')}, {format_periode(periode)}"
    except (ValueError, IndexError):  # an old entry may have had another form
        return one.sesudah


def _today(bahan: Bahan, tahun: Tahun) -> tuple[dict[str, Tautan], dict[str, Tautan]]:
    """Return the way to each record of a year as it is today, by kode, and to each kegiatan and komponen."""
    names: dict[str, Tautan] = {}
    parts: dict[str, Tautan] = {}
    for rencana, area, bagian in semua_bagian(tahun):
        address = routes.bagian(tahun, rencana, area, bagian)
        names[f"{rencana.jenis} {area.kode}"] = Tautan(
            nama_area(area, rencana.rezim), routes.area(tahun, rencana, area)
        )
        parts[bagian.kode] = names[bagian.kode] = Tautan(one_line(bagian.nama), address)
        for sub in getattr(bagian, "sub_kegiatan", ()):
            names[sub.kode] = Tautan(one_line(sub.nama), f"{address}#{sub.kode}")
        for indikator in bagian.semua_indikator():
            names[indikator.kode] = Tautan(nama_indikator(indikator, bagian), f"{address}#{indikator.kode}")
            for entri in bahan.nilai(tahun).log.per_indikator.get(indikator.kode, ()):
                names[entri.kode] = Tautan(nama_indikator(indikator, bagian), f"{address}#{entri.kode}")
    for keputusan in tahun.keputusan:
        names[keputusan.kode] = Tautan(f"Keputusan {keputusan.nomor}", routes.keputusan(tahun, keputusan.kode))
    for tim in tahun.tim:
        names[tim.kode] = Tautan(one_line(tim.nama), f"{routes.bagian_tahun(tahun, 'tim')}#{tim.kode}")
    for one in list_bukti(bahan, tahun):
        names[one.bukti.kode] = Tautan(nama_bukti(tahun, one.bukti), routes.bukti(tahun, one.bukti.kode))
    return names, parts
