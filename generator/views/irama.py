"""How often a row asks for its deed, in words, and which of its occurrences are proven."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.irama import Irama, JenisIrama
from generator.model.rencana import Indikator
from generator.progress import PenilaianIndikator, PenilaianKali, Tahap
from generator.text import format_baris

_ROUTINE = "Dijadwalkan enam bulan berturut-turut atau lebih: dibaca sebagai pekerjaan rutin, dibuktikan tiap triwulan."
_STANDS = "Dibaca sebagai sesuatu yang harus tersedia sepanjang bulan-bulannya, dibuktikan tiap triwulan."
_ONCE = "Dibaca sebagai pekerjaan yang cukup dilaksanakan sekali dalam bulan-bulannya."


@dataclass(frozen=True, slots=True)
class KaliTampil:
    """One occurrence as it is shown."""

    nama: str
    """When: Maret, triwulan I; or which of them, where only their number is known."""
    penilaian: PenilaianKali
    keadaan: str
    """In words: terbukti, dilaporkan tanpa bukti, belum ada bukti, belum waktunya; those due before reports apart."""


@dataclass(frozen=True, slots=True)
class IramaTampil:
    """The rhythm of one indikator, and what became of its occurrences."""

    sentence: str
    """Its rhythm in one sentence, with where it comes from."""
    catatan: str | None
    """Why it is read so, where the data say it."""
    kali: tuple[KaliTampil, ...]
    """Its occurrences, in order; none for a row that is not in force, or is done once."""
    terbukti: int

    @property
    def jumlah(self) -> int:
        """How many occurrences there are."""
        return len(self.kali)


def tell_irama(indikator: Indikator, state: PenilaianIndikator | None, *, melapor: bool) -> IramaTampil | None:
    """Return the rhythm of an indikator; None where there is nothing to say: a deed done once, by the plan's months.

    Args:
        indikator: the row.
        state: its state; None when it is not in force.
        melapor: whether the office reports here; of one that does not, only what is proven is told.
    """
    routine = state is not None and any(tahap.tahap.irama == "rutin" for tahap in state.tahap)
    if indikator.irama is None and not routine:
        return None
    return IramaTampil(
        sentence=describe_irama(indikator.irama) if indikator.irama else _ROUTINE,
        catatan=indikator.irama.catatan if indikator.irama else None,
        kali=tuple(_list_kali(state)) if state and state.berulang and (melapor or state.terbukti) else (),
        terbukti=state.terbukti if state is not None else 0,
    )


def describe_irama(irama: Irama) -> str:
    """Return a rhythm as one sentence, with the words that it is taken from."""
    if irama.jenis is not JenisIrama.BERKALA:
        return _STANDS if irama.jenis is JenisIrama.TERSEDIA else _ONCE
    often = f"tiap {irama.tiap}" if irama.tiap else f"paling sedikit {irama.minimal} kali setahun"
    if not irama.dikutip:
        return f"Dibaca sebagai pekerjaan yang berulang {often}."
    place = f", {format_baris(irama.asal)}" if irama.asal else ""
    return f"Menurut keputusannya {often}: “{irama.kutipan}”{place}."


def _list_kali(state: PenilaianIndikator) -> list[KaliTampil]:
    return [
        KaliTampil(_name(tahap.tahap, index), one, _tell(one))
        for tahap in state.tahap
        for index, one in enumerate(tahap.kali, start=1)
    ]


def _name(tahap: Tahap, number: int) -> str:
    return f"kali ke-{number}" if tahap.counted else tahap.kali[number - 1].nama


def _tell(one: PenilaianKali) -> str:
    if one.terbukti:
        return "terbukti"
    if one.tertutup:
        return "dilaporkan tanpa bukti"
    if not one.lewat:
        return "sedang berjalan" if one.status == "sedang-berjalan" else "belum waktunya"
    return "sebelum pelaporan dimulai" if one.sebelum_pelaporan else "belum ada bukti"
