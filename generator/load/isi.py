"""Read ``content/data`` and ``site_config`` into one value.

Every file is read even when others are broken; what could not be read is named, so that the rules which look
across files do not report mere consequences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Tempat, quote, suggest
from generator.load.ragu import doubtful_lines
from generator.load.silsilah import untie
from generator.load.validate import validate
from generator.model.base import Peta
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
from generator.source import linked, read_text, read_yaml

Model = TypeVar("Model", bound=BaseModel)
_YEAR = re.compile(r"20[0-9]{2}")
_YEAR_FILES = ("tahun.yml", "tim.yml")
_YEAR_FOLDERS = ("keputusan", "sumber", "rb", "zi")
_PLANS: dict[str, type[RencanaRB | RencanaZI]] = {"rb": RencanaRB, "zi": RencanaZI}


@dataclass(slots=True)
class _Loader:
    """Reads files and collects what is wrong with them."""

    ruang: Ruang
    findings: list[Finding] = field(default_factory=list)
    pohon: list[Peta] = field(default_factory=list)
    """The raw content of the files of the year being read."""
    dibuang: list[Peta] = field(default_factory=list)
    """Raw records of that year that a mistake left out."""

    def read(self, path: Path, model: type[Model]) -> Model | None:
        """Return the record of a file, or None when it cannot be had."""
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

    def report(self, path: Path, kode: str, pesan: str, saran: str) -> None:
        self.findings.append(Finding(Tempat(self.ruang.relative(path)), kode, pesan, saran))

    def entries(self, folder: Path) -> Iterator[Path]:
        """Yield the visible entries of a folder in the order of their names; report symbolic links."""
        if not folder.is_dir() or (folder.is_symlink() and folder != self.ruang.data):
            return
        for path in sorted(folder.iterdir()):
            if path.is_symlink():
                self.findings.append(linked(self.ruang.relative(path)))
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
        self.report(path, "berkas-asing", f"{quote(path.name)} tidak dikenal, jadi isinya tidak akan tampil", saran)


def load_isi(ruang: Ruang) -> tuple[Isi | None, tuple[Finding, ...]]:
    """Return the content, as whole as it can be had, and every finding of reading it.

    The content is None only when the vocabularies cannot be read.
    """
    loader = _Loader(ruang)
    kosakata = _kosakata(loader)
    situs = loader.read(ruang.situs, Situs) or Situs.model_construct(nama="", deskripsi="", pengelola="")
    if kosakata is None:
        return None, tuple(loader.findings)
    kantor = tuple(_kantor(loader, kosakata, folder) for folder in _offices(loader))
    return Isi(situs, kosakata, kantor), tuple(loader.findings)


def load_kosakata(ruang: Ruang) -> Kosakata:
    """Return the vocabularies.

    Raises:
        ValueError: one is broken.
    """
    loader = _Loader(ruang)
    kosakata = _kosakata(loader)
    if kosakata is None:
        raise ValueError(loader.findings)
    return kosakata


def _kosakata(loader: _Loader) -> Kosakata | None:
    def read(name: str, model: type[Model]) -> Model | None:
        return loader.read(loader.ruang.shipped(f"site_config/{name}"), model)

    rezim, status = read("rezim.yml", DaftarRezim), read("status.yml", DaftarStatus)
    istilah, kegiatan = read("istilah.yml", DaftarIstilah), read("kegiatan.yml", DaftarKegiatanBaku)
    kanal = read("kanal.yml", DaftarKanalNasional)
    if not (rezim and status and istilah and kegiatan and kanal) or loader.findings:
        return None
    return Kosakata(
        rezim={item.kode: item for item in rezim.rezim},
        status={item.kode: item for item in status.status},
        istilah=istilah.istilah,
        kegiatan={item.kode: item for item in kegiatan.kegiatan},
        kanal=kanal.kanal,
    )


def _offices(loader: _Loader) -> Iterator[Path]:
    for path in loader.entries(loader.ruang.data):
        if path.is_dir():
            yield path
        else:
            loader.foreign(path, "di sini hanya folder bernama kode kantor")


def _kantor(loader: _Loader, kosakata: Kosakata, folder: Path) -> Kantor:
    satker = loader.read(folder / "satker.yml", Satker)
    if satker is None:
        satker = Satker.model_construct(
            skema=SKEMA, kode=folder.name, nama=folder.name, nama_resmi=folder.name, tingkat="kabupaten"
        )
    else:
        loader.findings.extend(_identity(satker, folder))
    years = []
    for entry in loader.entries(folder):
        if entry.is_dir() and _YEAR.fullmatch(entry.name):
            years.append(_tahun(loader, kosakata, satker, entry))
        elif entry.name != "satker.yml":
            loader.foreign(entry, suggest(entry.name, ["satker.yml"], "folder tahun bernama empat angka, contoh 2022"))
    return Kantor(satker, tuple(sorted(years, key=lambda tahun: -tahun.tahun)))


def _identity(satker: Satker, folder: Path) -> Iterator[Finding]:
    """An office is named after its folder, and its data follow the schema that this version reads."""
    if satker.kode != folder.name and not satker.cacat("kode"):
        saran = f"tulis {folder.name}, atau ganti nama folder"
        pesan = f"kode {quote(satker.kode)} berbeda dari nama foldernya"
        yield Finding(satker.place("kode"), "nama-folder", pesan, saran)
    if satker.skema > SKEMA and not satker.cacat("skema"):
        pesan = f"data ini memakai skema {satker.skema}, lebih baru daripada yang dikenal kolom-rb ini ({SKEMA})"
        yield Finding(satker.place("skema"), "skema", pesan, "perbarui kolom-rb")
    if satker.skema < SKEMA and not satker.cacat("skema"):
        yield Finding(satker.place("skema"), "skema", f"skema {satker.skema} tidak dikenal", f"tulis skema: {SKEMA}")


def _tahun(loader: _Loader, kosakata: Kosakata, satker: Satker, folder: Path) -> Tahun:
    loader.pohon.clear()
    loader.dibuang.clear()
    for entry in loader.entries(folder):
        known, other = (_YEAR_FOLDERS, _YEAR_FILES) if entry.is_dir() else (_YEAR_FILES, _YEAR_FOLDERS)
        if entry.name in other:
            loader.foreign(entry, "ini harus berkas" if entry.is_dir() else "ini harus folder")
        elif entry.name not in known:
            loader.foreign(entry, suggest(entry.name, known, f"yang dikenal: {', '.join(_YEAR_FILES + _YEAR_FOLDERS)}"))
    setelan = _setelan(loader, folder)
    broken: set[str] = set()
    keputusan = tuple(_records(loader, folder / "keputusan", Keputusan, broken))
    texts = {path.name: _naskah(loader, path) for path in loader.files(folder / "sumber", ".txt")}
    daftar_tim = None
    if (folder / "tim.yml").exists():
        daftar_tim = loader.read(folder / "tim.yml", DaftarTim)
        if daftar_tim is None:
            broken.add("tim")
    rencana = tuple(_rencana(loader, kosakata, setelan, folder, broken))
    loader.findings.extend(untie(butir for part in rencana for berkas in part.berkas for butir in berkas.semua_butir()))
    return Tahun(
        satker=satker,
        setelan=setelan,
        berkas=loader.ruang.relative(folder),
        keputusan=keputusan,
        daftar_tim=daftar_tim,
        rencana=rencana,
        naskah={name: text for name, text in texts.items() if text is not None},
        # A kind of file and each file of it: rb, rb/pengawasan.yml, sumber/sk-7-2022.txt.
        tak_terbaca=frozenset(broken | {f"sumber/{name}" for name, text in texts.items() if text is None}),
        baris_ragu=None if broken else doubtful_lines(loader.pohon, loader.dibuang),
    )


def _setelan(loader: _Loader, folder: Path) -> SetelanTahun:
    """Return a year's settings; what a reported mistake spoilt is filled in, so that nothing else is reported."""
    tahun = int(folder.name)
    setelan = loader.read(folder / "tahun.yml", SetelanTahun)
    if setelan is None:
        return SetelanTahun.model_construct(tahun=tahun, rezim=RezimTahun(), per_tanggal=date(tahun, 12, 31))
    if setelan.tahun != tahun and not setelan.cacat("tahun"):
        pesan = f"tahun {setelan.tahun} berbeda dari nama foldernya"
        saran = f"tulis {tahun}, atau ganti nama folder"
        loader.findings.append(Finding(setelan.place("tahun"), "nama-folder", pesan, saran))
    mended = {"per_tanggal": date(tahun, 12, 31)} if setelan.cacat("per_tanggal") else {}
    return setelan.model_copy(update={"tahun": tahun, **mended})


def _rencana(
    loader: _Loader, kosakata: Kosakata, setelan: SetelanTahun, folder: Path, broken: set[str]
) -> Iterator[Rencana]:
    for jenis, model in _PLANS.items():
        berkas = list(_records(loader, folder / jenis, model, broken))
        if not berkas and getattr(setelan.rezim, jenis) is None:
            continue
        rezim = _rezim(loader, kosakata, setelan, jenis)
        order = {area.kode: index for index, area in enumerate(rezim.area)}
        berkas.sort(key=lambda b: (b.area.asal[:1], order.get(b.area.padanan or "", len(order)), b.area.kode))
        if berkas:
            yield Rencana(jenis, rezim, tuple(berkas))


def _rezim(loader: _Loader, kosakata: Kosakata, setelan: SetelanTahun, jenis: str) -> Rezim:
    """Return the regime of a plan; where the year names none or a strange one, say so and take the usual one."""
    usual = {rezim.kode: rezim for rezim in kosakata.rezim.values() if rezim.jenis == jenis}
    kode = getattr(setelan.rezim, jenis)
    spoilt = not setelan.berasal or setelan.cacat("rezim") or setelan.rezim.cacat(jenis)
    if kode not in usual and not spoilt:
        saran = suggest(kode or "", usual, f"tulis {jenis}: {next(iter(usual))}")
        pesan = f"rezim {jenis} {quote(kode)} tidak dikenal" if kode else f"rezim untuk rencana {jenis} belum ditulis"
        loader.findings.append(Finding(setelan.rezim.place(jenis), "rezim", pesan, saran))
    return usual.get(kode, next(iter(usual.values())))


def _records(loader: _Loader, folder: Path, model: type[Model], broken: set[str]) -> Iterator[Model]:
    for path in loader.files(folder, ".yml"):
        record = loader.read(path, model)
        if record is None:
            broken |= {folder.name, f"{folder.name}/{path.name}"}
        else:
            yield record


def _naskah(loader: _Loader, path: Path) -> Naskah | None:
    berkas = loader.ruang.relative(path)
    text, findings = read_text(path, berkas)
    loader.findings.extend(findings)
    if text is None:
        return None
    return Naskah(path.name, berkas, tuple(text.replace("\r\n", "\n").rstrip("\n").split("\n")))
