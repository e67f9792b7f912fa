"""What the reader remembers from row to row: the records so far, what the next cell may continue, the doubts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importers.daftar import Nomor, read_nomor
from generator.importers.draf import Ragu
from generator.importers.halaman import BarisRB
from generator.importers.jadwal import describe_geser
from generator.importers.susunan import Daftar, Kelompok, Sasaran, Simpul

NO, AREA, KEGIATAN, SUB_KEGIATAN, INDIKATOR = range(5)


@dataclass(slots=True)
class Buku:
    """The state of the reading; its methods keep it, the modules ``induk`` and ``butir`` decide."""

    ragu: list[Ragu]
    area: list[Simpul] = field(default_factory=list)
    sasaran: Sasaran = field(default_factory=Sasaran)
    kelompok: Kelompok | None = None
    semua_kelompok: list[Kelompok] = field(default_factory=list)
    daftar_sub: Daftar = field(default_factory=Daftar)
    daftar_indikator: Daftar = field(default_factory=Daftar)
    menyambung: bool = False
    """Whether all text of the row so far went on with the page before."""
    usai_kacau: bool = False
    """Whether a row above could not be placed and no new parent has begun since."""

    def doubt(self, row: BarisRB, kata: str) -> None:
        """Write down a doubt about a row."""
        self.ragu.append(Ragu(row.nomor, kata))

    def continues(self, teks: str) -> bool:
        """Return whether a cell at the top of a page goes on with the sentence before."""
        return self.menyambung and teks[:1].islower() and read_nomor(teks)[0] is None

    def aim(self, kegiatan: Simpul | None) -> None:
        """Make a kegiatan, or none, the parent of what follows."""
        self.sasaran = Sasaran(kegiatan)
        self.kelompok = None
        self.usai_kacau = False
        self.daftar_sub.close()
        self.daftar_indikator.close()

    def group(self, indikator: list[Simpul], row: BarisRB) -> None:
        """Let the marks of a row, and of the rows without text below it, count for these indikator."""
        self.kelompok = Kelompok(indikator, [row])
        self.semua_kelompok.append(self.kelompok)

    def note_geser(self, row: BarisRB, kolom: int, record: Simpul) -> Simpul:
        """Note on a record from a shifted row where it is printed; return the record."""
        if row.geser:
            printed = row.kepala.kolom[kolom] + row.geser
            slid = f"isi baris ini bergeser {describe_geser(row.geser)}"
            record.disusun_ulang = True
            record.catatan.append(f"Tercetak di kolom {row.kepala.nama(printed)} (c{printed}); {slid}.")
        return record

    def check_nomor(self, row: BarisRB, nomor: Nomor | None, daftar: Sequence[Simpul], nama: str) -> None:
        """Doubt a number that neither begins nor continues the numbers of its siblings."""
        before = next((record.urutan for record in reversed(daftar) if record.urutan), None)
        if nomor is None:
            if before:
                self.doubt(row, f"{nama} tanpa nomor setelah nomor “{before.tertulis}”")
        elif before is None and not nomor.pertama:
            self.doubt(row, f"{nama} pertama bernomor “{nomor.tertulis}”; periksa induknya")
        elif before and not nomor.melanjutkan(before):
            kata = f"{nama} bernomor “{nomor.tertulis}” setelah “{before.tertulis}”"
            self.doubt(row, f"{kata}; periksa induk dan kolomnya")
