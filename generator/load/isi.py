"""Read ``content/data`` and ``site_config`` into one value.

Every file is read even when others are broken; what could not be read is named, so that the rules which look
across files do not report mere consequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Tempat, quote, suggest
from generator.load.validate import validate
from generator.model.isi import Isi, Kantor, Kosakata, Rencana, Tahun
from generator.model.kantor import SKEMA, RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah
from generator.model.rencana import RencanaRB, RencanaZI
from generator.model.situs import (
    DaftarIstilah,
    DaftarKanalNasional,
    DaftarKegiatanBaku,
    DaftarRezim,
    DaftarStatus,
    Rezim,
    Situs,
)
from generator.model.tim import DaftarTim
from generator.settings import Ruang
from generator.source import read_text, read_yaml

Model = TypeVar("Model", bound=BaseModel)
_YEAR = re.compile(r"20[0-9]{2}")
_YEAR_PARTS = ("tahun.yml", "tim.yml", "keputusan", "sumber", "rb", "zi")
_PLANS = {"rb": RencanaRB, "zi": RencanaZI}


@dataclass(slots=True)
class _Loader:
    """Reads files and collects what is wrong with them."""

    ruang: Ruang
    findings: list[Finding] = field(default_factory=list)

    def read(self, path: Path, model: type[Model]) -> Model | None:
        """Return the record of a file, or None when it cannot be had."""
        berkas = self.ruang.relative(path)
        bacaan = read_yaml(path, berkas)
        self.findings.extend(bacaan.findings)
        if bacaan.isi is None:
            return None
        record, findings = validate(model, bacaan.isi, berkas)
        self.findings.extend(findings)
        return record

    def report(self, path: Path, kode: str, pesan: str, saran: str) -> None:
        self.findings.append(Finding(Tempat(self.ruang.relative(path)), kode, pesan, saran))

    def files(self, folder: Path, ending: str) -> Iterator[Path]:
        """Yield the data files of a folder in the order of their names; report every other."""
        for path in _entries(folder):
            if path.is_file() and path.suffix == ending:
                yield path
            else:
                self.foreign(path, f"di folder ini hanya berkas {ending}")

    def foreign(self, path: Path, saran: str) -> None:
        """Report a file or folder that no part of the tool reads: its content would be lost in silence."""
        self.report(path, "berkas-asing", f"{quote(path.name)} tidak dikenal, jadi isinya tidak akan tampil", saran)


def load_isi(ruang: Ruang) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content, as whole as it can be had, and every finding of reading it.

    The content is None only when the site's own settings or the shipped vocabularies cannot be read.
    """
    loader = _Loader(ruang)
    kosakata = load_kosakata(ruang)
    situs = loader.read(ruang.situs, Situs)
    kantor = tuple(_kantor(loader, kosakata, folder) for folder in _folders(loader, ruang.data, "kode kantor"))
    isi = Isi(situs, kosakata, kantor) if situs else None
    return isi, tuple(loader.findings)


def load_kosakata(ruang: Ruang) -> Kosakata:
    """Return the tool's vocabularies.

    Raises:
        ValueError: a shipped vocabulary is broken; that is a fault of the tool, not of the content.
    """
    loader = _Loader(ruang)

    def read(name: str, model: type[Model]) -> Model:
        record = loader.read(ruang.shipped(f"site_config/{name}"), model)
        if record is None or loader.findings:
            raise ValueError(name, loader.findings)
        return record

    return Kosakata(
        rezim={rezim.kode: rezim for rezim in read("rezim.yml", DaftarRezim).rezim},
        status={status.kode: status for status in read("status.yml", DaftarStatus).status},
        istilah=read("istilah.yml", DaftarIstilah).istilah,
        kegiatan={kegiatan.kode: kegiatan for kegiatan in read("kegiatan.yml", DaftarKegiatanBaku).kegiatan},
        kanal=read("kanal.yml", DaftarKanalNasional).kanal,
    )


def _kantor(loader: _Loader, kosakata: Kosakata, folder: Path) -> Kantor:
    path = folder / "satker.yml"
    satker = loader.read(path, Satker)
    if satker is None:
        satker = Satker.model_construct(
            skema=SKEMA, kode=folder.name, nama=folder.name, nama_resmi=folder.name, tingkat="kabupaten"
        )
    elif satker.kode != folder.name:
        loader.findings.append(
            Finding(satker.place("kode"), "nama-folder", f"kode {quote(satker.kode)} berbeda dari nama foldernya", f"tulis {folder.name}, atau ganti nama folder")
        )  # fmt: skip
    years = []
    for entry in _entries(folder):
        if entry.is_dir() and _YEAR.fullmatch(entry.name):
            years.append(_tahun(loader, kosakata, satker, entry))
        elif entry.name != "satker.yml":
            loader.foreign(entry, suggest(entry.name, ["satker.yml"], "folder tahun bernama empat angka, contoh 2022"))
    return Kantor(satker, tuple(sorted(years, key=lambda tahun: -tahun.tahun)))


def _tahun(loader: _Loader, kosakata: Kosakata, satker: Satker, folder: Path) -> Tahun:
    for entry in _entries(folder):
        if entry.name not in _YEAR_PARTS:
            loader.foreign(entry, suggest(entry.name, _YEAR_PARTS, f"yang dikenal: {', '.join(_YEAR_PARTS)}"))
    setelan = loader.read(folder / "tahun.yml", SetelanTahun)
    if setelan is None:
        setelan = SetelanTahun.model_construct(tahun=int(folder.name), rezim=RezimTahun())
    elif setelan.tahun != int(folder.name):
        loader.findings.append(
            Finding(setelan.place("tahun"), "nama-folder", f"tahun {setelan.tahun} berbeda dari nama foldernya", f"tulis {folder.name}, atau ganti nama folder")
        )  # fmt: skip
    broken: set[str] = set()
    keputusan = tuple(_records(loader, folder / "keputusan", Keputusan, broken))
    naskah = tuple(_naskah(loader, path) for path in loader.files(folder / "sumber", ".txt"))
    daftar_tim = None
    if (folder / "tim.yml").exists():
        daftar_tim = loader.read(folder / "tim.yml", DaftarTim)
        if daftar_tim is None:
            broken.add("tim")
    return Tahun(
        satker=satker,
        setelan=setelan,
        berkas=loader.ruang.relative(folder),
        keputusan=keputusan,
        daftar_tim=daftar_tim,
        rencana=tuple(_rencana(loader, kosakata, setelan, folder, broken)),
        naskah={text.kode: text for text in naskah if text is not None},
        tak_terbaca=frozenset(broken),
    )


def _rencana(
    loader: _Loader, kosakata: Kosakata, setelan: SetelanTahun, folder: Path, broken: set[str]
) -> Iterator[Rencana]:
    for jenis, model in _PLANS.items():
        if not (folder / jenis).is_dir():
            continue
        berkas = list(_records(loader, folder / jenis, model, broken))
        rezim = _rezim(loader, kosakata, setelan, jenis)
        order = {area.kode: index for index, area in enumerate(rezim.area)}
        berkas.sort(key=lambda b: (b.area.asal[:1], order.get(b.area.padanan or "", len(order)), b.area.kode))
        if berkas:
            yield Rencana(jenis, rezim, tuple(berkas))


def _rezim(loader: _Loader, kosakata: Kosakata, setelan: SetelanTahun, jenis: str) -> Rezim:
    """Return the regime of a plan; where the year names none or a strange one, say so and take the usual one."""
    usual = {rezim.kode: rezim for rezim in kosakata.rezim.values() if rezim.jenis == jenis}
    kode = getattr(setelan.rezim, jenis)
    if kode not in usual:
        saran = suggest(kode or "", usual, f"tulis {jenis}: {next(iter(usual))}")
        pesan = f"rezim {jenis} {quote(kode)} tidak dikenal" if kode else f"rezim untuk rencana {jenis} belum ditulis"
        loader.findings.append(Finding(setelan.place("rezim"), "rezim", pesan, saran))
    return usual.get(kode, next(iter(usual.values())))


def _records(loader: _Loader, folder: Path, model: type[Model], broken: set[str]) -> Iterator[Model]:
    for path in loader.files(folder, ".yml"):
        record = loader.read(path, model)
        if record is None:
            broken.add(folder.name)
        else:
            yield record


def _naskah(loader: _Loader, path: Path) -> Naskah | None:
    berkas = loader.ruang.relative(path)
    text, findings = read_text(path, berkas)
    loader.findings.extend(findings)
    return None if text is None else Naskah(path.name, berkas, tuple(text.replace("\r\n", "\n").rstrip("\n").split("\n")))


def _folders(loader: _Loader, folder: Path, what: str) -> Iterator[Path]:
    for path in _entries(folder):
        if path.is_dir() and not path.is_symlink():
            yield path
        else:
            loader.foreign(path, f"di sini hanya folder bernama {what}")


def _entries(folder: Path) -> Iterable[Path]:
    """Return the visible entries of a folder in the order of their names."""
    if not folder.is_dir():
        return ()
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
