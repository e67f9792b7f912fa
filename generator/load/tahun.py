"""Read one year of one office: settings, decrees, texts, plans, teams, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.findings import Finding, Rule, quote, suggest
from generator.load.doubts import find_doubtful_lines, untie
from generator.load.files import read_evidence_files
from generator.load.reader import NAMA_FOLDER, Model, Reader
from generator.model.bukti import DaftarBukti
from generator.model.isi import Kosakata, Rencana, Tahun
from generator.model.kantor import RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import DaftarTim, Keputusan
from generator.model.layanan import DaftarRekapKanal, DaftarSurvei
from generator.model.lke import DaftarLke
from generator.model.naskah import Naskah
from generator.model.realisasi import BerkasRealisasi
from generator.model.rencana import RencanaRB, RencanaZI
from generator.model.situs import Rezim
from generator.source import read_text

REZIM = Rule("rezim", "Setiap rencana menyebut rezimnya di tahun.yml, dan rezim itu dikenal.")

_FILES = ("tahun.yml", "tim.yml", "bukti.yml", "survei.yml", "kanal.yml", "lke-zi.yml")
_FOLDERS = ("keputusan", "sumber", "rb", "zi", "realisasi", "bukti", "berkas")
_PLANS: dict[str, type[RencanaRB | RencanaZI]] = {"rb": RencanaRB, "zi": RencanaZI}


def read_tahun(reader: Reader, kosakata: Kosakata, satker: Satker, folder: Path) -> Tahun:
    """Return one year, as complete as its files allow, and collect every finding in the reader."""
    # What is collected here tells which lines of this year's decrees are doubtful; line numbers repeat each year.
    reader.trees.clear()
    reader.left_out.clear()
    _report_strangers(reader, folder)
    setelan = _setelan(reader, folder)
    broken: set[str] = set()
    keputusan = tuple(_records(reader, folder / "keputusan", Keputusan, broken))
    texts = {path.name: _naskah(reader, path) for path in reader.list_files(folder / "sumber", ".txt")}
    daftar_tim = _record(reader, folder / "tim.yml", DaftarTim, broken)
    rencana = tuple(_rencana(reader, kosakata, setelan, folder, broken))
    reader.findings += untie(butir for part in rencana for berkas in part.berkas for butir in berkas.semua_butir())
    # Only what quotes a decree can make its lines doubtful: what is read from here on quotes none.
    doubtful = None if broken else find_doubtful_lines(reader.trees, reader.left_out)
    lost: set[str] = set()
    registers = [
        _record(reader, folder / "bukti.yml", DaftarBukti, lost),
        *_records(reader, folder / "bukti", DaftarBukti, lost),
    ]
    logs = tuple(_records(reader, folder / "realisasi", BerkasRealisasi, lost))
    attached = tuple(read_evidence_files(reader, folder / "berkas", lost))
    survei = _record(reader, folder / "survei.yml", DaftarSurvei, lost)
    rekap = _record(reader, folder / "kanal.yml", DaftarRekapKanal, lost)
    lke = _record(reader, folder / "lke-zi.yml", DaftarLke, lost)
    return Tahun(
        satker=satker,
        setelan=setelan,
        folder=reader.workspace.relative(folder),
        keputusan=keputusan,
        daftar_tim=daftar_tim,
        rencana=rencana,
        bukti=tuple(bukti for register in registers if register for bukti in register.bukti),
        berkas_bukti={berkas.nama: berkas for berkas in attached},
        realisasi=tuple(entri for berkas in logs for entri in berkas.entri),
        survei=survei.survei if survei else (),
        rekap_kanal=rekap.rekap if rekap else (),
        lke=lke.penilaian if lke else (),
        naskah={name: text for name, text in texts.items() if text is not None},
        # A kind of file and each file of it: rb, rb/pengawasan.yml, sumber/sk-7-2022.txt.
        tak_terbaca=frozenset(broken | {f"sumber/{name}" for name, text in texts.items() if text is None}),
        log_tak_terbaca=frozenset(lost),
        baris_ragu=doubtful,
    )


def _report_strangers(reader: Reader, folder: Path) -> None:
    for entry in reader.list_folder(folder):
        known, other = (_FOLDERS, _FILES) if entry.is_dir() else (_FILES, _FOLDERS)
        if entry.name in other:
            reader.report_foreign(entry, "ini harus berkas" if entry.is_dir() else "ini harus folder")
        elif entry.name not in known:
            reader.report_foreign(entry, suggest(entry.name, known, f"yang dikenal: {', '.join(_FILES + _FOLDERS)}"))


def _setelan(reader: Reader, folder: Path) -> SetelanTahun:
    """Return a year's settings, with placeholders for broken values so that they cause no further findings."""
    tahun = int(folder.name)
    setelan = reader.read(folder / "tahun.yml", SetelanTahun)
    if setelan is None:
        # With any day in place, the broken file is reported once and not again for its missing day.
        return SetelanTahun.model_construct(tahun=tahun, rezim=RezimTahun(), per_tanggal=date(tahun, 12, 31))
    if setelan.tahun != tahun and not setelan.is_faulty("tahun"):
        message = f"tahun {setelan.tahun} berbeda dari nama foldernya"
        suggestion = f"tulis {tahun}, atau ganti nama folder"
        reader.findings.append(Finding(setelan.place("tahun"), NAMA_FOLDER, message, suggestion))
    mended = {"per_tanggal": date(tahun, 12, 31)} if setelan.is_faulty("per_tanggal") else {}
    return setelan.model_copy(update={"tahun": tahun, **mended})


def _rencana(
    reader: Reader, kosakata: Kosakata, setelan: SetelanTahun, folder: Path, broken: set[str]
) -> Iterator[Rencana]:
    for jenis, model in _PLANS.items():
        berkas = list(_records(reader, folder / jenis, model, broken))
        if not berkas and getattr(setelan.rezim, jenis) is None:
            continue
        rezim = _rezim(reader, kosakata, setelan, jenis)
        order = {area.kode: index for index, area in enumerate(rezim.area)}
        # Plan order: as the decree prints its areas; without lines, as the regime lists them.
        berkas.sort(key=lambda b: (b.area.asal[:1], order.get(b.area.padanan or "", len(order)), b.area.kode))
        if berkas:
            yield Rencana(jenis, rezim, tuple(berkas))


def _rezim(reader: Reader, kosakata: Kosakata, setelan: SetelanTahun, jenis: str) -> Rezim:
    """Return the regime of a plan; if the year names none or an unknown one, report it and use the first such."""
    usual = {rezim.kode: rezim for rezim in kosakata.rezim.values() if rezim.jenis == jenis}
    kode = getattr(setelan.rezim, jenis)
    spoilt = not setelan.was_read or setelan.is_faulty("rezim") or setelan.rezim.is_faulty(jenis)
    if kode not in usual and not spoilt:
        suggestion = suggest(kode or "", usual, f"tulis {jenis}: {next(iter(usual))}")
        message = f"rezim {jenis} {quote(kode)} tidak dikenal" if kode else f"rezim untuk rencana {jenis} belum ditulis"
        reader.findings.append(Finding(setelan.rezim.place(jenis), REZIM, message, suggestion))
    return usual.get(kode, next(iter(usual.values())))


def _records(reader: Reader, folder: Path, model: type[Model], broken: set[str]) -> Iterator[Model]:
    for path in reader.list_files(folder, ".yml"):
        record = reader.read(path, model)
        if record is None:
            broken |= {folder.name, f"{folder.name}/{path.name}"}
        else:
            yield record


def _naskah(reader: Reader, path: Path) -> Naskah | None:
    berkas = reader.workspace.relative(path)
    text, findings = read_text(path, berkas)
    reader.findings.extend(findings)
    if text is None:
        return None
    return Naskah(path.name, berkas, tuple(text.replace("\r\n", "\n").rstrip("\n").split("\n")))


def _record(reader: Reader, path: Path, model: type[Model], broken: set[str]) -> Model | None:
    """Return the record of an optional file, or None; note the file's name as unreadable if it is broken."""
    if not path.exists():
        return None
    record = reader.read(path, model)
    if record is None:
        broken.add(path.stem)
    return record
