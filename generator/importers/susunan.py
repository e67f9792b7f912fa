"""Records while they are being read: they grow row by row and are frozen into the draft at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.importers.daftar import SAMBUNGAN, Nomor, Potong
from generator.importers.draf import AreaDraf, IndikatorDraf, JadwalDraf, KegiatanDraf, SubKegiatanDraf
from generator.importers.halaman import BarisRB
from generator.model.rencana import Keadaan

_TANPA_TANDA = JadwalDraf(Keadaan.KOSONG)


# Compared by identity: two records may have the same words.
@dataclass(slots=True, eq=False)
class Simpul:
    """A record of any level, its text still open for the rows to come."""

    nama: str | None
    nomor: str | None = None
    urutan: Nomor | None = None
    """The printed number as a number, to see what continues it."""
    baris: list[int] = field(default_factory=list)
    rincian: list[str] = field(default_factory=list)
    keterangan: str | None = None
    catatan: list[str] = field(default_factory=list)
    disusun_ulang: bool = False
    anak: list[Simpul] = field(default_factory=list)
    """The records beneath it in the next column: kegiatan of an area, sub kegiatan of a kegiatan."""
    indikator: list[Simpul] = field(default_factory=list)
    mencakup: list[int] = field(default_factory=list)
    jadwal: JadwalDraf = _TANPA_TANDA

    def name_line(self, baris: int) -> None:
        """Add a line of the source."""
        if baris not in self.baris:
            self.baris.append(baris)

    @property
    def usai_stem(self) -> bool:
        """Whether the text so far ends as a stem does, so that a list may follow."""
        last = self.rincian[-1] if self.rincian else self.nama
        return bool(last) and str(last).endswith(":")

    def grow(self, potong: Potong, baris: int) -> None:
        """Add a piece that is not a record of its own: an entry, a list inside an entry, the rest of a sentence."""
        if potong.tingkat == 1 or (potong.tingkat > 1 and not self.rincian):
            self.rincian.append(potong.utuh)
        elif self.rincian:
            self.rincian[-1] = f"{self.rincian[-1]} {potong.utuh}"
        else:
            self.nama = f"{self.nama} {potong.utuh}" if self.nama else potong.utuh
        if potong.tingkat == SAMBUNGAN and baris not in self.baris:
            self.catatan.append(f"Kalimat terpotong halaman (L{self.baris[-1]} dan L{baris}); disambung.")
        self.name_line(baris)


@dataclass(slots=True)
class Daftar:
    """The numbers of one column as they run on from cell to cell."""

    terbuka: tuple[Nomor | None, ...] = ()
    per_baris: bool = False

    def close(self) -> None:
        """Forget the lists: a new parent has begun."""
        self.terbuka, self.per_baris = (), False


@dataclass(slots=True)
class Kelompok:
    """The indikator of one cell, and the rows of marks beside them."""

    indikator: list[Simpul]
    baris: list[BarisRB]


@dataclass(slots=True)
class Sasaran:
    """What the next indikator belongs to: one sub kegiatan, or the kegiatan for several."""

    kegiatan: Simpul | None = None
    sub_kegiatan: list[Simpul] = field(default_factory=list)

    @property
    def indikator(self) -> list[Simpul]:
        """The list that the next indikator goes to."""
        if len(self.sub_kegiatan) == 1:
            return self.sub_kegiatan[0].indikator
        return self.kegiatan.indikator if self.kegiatan else []

    @property
    def mencakup(self) -> list[int]:
        """Positions of the sub kegiatan that share the next indikator, where there are several."""
        if self.kegiatan is None or len(self.sub_kegiatan) <= 1:
            return []
        return [index for index, sub in enumerate(self.kegiatan.anak) if sub in self.sub_kegiatan]


def freeze_area(area: Simpul) -> AreaDraf:
    """Return a finished area."""
    return AreaDraf(
        nomor=area.nomor,
        nama=area.nama,
        baris=tuple(sorted(area.baris)),
        disusun_ulang=area.disusun_ulang,
        catatan=_catatan(area),
        kegiatan=tuple(_freeze_kegiatan(kegiatan) for kegiatan in area.anak),
    )


def _freeze_kegiatan(kegiatan: Simpul) -> KegiatanDraf:
    return KegiatanDraf(
        nomor=kegiatan.nomor,
        nama=kegiatan.nama,
        baris=tuple(sorted(kegiatan.baris)),
        disusun_ulang=kegiatan.disusun_ulang,
        catatan=_catatan(kegiatan),
        sub_kegiatan=tuple(_freeze_sub_kegiatan(sub) for sub in kegiatan.anak),
        indikator=tuple(_freeze_indikator(indikator) for indikator in kegiatan.indikator),
    )


def _freeze_sub_kegiatan(sub: Simpul) -> SubKegiatanDraf:
    return SubKegiatanDraf(
        nomor=sub.nomor,
        nama=sub.nama,
        baris=tuple(sorted(sub.baris)),
        disusun_ulang=sub.disusun_ulang,
        catatan=_catatan(sub),
        rincian=tuple(sub.rincian),
        keterangan=sub.keterangan,
        indikator=tuple(_freeze_indikator(indikator) for indikator in sub.indikator),
    )


def _freeze_indikator(indikator: Simpul) -> IndikatorDraf:
    return IndikatorDraf(
        nomor=indikator.nomor,
        nama=indikator.nama,
        baris=tuple(sorted(indikator.baris)),
        disusun_ulang=indikator.disusun_ulang,
        catatan=_catatan(indikator),
        jadwal=indikator.jadwal,
        rincian=tuple(indikator.rincian),
        keterangan=indikator.keterangan,
        mencakup=tuple(indikator.mencakup),
    )


def _catatan(record: Simpul) -> str | None:
    return " ".join(record.catatan) or None
