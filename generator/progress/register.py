"""Whether publication meets an indikator: its conditions, its occurrences and its own status, each told apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.publikasi import Publikasi
from generator.model.rencana import Indikator, Keadaan
from generator.progress.grounds import Grounds
from generator.progress.outcome import TERLAMBAT, PenilaianKali
from generator.progress.penilaian import PenilaianIndikator
from generator.progress.syarat import PenilaianSyarat, assess_syarat

Fulfilment = Literal["terpenuhi", "terpenuhi-sampai", "syarat-terpenuhi", "belum"]


@dataclass(frozen=True, slots=True)
class KaliCounts:
    """How often a row is to be done in its year, and how often that is proven."""

    jumlah: int = 0
    """In the whole year; 0 where nothing tells when it is due."""
    terutang: int = 0
    """Those whose day has passed."""
    terbukti: int = 0
    """Proven by the day, those ahead of their time too."""
    kurang: int = 0
    """Owed by the day and not proven."""
    berakhir: bool = False
    """Whether the last one is over."""


@dataclass(frozen=True, slots=True)
class PenilaianPublikasi:
    """What can be said of a row of the register."""

    keadaan: Fulfilment
    sebab: str
    hari: date
    """The day of which it is said."""
    syarat: tuple[PenilaianSyarat, ...]
    kali: KaliCounts

    @property
    def holds(self) -> bool:
        """Whether there are conditions, and all of them hold."""
        return bool(self.syarat) and all(one.terpenuhi for one in self.syarat)

    @property
    def sejak(self) -> date | None:
        """The day since which all conditions hold; None where they don't, or the day is not known."""
        starts = [one.sejak for one in self.syarat if one.sejak]
        return max(starts) if self.holds and len(starts) == len(self.syarat) else None

    @property
    def sampai(self) -> date | None:
        """The last day on which they hold, where one is known."""
        return min((one.sampai for one in self.syarat if one.sampai), default=None) if self.holds else None


def assess_publikasi(
    publikasi: Publikasi, indikator: Indikator, one: PenilaianIndikator, grounds: Grounds
) -> PenilaianPublikasi:
    """Return what can be said of an indikator in force that publication meets.

    Args:
        publikasi: what is asked of it.
        indikator: the row.
        one: its state.
        grounds: the data of its year.
    """
    syarat = tuple(assess_syarat(each, grounds, indikator.kode) for each in publikasi.syarat)
    kali = count_kali(one, grounds)
    keadaan, sebab = _decide(indikator, one, syarat, kali)
    return PenilaianPublikasi(keadaan, sebab, grounds.day, syarat, kali)


def count_kali(one: PenilaianIndikator, grounds: Grounds) -> KaliCounts:
    """Return the counts of a row's occurrences, proven only by what was recorded in time."""
    daftar = [kali for kali in one.kali if kali.kali.jatuh_tempo]
    proven = [_proven(kali, grounds) for kali in daftar]
    owed = [kali.lewat for kali in daftar]
    return KaliCounts(
        jumlah=len(daftar),
        terutang=sum(owed),
        terbukti=sum(proven),
        kurang=sum(due and not done for due, done in zip(owed, proven, strict=True)),
        # By the day asked for, which may lie after the plan's end, as the status is.
        berakhir=all(kali.kali.jatuh_tempo and kali.kali.jatuh_tempo < grounds.nilai.hari for kali in daftar),
    )


def _proven(kali: PenilaianKali, grounds: Grounds) -> bool:
    """Return whether an occurrence is closed by evidence that was recorded in time."""
    told = {kode for entri in kali.entri if not grounds.recorded_late(entri) for kode in entri.bukti}
    decreed = any(entri.dasar == "keputusan" for entri in kali.entri)
    return kali.terbukti and any(decreed or grounds.recorded_in_time(kode) for kode in told.intersection(kali.bukti))


def _decide(
    indikator: Indikator, one: PenilaianIndikator, syarat: tuple[PenilaianSyarat, ...], kali: KaliCounts
) -> tuple[Fulfilment, str]:
    """Return the state and its reason; the first lack that there is."""
    lacking = [each.sentence for each in syarat if not each.terpenuhi]
    count = f"{kali.terbukti} dari {kali.jumlah} kali terbukti"
    reasons = (
        (not syarat, "belum ada syaratnya, jadi tidak ada yang dapat diperiksa"),
        (lacking, "; ".join(lacking)),
        (one.status in TERLAMBAT, "syaratnya terpenuhi, tetapi indikatornya terlambat"),
        (kali.kurang, f"syaratnya terpenuhi, tetapi baru {count}; {kali.kurang} yang sudah jatuh tempo belum"),
        (kali.jumlah and not kali.terbukti, "syaratnya terpenuhi, tetapi pelaksanaannya belum terbukti"),
    )
    if reason := next((words for lacks, words in reasons if lacks), None):
        return "belum", reason
    if not indikator.bulan:
        lost = indikator.jadwal.keadaan is not Keadaan.KOSONG
        return "syarat-terpenuhi", "jadwal tidak terbaca" if lost else "keputusan tidak menjadwalkannya"
    whole = kali.terbukti == kali.jumlah and kali.berakhir
    return "terpenuhi" if whole else "terpenuhi-sampai", f"syaratnya terpenuhi, dan {count}"
