"""Read files one by one and collect what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Rule, Tempat, quote
from generator.load.validate import validate
from generator.model.base import Peta
from generator.settings import Ruang
from generator.source import linked, read_yaml

BERKAS_ASING = Rule(
    "berkas-asing", "Folder data hanya memuat berkas dan folder yang dikenal, karena yang lain tidak akan tampil."
)
NAMA_FOLDER = Rule("nama-folder", "Kode kantor dan tahun datanya sama dengan nama foldernya.")

Model = TypeVar("Model", bound=BaseModel)


@dataclass(slots=True)
class Pembaca:
    """Reads files and collects what is wrong with them."""

    ruang: Ruang
    findings: list[Finding] = field(default_factory=list)
    pohon: list[Peta] = field(default_factory=list)
    """The raw content of the files of the year being read."""
    dibuang: list[Peta] = field(default_factory=list)
    """Raw records of that year that a mistake left out."""

    def read(self, path: Path, model: type[Model]) -> Model | None:
        """Return the record of a file, or None if nothing of it can be used; collect every finding."""
        berkas = self.ruang.relative(path)
        bacaan = read_yaml(path, berkas)
        self.findings.extend(bacaan.findings)
        if bacaan.isi is None:
            return None
        hasil = validate(model, bacaan.isi, berkas)
        self.findings.extend(hasil.findings)
        self.pohon.append(bacaan.isi)
        self.dibuang.extend(hasil.dibuang)
        record: Model | None = hasil.record
        return record

    def report(self, path: Path, rule: Rule, pesan: str, saran: str) -> None:
        """Note what is wrong with a whole file."""
        self.findings.append(Finding(Tempat(self.ruang.relative(path)), rule, pesan, saran))

    def entries(self, folder: Path) -> Iterator[Path]:
        """Yield the visible entries of a folder in the order of their names; report symbolic links."""
        if not folder.is_dir() or (folder.is_symlink() and folder != self.ruang.data):
            return
        for path in sorted(folder.iterdir()):
            if path.is_symlink():
                self.findings.append(linked(self.ruang.relative(path)))
            # Hidden files belong to editors and systems: .DS_Store, .gitkeep.
            elif not path.name.startswith("."):
                yield path

    def files(self, folder: Path, ending: str) -> Iterator[Path]:
        """Yield the data files of a folder in the order of their names; report every other."""
        for path in self.entries(folder):
            if path.is_file() and path.suffix == ending:
                yield path
            else:
                self.foreign(path, f"di folder ini hanya berkas {ending}")

    def foreign(self, path: Path, saran: str) -> None:
        """Report a file or folder that no part of the tool reads: its content would be lost in silence."""
        self.report(path, BERKAS_ASING, f"{quote(path.name)} tidak dikenal, jadi isinya tidak akan tampil", saran)
