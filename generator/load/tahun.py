"""Read one year of one office: settings, decrees, texts, plans, teams, evidence, entries.

Every file is read even when others are broken; what could not be read is named, so that the rules which look
across files do not report mere consequences.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator.findings import Finding, Rule, quote, suggest
from generator.load.berkas import read_berkas
from generator.load.pembaca import NAMA_FOLDER, Model, Pembaca
from generator.load.ragu import doubtful_lines
from generator.load.silsilah import untie
from generator.model.bukti import DaftarBukti
from generator.model.isi import Kosakata, Rencana, Tahun
from generator.model.kantor import RezimTahun, Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.layanan import DaftarRekapKanal, DaftarSurvei
from generator.model.lke import DaftarLke
from generator.model.naskah import Naskah
from generator.model.realisasi import BerkasRealisasi
from generator.model.rencana import RencanaRB, RencanaZI
from generator.model.situs import Rezim
from generator.model.tim import DaftarTim
from generator.source import read_text

REZIM = Rule("rezim", "Setiap rencana menyebut rezimnya di tahun.yml, dan rezim itu dikenal.")

_FILES = ("tahun.yml", "tim.yml", "bukti.yml", "survei.yml", "kanal.yml", "lke-zi.yml")
_FOLDERS = ("keputusan", "sumber", "rb", "zi", "realisasi", "bukti", "berkas")
_PLANS: dict[str, type[RencanaRB | RencanaZI]] = {"rb": RencanaRB, "zi": RencanaZI}


def read_tahun(pembaca: Pembaca, kosakata: Kosakata, satker: Satker, folder: Path) -> Tahun:
    """Return one year, as complete as its files allow, and collect every finding in the reader."""
    # What is collected here tells which lines of this year's decrees are doubtful; line numbers repeat each year.
    pembaca.pohon.clear()
    pembaca.dibuang.clear()
    _report_strangers(pembaca, folder)
    setelan = _setelan(pembaca, folder)
    broken: set[str] = set()
    keputusan = tuple(_records(pembaca, folder / "keputusan", Keputusan, broken))
    texts = {path.name: _naskah(pembaca, path) for path in pembaca.files(folder / "sumber", ".txt")}
    daftar_tim = _record(pembaca, folder / "tim.yml", DaftarTim, broken)
    rencana = tuple(_rencana(pembaca, kosakata, setelan, folder, broken))
    pembaca.findings += untie(butir for part in rencana for berkas in part.berkas for butir in berkas.semua_butir())
    # Only what quotes a decree can make its lines doubtful: what is read from here on quotes none.
    doubtful = None if broken else doubtful_lines(pembaca.pohon, pembaca.dibuang)
    lost: set[str] = set()
    registers = [
        _record(pembaca, folder / "bukti.yml", DaftarBukti, lost),
        *_records(pembaca, folder / "bukti", DaftarBukti, lost),
    ]
    logs = tuple(_records(pembaca, folder / "realisasi", BerkasRealisasi, lost))
    attached = tuple(read_berkas(pembaca, folder / "berkas", lost))
    survei = _record(pembaca, folder / "survei.yml", DaftarSurvei, lost)
    rekap = _record(pembaca, folder / "kanal.yml", DaftarRekapKanal, lost)
    lke = _record(pembaca, folder / "lke-zi.yml", DaftarLke, lost)
    return Tahun(
        satker=satker,
        setelan=setelan,
        folder=pembaca.ruang.relative(folder),
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


def _report_strangers(pembaca: Pembaca, folder: Path) -> None:
    for entry in pembaca.entries(folder):
        known, other = (_FOLDERS, _FILES) if entry.is_dir() else (_FILES, _FOLDERS)
        if entry.name in other:
            pembaca.foreign(entry, "ini harus berkas" if entry.is_dir() else "ini harus folder")
        elif entry.name not in known:
            pembaca.foreign(entry, suggest(entry.name, known, f"yang dikenal: {', '.join(_FILES + _FOLDERS)}"))


def _setelan(pembaca: Pembaca, folder: Path) -> SetelanTahun:
    """Return a year's settings, with placeholders for broken values so that they cause no further findings."""
    tahun = int(folder.name)
    setelan = pembaca.read(folder / "tahun.yml", SetelanTahun)
    if setelan is None:
        # With any day in place, the broken file is reported once and not again for its missing day.
        return SetelanTahun.model_construct(tahun=tahun, rezim=RezimTahun(), per_tanggal=date(tahun, 12, 31))
    if setelan.tahun != tahun and not setelan.cacat("tahun"):
        pesan = f"tahun {setelan.tahun} berbeda dari nama foldernya"
        saran = f"tulis {tahun}, atau ganti nama folder"
        pembaca.findings.append(Finding(setelan.place("tahun"), NAMA_FOLDER, pesan, saran))
    mended = {"per_tanggal": date(tahun, 12, 31)} if setelan.cacat("per_tanggal") else {}
    return setelan.model_copy(update={"tahun": tahun, **mended})


def _rencana(
    pembaca: Pembaca, kosakata: Kosakata, setelan: SetelanTahun, folder: Path, broken: set[str]
) -> Iterator[Rencana]:
    for jenis, model in _PLANS.items():
        berkas = list(_records(pembaca, folder / jenis, model, broken))
        if not berkas and getattr(setelan.rezim, jenis) is None:
            continue
        rezim = _rezim(pembaca, kosakata, setelan, jenis)
        order = {area.kode: index for index, area in enumerate(rezim.area)}
        # Plan order: as the decree prints its areas; without lines, as the regime lists them.
        berkas.sort(key=lambda b: (b.area.asal[:1], order.get(b.area.padanan or "", len(order)), b.area.kode))
        if berkas:
            yield Rencana(jenis, rezim, tuple(berkas))


def _rezim(pembaca: Pembaca, kosakata: Kosakata, setelan: SetelanTahun, jenis: str) -> Rezim:
    """Return the regime of a plan; if the year names none or an unknown one, report it and use the first such."""
    usual = {rezim.kode: rezim for rezim in kosakata.rezim.values() if rezim.jenis == jenis}
    kode = getattr(setelan.rezim, jenis)
    spoilt = not setelan.berasal or setelan.cacat("rezim") or setelan.rezim.cacat(jenis)
    if kode not in usual and not spoilt:
        saran = suggest(kode or "", usual, f"tulis {jenis}: {next(iter(usual))}")
        pesan = f"rezim {jenis} {quote(kode)} tidak dikenal" if kode else f"rezim untuk rencana {jenis} belum ditulis"
        pembaca.findings.append(Finding(setelan.rezim.place(jenis), REZIM, pesan, saran))
    return usual.get(kode, next(iter(usual.values())))


def _records(pembaca: Pembaca, folder: Path, model: type[Model], broken: set[str]) -> Iterator[Model]:
    for path in pembaca.files(folder, ".yml"):
        record = pembaca.read(path, model)
        if record is None:
            broken |= {folder.name, f"{folder.name}/{path.name}"}
        else:
            yield record


def _naskah(pembaca: Pembaca, path: Path) -> Naskah | None:
    berkas = pembaca.ruang.relative(path)
    text, findings = read_text(path, berkas)
    pembaca.findings.extend(findings)
    if text is None:
        return None
    return Naskah(path.name, berkas, tuple(text.replace("\r\n", "\n").rstrip("\n").split("\n")))


def _record(pembaca: Pembaca, path: Path, model: type[Model], broken: set[str]) -> Model | None:
    """Return the record of an optional file, or None; note the file's name as unreadable if it is broken."""
    if not path.exists():
        return None
    record = pembaca.read(path, model)
    if record is None:
        broken.add(path.stem)
    return record
