"""What checks share: what a check is, rules that several keep, and what they ask of a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from generator.findings import Finding, Rule
from generator.model.base import Record
from generator.model.isi import Kantor, Kosakata, Tahun, walk, walk_area
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import BerkasRencana, Indikator

Subject = TypeVar("Subject", Tahun, Kantor)
_Findings = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """A function that yields a finding for each breach of one of its rules."""

    subject: type[Subject]
    rules: tuple[Rule, ...]
    look: Callable[[Subject, Kosakata], _Findings]

    def findings(self, subject: Subject, kosakata: Kosakata) -> _Findings:
        """Yield what the check finds in a year or an office."""
        for finding in self.look(subject, kosakata):
            assert finding.rule in self.rules, f"the check of {finding.code} does not name that rule"  # noqa: S101 - ours
            yield finding


def check_of_year(*rules: Rule) -> Callable[[Callable[[Tahun], _Findings]], Check[Tahun]]:
    """Make a check of a function that looks at one year of one office."""
    return lambda look: Check(Tahun, rules, lambda tahun, _: look(tahun))


def check_of_year_with_vocabulary(*rules: Rule) -> Callable[[Callable[[Tahun, Kosakata], _Findings]], Check[Tahun]]:
    """Make a check of a function that looks at one year and at the vocabularies."""
    return lambda look: Check(Tahun, rules, look)


def check_of_office(*rules: Rule) -> Callable[[Callable[[Kantor], _Findings]], Check[Kantor]]:
    """Make a check of a function that looks at what an office has for all its years."""
    return lambda look: Check(Kantor, rules, lambda kantor, _: look(kantor))


def run(checks: Iterable[Check[Subject]], subject: Subject, kosakata: Kosakata) -> _Findings:
    """Yield what the checks find in a year or an office, mere consequences of other findings left out."""
    findings = [finding for one in checks for finding in one.findings(subject, kosakata)]
    # Only after all checks: a rule may yield to one that is checked later.
    broken = {finding.code for finding in findings}
    yield from (finding for finding in findings if broken.isdisjoint(finding.rule.yields_to))


WRONG_KEPUTUSAN = ("kutipan", "asal-keliru")
"""Breaches that show that a file quotes another decree than it names, so that the named one's dates are wrong too."""
WRONG_DAYS = (*WRONG_KEPUTUSAN, "berlaku-sampai")
"""Breaches that show that the day on which a plan ends, or began, is wrong."""
KODE_GANDA = Rule(
    "kode-ganda", "Setiap kode dipakai satu kali dalam satu tahun sebuah kantor; kode layanan, satu kali di kantornya."
)
NAMA_BERKAS = Rule(
    "nama-berkas", "Berkas rencana dan keputusan dinamai menurut kodenya, berkas realisasi menurut periodenya."
)
DI_LUAR_TAHUN = Rule(
    "di-luar-tahun", "Tanggal dan periode termasuk tahun datanya; entri boleh menyimpang bila catatannya menjelaskan."
)
BUKTI_LEBIH_BARU = Rule("bukti-lebih-baru", "Bukti tidak lebih baru daripada entri atau penilaian yang memakainya.")


def name_file(record: Record) -> str:
    """Return the name of a record's file, without its ending."""
    return PurePosixPath(record.place().file).stem


def list_names(keputusan: Keputusan) -> set[str]:
    """Return the names by which a decree may be cited: its kode and its file's name, equal in sound data."""
    return {keputusan.kode, name_file(keputusan)}


def find_keputusan(tahun: Tahun, kode: str) -> Keputusan | None:
    """Return the decree of that name, or None."""
    return next((keputusan for keputusan in tahun.keputusan if kode in list_names(keputusan)), None)


def find_shared_source(tahun: Tahun, keputusan: Keputusan) -> Keputusan | None:
    """Return the decree whose text a decree names by mistake as its own, or None."""
    rivals = [other for other in tahun.keputusan if other.sumber and other.sumber == keputusan.sumber]
    owner = next(
        (one for one in rivals if PurePosixPath(one.sumber or "").stem in list_names(one)), rivals and rivals[0]
    )
    return owner if owner and owner is not keputusan else None


def find_naskah(tahun: Tahun, keputusan: Keputusan) -> Naskah | None:
    """Return the text of a decree, or None where it is not held."""
    return None if find_shared_source(tahun, keputusan) else tahun.naskah.get(keputusan.sumber or "")


def index_indikator(tahun: Tahun) -> dict[str, tuple[BerkasRencana, Indikator]]:
    """Return every indikator of a year with the head of its file, by kode."""
    return {letak.indikator.kode: (letak.berkas, letak.indikator) for letak in walk(tahun)}


_TIME = re.compile(r"\b(detik|menit|jam|hari|minggu|bulan|tahun)\b")


def is_time(satuan: str) -> bool:
    """Return whether a unit counts time."""
    return _TIME.search(satuan.casefold()) is not None


def capaian_lengkap(indikator: Indikator, daftar_entri: Iterable[Entri]) -> bool:
    """Return whether what was reached of a target can be counted: no number is broken, none is missing."""
    if indikator.target is None:
        return True
    return not any(
        entri.is_faulty("capaian") or (entri.hasil is Hasil.SELESAI and entri.capaian is None) for entri in daftar_entri
    )


def list_heads(tahun: Tahun) -> Iterator[BerkasRencana]:
    """Yield the heads of the files that quote rows: plans first, then the roster."""
    yield from (letak.berkas for letak in walk_area(tahun))
    if tahun.daftar_tim:
        yield tahun.daftar_tim
