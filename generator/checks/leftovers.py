"""Rules of a folder that began as a copy: nothing of the fictitious office or of the year before is left in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.checks.shared import check_of_office, check_of_year
from generator.findings import Finding, Place, Rule, Severity, quote
from generator.model.bukti import Bukti
from generator.model.isi import Kantor, Tahun
from generator.model.keputusan import Keputusan
from generator.model.realisasi import Entri
from generator.progress import dated
from generator.text import format_tanggal

SETELAN_TAHUN = Rule("setelan-tahun", "Tanggal di tahun.yml masuk akal bagi tahun rencananya, bukan sisa tahun lalu.")
BERLAKU_SAMPAI = Rule("berlaku-sampai", "Masa berlaku rencana di tahun.yml tidak habis sebelum tahunnya mulai.")
KEPUTUSAN_TERSALIN = Rule(
    "keputusan-tersalin",
    "Keputusan rencana tidak sama dengan yang tahun lalu, kecuali berlaku_sampai menyebut tahun ini.",
    Severity.PERINGATAN,
)
KEPUTUSAN_LAMA = Rule(
    "keputusan-lama",
    "Keputusan rencana ditetapkan paling lama tiga bulan sebelum tahunnya, atau berlaku_sampai menyebut tahun itu.",
    Severity.PERINGATAN,
)
ENTRI_TERSALIN = Rule(
    "entri-tersalin", "Entri realisasi bukan salinan entri tahun lalu, kecuali catatannya menjelaskan."
)
BUKTI_TERSALIN = Rule(
    "bukti-tersalin", "Bukti bukan salinan bukti tahun lalu, kecuali catatannya menjelaskan.", Severity.PERINGATAN
)
CONTOH_TERTINGGAL = Rule(
    "contoh-tertinggal", "Data kantor sungguhan tidak memuat alamat, kode wilayah, atau nama dari kantor contoh."
)

_SETTINGS = ("per_tanggal", "pelaporan", "berlaku_sampai")
_ADVICE = {
    "per_tanggal": "tulis tanggal keadaan tahun ini, atau hapus agar dibaca dari riwayat git",
    "pelaporan": "tulis tanggal mulai melapor tahun ini, atau hapus bila belum",
    "berlaku_sampai": "tulis akhir masa berlaku rencana ini, atau hapus bila 31 Desember",
}


@check_of_year(SETELAN_TAHUN, BERLAKU_SAMPAI)
def check_setelan_tahun(tahun: Tahun) -> Iterator[Finding]:
    """No day of the settings lies before the year, and none so late that it must be another year's."""
    setelan = tahun.setelan
    if not setelan.was_read:
        return
    valid = setelan.berlaku_sampai if setelan.berlaku_sampai and not setelan.is_faulty("berlaku_sampai") else None
    last = max(tahun.tahun, valid.year if valid else 0) + 1
    for name in _SETTINGS:
        day: date | None = getattr(setelan, name)
        if day is None or setelan.is_faulty(name):
            continue
        if day.year < tahun.tahun:
            message = (
                f"{name} {format_tanggal(day)} sebelum tahun {tahun.tahun} mulai; tampaknya tersalin dari tahun lalu"
            )
            rule = BERLAKU_SAMPAI if name == "berlaku_sampai" else SETELAN_TAHUN
            yield Finding(setelan.place(name), rule, message, _ADVICE[name])
        elif day.year > last and name != "berlaku_sampai":
            message = f"{name} {format_tanggal(day)} terlalu jauh sesudah tahun {tahun.tahun}"
            yield Finding(setelan.place(name), SETELAN_TAHUN, message, _ADVICE[name])


@check_of_office(SETELAN_TAHUN, KEPUTUSAN_TERSALIN, KEPUTUSAN_LAMA, ENTRI_TERSALIN, BUKTI_TERSALIN)
def check_salinan(kantor: Kantor) -> Iterator[Finding]:
    """What a year's folder holds is of that year, not what the year before held."""
    by_year = {tahun.tahun: tahun for tahun in kantor.tahun}
    for tahun in reversed(kantor.tahun):
        before = by_year.get(tahun.tahun - 1)
        yield from _check_keputusan(before, tahun)
        if before is not None:
            yield from _same_settings(before, tahun)
            yield from _join_many(_same_entri(before, tahun))
            yield from _join_many(_same_bukti(before, tahun))


def _same_settings(before: Tahun, tahun: Tahun) -> Iterator[Finding]:
    for name in _SETTINGS:
        day = getattr(tahun.setelan, name)
        # One before the year is told by the year's own check.
        known = day is not None and day.year >= tahun.tahun and not tahun.setelan.is_faulty(name)
        if known and day == getattr(before.setelan, name) and tahun.setelan.was_read and before.setelan.was_read:
            message = f"{name} {format_tanggal(day)} sama dengan di tahun {before.tahun}"
            yield Finding(tahun.setelan.place(name), SETELAN_TAHUN, message, _ADVICE[name])


def _list_plan_sources(tahun: Tahun) -> list[Keputusan]:
    """Return the decrees that the plans of a year are quoted from."""
    named = {berkas.keputusan for rencana in tahun.rencana for berkas in rencana.berkas}
    return [keputusan for keputusan in tahun.keputusan if keputusan.kode in named]


def _goes_on(keputusan: Keputusan, tahun: Tahun) -> bool:
    return keputusan.berlaku_sampai is not None and keputusan.berlaku_sampai.year >= tahun.tahun


def _check_keputusan(before: Tahun | None, tahun: Tahun) -> Iterator[Finding]:
    old = {(one.nomor, one.tanggal) for one in _list_plan_sources(before)} if before else set()
    for keputusan in _list_plan_sources(tahun):
        if keputusan.is_faulty("nomor", "tahun", "tanggal", "berlaku_sampai") or _goes_on(keputusan, tahun):
            continue
        day = keputusan.tanggal
        when = f"tanggal {format_tanggal(day)}" if day else f"tahun {keputusan.tahun}"
        suggestion = f"tulis keputusan rencana {tahun.tahun}; bila memang masih berlaku, tambahkan berlaku_sampai"
        if (keputusan.nomor, day) in old:
            message = f"keputusan {keputusan.kode} {when} sudah memuat rencana {tahun.tahun - 1}"
            yield Finding(keputusan.place("nomor"), KEPUTUSAN_TERSALIN, message, suggestion)
        # Plans are decreed early in their year, or late in the year before.
        elif (day or date(keputusan.tahun, 12, 31)) < date(tahun.tahun - 1, 10, 1):
            message = f"keputusan {keputusan.kode} {when} memuat rencana {tahun.tahun}"
            yield Finding(keputusan.place("tanggal" if day else "tahun"), KEPUTUSAN_LAMA, message, suggestion)


_MANY = 5
"""At least so many copied records in one file are one mistake: the file was copied."""


def _join_many(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, of a file with many only the first."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    for found in by_file.values():
        if len(found) < _MANY:
            yield from found
        else:
            more = f"; {len(found) - 1} lagi di berkas ini juga sama"
            yield replace(found[0], message=found[0].message + more)


def _same_entri(before: Tahun, tahun: Tahun) -> Iterator[Finding]:
    old = {_mark_entri(entri): entri for entri in before.realisasi if dated(entri)}
    for entri in tahun.realisasi:
        other = old.get(_mark_entri(entri)) if dated(entri) else None
        if other is not None and not _has_own_note(entri, other) and not entri.is_faulty("tanggal", "uraian"):
            place = other.place("kode")
            same = "" if entri.dilaksanakan == other.dilaksanakan else ", hanya tahunnya lain"
            message = f"entri {quote(entri.kode)} sama dengan {other.kode} di {place.file}:{place.line}{same}"
            suggestion = (
                "laporkan yang dilaksanakan tahun ini; bila memang terulang pada tanggal itu, jelaskan di catatan"
            )
            yield Finding(entri.place("uraian"), ENTRI_TERSALIN, message, suggestion)


def _mark_entri(entri: Entri) -> tuple[object, ...]:
    day = entri.dilaksanakan
    return (entri.indikator, entri.hasil, " ".join(entri.uraian.split()), day.month, day.day)


def _same_bukti(before: Tahun, tahun: Tahun) -> Iterator[Finding]:
    old = {mark: bukti for bukti in before.bukti for mark in _list_marks(bukti)}
    for bukti in tahun.bukti:
        other = next((old[mark] for mark in _list_marks(bukti) if mark in old), None)
        if other is not None and not _has_own_note(bukti, other):
            place = other.place("kode")
            message = f"bukti {quote(bukti.kode)} sama dengan {other.kode} di {place.file}:{place.line}"
            suggestion = f"catat bukti tahun {tahun.tahun}; bila memang dipakai lagi, jelaskan di catatan"
            yield Finding(bukti.place("kode"), BUKTI_TERSALIN, message, suggestion)


def _list_marks(bukti: Bukti) -> Iterator[tuple[str, object]]:
    """Yield what tells that two pieces of evidence are one: the bytes, or the title with the address or the day."""
    if bukti.sha256 is not None:
        yield "sha256", bukti.sha256
    if bukti.judul is not None and bukti.tautan is not None:
        yield "tautan", (bukti.judul, bukti.tautan)
    if bukti.judul is not None and bukti.tanggal is not None:
        yield "judul", (bukti.judul, bukti.nomor, bukti.tanggal)


def _has_own_note(record: Entri | Bukti, other: Entri | Bukti) -> bool:
    """Return whether a record has a note of its own, not one that was copied with it."""
    return record.catatan is not None and record.catatan != other.catatan


_LEFT = (
    (
        "alamat",
        re.compile(
            r"(?://|@)((?:[\w-]+\.)*(?:[\w-]+\.(?:invalid|example|test)|example\.(?:com|org|net)))(?![\w.-]*\w)"
        ),
    ),
    ("kode wilayah", re.compile(r"(?:/|^kode_wilayah: *[\"']?)(9999)(?=[/\"'\s]|$)")),
    ("nama", re.compile(r"\b((?:Kabupaten|Kota|Provinsi|Jalan|Pegawai|Pejabat) Contoh)\b")),
)
"""What only the fictitious office has: reserved hosts (RFC 2606), its region code, its names."""


def find_leftovers(texts: Iterable[tuple[str, str]], folders: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each thing of the fictitious office in a data file of a real one, at its first place.

    Args:
        texts: name and text of files.
        folders: the folders of real offices.
    """
    real = tuple(f"{folder}/" for folder in folders)
    for name, text in texts:
        if not name.startswith(real) or not name.endswith(".yml"):
            continue
        lines = [
            (number, line) for number, line in enumerate(text.splitlines(), 1) if not line.lstrip().startswith("#")
        ]
        for what, pattern in _LEFT:
            found = [(number, hit) for number, line in lines if (hit := pattern.search(line))]
            if found:
                number, hit = found[0]
                more = f", juga di {len(found) - 1} baris lain berkas ini" if len(found) > 1 else ""
                message = f"{what} {quote(hit.group(1))} milik kantor contoh{more}"
                suggestion = "ganti dengan milik kantor ini, atau hapus barisnya"
                yield Finding(Place(name, number, hit.start(1) + 1), CONTOH_TERTINGGAL, message, suggestion)
