"""Read files one by one and collect what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Place, Rule, quote
from generator.load.validate import validate
from generator.model.base import MapNode
from generator.settings import Workspace
from generator.source import read_yaml, report_symlink

BERKAS_ASING = Rule(
    "berkas-asing", "Folder data hanya memuat berkas dan folder yang dikenal, karena yang lain tidak akan tampil."
)
NAMA_FOLDER = Rule("nama-folder", "Kode kantor dan tahun datanya sama dengan nama foldernya.")

Model = TypeVar("Model", bound=BaseModel)


@dataclass(slots=True)
class Reader:
    """Reads files and collects what is wrong with them."""

    workspace: Workspace
    findings: list[Finding] = field(default_factory=list)
    trees: list[MapNode] = field(default_factory=list)
    """The raw content of the files of the year being read."""
    left_out: list[MapNode] = field(default_factory=list)
    """Raw records of that year that a mistake left out."""

    def read(self, path: Path, model: type[Model]) -> Model | None:
        """Return the record of a file, or None if nothing of it can be used; collect every finding."""
        berkas = self.workspace.relative(path)
        parsed = read_yaml(path, berkas)
        self.findings.extend(parsed.findings)
        if parsed.isi is None:
            return None
        validated = validate(model, parsed.isi, berkas)
        self.findings.extend(validated.findings)
        self.trees.append(parsed.isi)
        self.left_out.extend(validated.left_out)
        record: Model | None = validated.record
        return record

    def report(self, path: Path, rule: Rule, message: str, suggestion: str) -> None:
        """Note what is wrong with a whole file."""
        self.findings.append(Finding(Place(self.workspace.relative(path)), rule, message, suggestion))

    def list_folder(self, folder: Path) -> Iterator[Path]:
        """Yield the visible entries of a folder in the order of their names; report symbolic links."""
        if not folder.is_dir() or (folder.is_symlink() and folder != self.workspace.data):
            return
        for path in sorted(folder.iterdir()):
            if path.is_symlink():
                self.findings.append(report_symlink(self.workspace.relative(path)))
            # Hidden files belong to editors and systems: .DS_Store, .gitkeep.
            elif not path.name.startswith("."):
                yield path

    def list_files(self, folder: Path, ending: str) -> Iterator[Path]:
        """Yield the data files of a folder in the order of their names; report every other."""
        for path in self.list_folder(folder):
            if path.is_file() and path.suffix == ending:
                yield path
            else:
                self.report_foreign(path, f"di folder ini hanya berkas {ending}")

    def report_foreign(self, path: Path, suggestion: str) -> None:
        """Report a file or folder that no part of the tool reads: its content would be lost in silence."""
        self.report(path, BERKAS_ASING, f"{quote(path.name)} tidak dikenal, jadi isinya tidak akan tampil", suggestion)
