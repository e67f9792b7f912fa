"""Records while they are being read, and what the reader remembers from row to row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importers.draft import Doubt, DraftArea, DraftIndikator, DraftJadwal, DraftKegiatan, DraftSubKegiatan
from generator.importers.jadwal import describe_shift
from generator.importers.numbering import CONTINUATION, Piece, PrintedNumber, read_nomor
from generator.importers.table_pages import TableRow
from generator.model.rencana import Keadaan

_WITHOUT_MARKS = DraftJadwal(Keadaan.KOSONG)


# Compared by identity: two records may have the same words.
@dataclass(slots=True, eq=False)
class Node:
    """A record of any level, its text still open for the rows to come."""

    nama: str | None
    nomor: str | None = None
    urutan: PrintedNumber | None = None
    """The printed number as a number, to see what continues it."""
    baris: list[int] = field(default_factory=list)
    rincian: list[str] = field(default_factory=list)
    keterangan: str | None = None
    catatan: list[str] = field(default_factory=list)
    rearranged: bool = False
    children: list[Node] = field(default_factory=list)
    """The records beneath it in the next column: kegiatan of an area, sub kegiatan of a kegiatan."""
    indikator: list[Node] = field(default_factory=list)
    mencakup: list[int] = field(default_factory=list)
    jadwal: DraftJadwal = _WITHOUT_MARKS

    def name_line(self, baris: int) -> None:
        """Add a line of the source."""
        if baris not in self.baris:
            self.baris.append(baris)

    @property
    def ends_as_stem(self) -> bool:
        """Whether the text so far ends as a stem does, so that a list may follow."""
        last = self.rincian[-1] if self.rincian else self.nama
        return bool(last) and str(last).endswith(":")

    def grow(self, piece: Piece, baris: int) -> None:
        """Add a piece that is not a record of its own: an entry, a list inside an entry, the rest of a sentence."""
        if piece.level == 1 or (piece.level > 1 and not self.rincian):
            self.rincian.append(piece.whole)
        elif self.rincian:
            self.rincian[-1] = f"{self.rincian[-1]} {piece.whole}"
        else:
            self.nama = f"{self.nama} {piece.whole}" if self.nama else piece.whole
        if piece.level == CONTINUATION and baris not in self.baris:
            self.catatan.append(f"Kalimat terpotong halaman (L{self.baris[-1]} dan L{baris}); disambung.")
        self.name_line(baris)


@dataclass(slots=True)
class RunningNumbers:
    """The numbers of one column as they run on from cell to cell."""

    open_lists: tuple[PrintedNumber | None, ...] = ()
    per_row: bool = False

    def close(self) -> None:
        """Forget the lists: a new parent has begun."""
        self.open_lists, self.per_row = (), False


@dataclass(slots=True)
class Group:
    """The indikator of one cell, and the rows of marks beside them."""

    indikator: list[Node]
    rows: list[TableRow]


@dataclass(slots=True)
class Parent:
    """What the next indikator belongs to: one sub kegiatan, or the kegiatan for several."""

    kegiatan: Node | None = None
    sub_kegiatan: list[Node] = field(default_factory=list)

    @property
    def indikator(self) -> list[Node]:
        """The list that the next indikator goes to."""
        if len(self.sub_kegiatan) == 1:
            return self.sub_kegiatan[0].indikator
        return self.kegiatan.indikator if self.kegiatan else []

    @property
    def mencakup(self) -> list[int]:
        """Positions of the sub kegiatan that share the next indikator, where there are several."""
        if self.kegiatan is None or len(self.sub_kegiatan) <= 1:
            return []
        return [index for index, sub in enumerate(self.kegiatan.children) if sub in self.sub_kegiatan]


def freeze_area(area: Node) -> DraftArea:
    """Return a finished area."""
    return DraftArea(
        nomor=area.nomor,
        nama=area.nama,
        baris=tuple(sorted(area.baris)),
        rearranged=area.rearranged,
        catatan=_catatan(area),
        kegiatan=tuple(_freeze_kegiatan(kegiatan) for kegiatan in area.children),
    )


def _freeze_kegiatan(kegiatan: Node) -> DraftKegiatan:
    return DraftKegiatan(
        nomor=kegiatan.nomor,
        nama=kegiatan.nama,
        baris=tuple(sorted(kegiatan.baris)),
        rearranged=kegiatan.rearranged,
        catatan=_catatan(kegiatan),
        sub_kegiatan=tuple(_freeze_sub_kegiatan(sub) for sub in kegiatan.children),
        indikator=tuple(_freeze_indikator(indikator) for indikator in kegiatan.indikator),
    )


def _freeze_sub_kegiatan(sub: Node) -> DraftSubKegiatan:
    return DraftSubKegiatan(
        nomor=sub.nomor,
        nama=sub.nama,
        baris=tuple(sorted(sub.baris)),
        rearranged=sub.rearranged,
        catatan=_catatan(sub),
        rincian=tuple(sub.rincian),
        keterangan=sub.keterangan,
        indikator=tuple(_freeze_indikator(indikator) for indikator in sub.indikator),
    )


def _freeze_indikator(indikator: Node) -> DraftIndikator:
    return DraftIndikator(
        nomor=indikator.nomor,
        nama=indikator.nama,
        baris=tuple(sorted(indikator.baris)),
        rearranged=indikator.rearranged,
        catatan=_catatan(indikator),
        jadwal=indikator.jadwal,
        rincian=tuple(indikator.rincian),
        keterangan=indikator.keterangan,
        mencakup=tuple(indikator.mencakup),
    )


def _catatan(record: Node) -> str | None:
    return " ".join(record.catatan) or None


NUMBER, AREA, KEGIATAN, SUB_KEGIATAN, INDIKATOR = range(5)


@dataclass(slots=True)
class Notebook:
    """The state of the reading; its methods keep it, the modules ``outer_columns`` and ``inner_columns`` decide."""

    doubts: list[Doubt]
    area: list[Node] = field(default_factory=list)
    parent: Parent = field(default_factory=Parent)
    current_group: Group | None = None
    groups: list[Group] = field(default_factory=list)
    sub_numbers: RunningNumbers = field(default_factory=RunningNumbers)
    indikator_numbers: RunningNumbers = field(default_factory=RunningNumbers)
    goes_on: bool = False
    """Whether all text of the row so far went on with the page before."""
    after_scrambled: bool = False
    """Whether a row above could not be placed and no new parent has begun since."""

    def doubt(self, row: TableRow, kata: str) -> None:
        """Write down a doubt about a row."""
        self.doubts.append(Doubt(row.nomor, kata))

    def continues(self, teks: str) -> bool:
        """Return whether a cell at the top of a page goes on with the sentence before."""
        return self.goes_on and teks[:1].islower() and read_nomor(teks)[0] is None

    def aim(self, kegiatan: Node | None) -> None:
        """Make a kegiatan, or none, the parent of what follows."""
        self.parent = Parent(kegiatan)
        self.current_group = None
        self.after_scrambled = False
        self.sub_numbers.close()
        self.indikator_numbers.close()

    def open_group(self, indikator: list[Node], row: TableRow) -> None:
        """Let the marks of a row, and of the rows without text below it, count for these indikator."""
        self.current_group = Group(indikator, [row])
        self.groups.append(self.current_group)

    def note_shift(self, row: TableRow, kolom: int, record: Node) -> Node:
        """Note on a record from a shifted row where it is printed; return the record."""
        if row.shift:
            printed = row.header.kolom[kolom] + row.shift
            slid = f"isi baris ini bergeser {describe_shift(row.shift)}"
            record.rearranged = True
            record.catatan.append(f"Tercetak di kolom {row.header.nama(printed)} (c{printed}); {slid}.")
        return record

    def check_nomor(self, row: TableRow, nomor: PrintedNumber | None, daftar: Sequence[Node], nama: str) -> None:
        """Doubt a number that neither begins nor continues the numbers of its siblings."""
        before = next((record.urutan for record in reversed(daftar) if record.urutan), None)
        if nomor is None:
            if before:
                self.doubt(row, f"{nama} tanpa nomor setelah nomor “{before.tertulis}”")
        elif before is None and not nomor.is_first:
            self.doubt(row, f"{nama} pertama bernomor “{nomor.tertulis}”; periksa induknya")
        elif before and not nomor.continues(before):
            kata = f"{nama} bernomor “{nomor.tertulis}” setelah “{before.tertulis}”"
            self.doubt(row, f"{kata}; periksa induk dan kolomnya")
