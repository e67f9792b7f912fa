"""What the reader remembers from row to row: the records so far, what the next cell may continue, the doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importers.draft import Doubt
from generator.importers.growth import Group, Node, Parent, RunningNumbers
from generator.importers.jadwal import describe_shift
from generator.importers.numbering import PrintedNumber, read_nomor
from generator.importers.table_pages import TableRow

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
