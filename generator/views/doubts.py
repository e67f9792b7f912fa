"""The doubtful places of a decree: where the text as read did not settle where a row stands, what it says, or when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Tahun, walk_bagian
from generator.model.keputusan import Tim
from generator.model.rencana import BerkasRencana, Butir, Indikator, Keadaan
from generator.text import join_lines

_MONTHS = {Keadaan.WAJAR: "bulan hasil pembacaan yang wajar", Keadaan.TIDAK_TERBACA: "bulan tidak terbaca"}


@dataclass(frozen=True, slots=True)
class DoubtfulPlace:
    """One row that the reader of the text had to judge, and how."""

    butir: Butir
    berkas: BerkasRencana
    judul: str
    alamat: str
    jenis: tuple[str, ...]
    """What was doubtful, in words; empty where the note only tells what is printed."""
    catatan: tuple[str, ...]


def is_doubtful(butir: Butir) -> bool:
    """Return whether a row has a note or a repaired reading to tell; other unread months are only counted."""
    repaired = isinstance(butir, Indikator) and butir.jadwal.keadaan in _MONTHS and butir.jadwal.catatan is not None
    return butir.catatan is not None or butir.letak is not None or repaired


def list_doubts(tahun: Tahun, keputusan: str) -> tuple[DoubtfulPlace, ...]:
    """Return the doubtful rows that are quoted from a decree, in the order of the data."""
    return tuple(
        _doubt(berkas, butir, alamat)
        for berkas, butir, alamat in _rows(tahun)
        if berkas.keputusan_butir(butir) == keputusan and is_doubtful(butir)
    )


def count_unread(tahun: Tahun, keputusan: str) -> int:
    """Return how many indikator of a decree have months that cannot be read."""
    return sum(
        isinstance(butir, Indikator) and butir.jadwal.keadaan is Keadaan.TIDAK_TERBACA
        for berkas, butir in tahun.semua_butir()
        if berkas.keputusan_butir(butir) == keputusan
    )


def _doubt(berkas: BerkasRencana, butir: Butir, alamat: str) -> DoubtfulPlace:
    kinds = ["letak disusun ulang"] if butir.letak else []
    notes = [butir.catatan]
    if isinstance(butir, Indikator) and (kind := _MONTHS.get(butir.jadwal.keadaan)):
        kinds.append(kind if butir.target is None else kind.replace("bulan", "target"))
        notes.append(butir.jadwal.catatan)
    nama = getattr(butir, "nama", None)
    return DoubtfulPlace(
        butir, berkas, join_lines(nama or butir.kode), alamat, tuple(kinds), tuple(filter(None, notes))
    )


def _rows(tahun: Tahun) -> Iterator[tuple[BerkasRencana, Butir, str]]:
    """Yield every row with the head of its file and its address, areas before what they hold."""
    held = {id(letak.area): routes.area(tahun, letak.rencana, letak.area) for letak in walk_bagian(tahun)}
    pages = {letak.bagian.kode: routes.letak(letak) for letak in walk_bagian(tahun)}
    page = ""
    for berkas, butir in tahun.semua_butir():
        if id(butir) in held:
            yield berkas, butir, held[id(butir)]
        elif isinstance(butir, Tim):
            yield berkas, butir, routes.tim(tahun, butir.kode)
        elif butir.kode in pages:
            page = pages[butir.kode]
            yield berkas, butir, page
        else:
            yield berkas, butir, f"{page}#{butir.kode}"
