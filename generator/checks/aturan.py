"""What a rule is, and what rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from generator.findings import Finding
from generator.model.base import Rekaman
from generator.model.isi import Kosakata, Tahun
from generator.model.keputusan import Keputusan
from generator.model.naskah import Naskah
from generator.model.realisasi import Entri, Hasil
from generator.model.rencana import BerkasRencana, Indikator

Aturan = Callable[[Tahun, Kosakata], Iterator[Finding]]
"""Looks at one year of one office and yields what is wrong."""


def file_name(record: Rekaman) -> str:
    """Return the name of a record's file, without its ending."""
    return PurePosixPath(record.place().berkas).stem


def names(keputusan: Keputusan) -> set[str]:
    """Return what a decree may be called: its kode and, where a reported mistake parts them, its file's name."""
    return {keputusan.kode, file_name(keputusan)}


def find_keputusan(tahun: Tahun, kode: str) -> Keputusan | None:
    """Return the decree of that name, or None."""
    return next((keputusan for keputusan in tahun.keputusan if kode in names(keputusan)), None)


def shared_source(tahun: Tahun, keputusan: Keputusan) -> Keputusan | None:
    """Return the decree whose text a decree names by mistake as its own, or None."""
    rivals = [other for other in tahun.keputusan if other.sumber and other.sumber == keputusan.sumber]
    owner = next((one for one in rivals if PurePosixPath(one.sumber or "").stem in names(one)), rivals and rivals[0])
    return owner if owner and owner is not keputusan else None


def naskah_of(tahun: Tahun, keputusan: Keputusan) -> Naskah | None:
    """Return the text of a decree where it is held."""
    return None if shared_source(tahun, keputusan) else tahun.naskah.get(keputusan.sumber or "")


def indikator_tahun(tahun: Tahun) -> dict[str, tuple[BerkasRencana, Indikator]]:
    """Return every indikator of a year with the head of its file, by kode."""
    return {
        butir.kode: (berkas, butir)
        for rencana in tahun.rencana
        for berkas in rencana.berkas
        for butir in berkas.semua_butir()
        if isinstance(butir, Indikator)
    }


def capaian_lengkap(indikator: Indikator, entries: Iterable[Entri]) -> bool:
    """Return whether what has been reached of a target can be counted: no number is broken, or lacks and is missed."""
    if indikator.target is None:
        return True
    return not any(
        entri.cacat("capaian") or (entri.hasil is Hasil.SELESAI and entri.capaian is None) for entri in entries
    )


def heads(tahun: Tahun) -> Iterator[BerkasRencana]:
    """Yield the heads of the files that quote rows: plans first, then the roster."""
    for rencana in tahun.rencana:
        yield from rencana.berkas
    if tahun.daftar_tim:
        yield tahun.daftar_tim
