"""Which plans of a year this site holds: what is not held is never told as not planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.isi import Kosakata, Rencana, Tahun
from generator.model.keputusan import Keputusan, Lampiran

NOT_COPIED = "belum-disalin"
"""Of a plan or a part of it: an annex of its decree is here, and its rows are not yet in the data."""
NOT_HELD = "tidak-dipegang"
"""Of a plan: nothing of it is here, whether the office has one or not."""


@dataclass(frozen=True, slots=True)
class PlanHeld:
    """One kind of plan in a year, and how much of it is here."""

    jenis: str
    ada: bool
    """Whether rows of it are in the data."""
    utuh: bool
    """Whether no annex that may hold rows of it is left uncopied."""

    @property
    def keadaan(self) -> str:
        """What is to be said of a row that is not found in it."""
        if not self.utuh:
            return NOT_COPIED
        return "tidak-direncanakan" if self.ada else NOT_HELD

    @property
    def sentence(self) -> str:
        """What is to be said of such a row, in words that follow the office's name or stand alone."""
        name = f"rencana {self.jenis.upper()}"
        if self.ada:
            part = f"bagian {name} yang sudah disalin ke situs ini"
            return f"tidak direncanakan dalam {name}" if self.utuh else f"tidak ada dalam {part}"
        if self.utuh:
            return f"{name} kantor ini tidak dipegang situs ini"
        # Which plan an annex holds is not known before it is copied.
        return f"{name} kantor ini tidak ada dalam data situs ini, dan ada lampiran keputusan yang belum disalin"


def list_held(kosakata: Kosakata, tahun: Tahun) -> tuple[PlanHeld, ...]:
    """Return every kind of plan that the regimes know, and how much of it is here."""
    kinds = dict.fromkeys(rezim.jenis for rezim in kosakata.rezim.values())
    return tuple(_held(tahun, jenis) for jenis in kinds)


def _held(tahun: Tahun, jenis: str) -> PlanHeld:
    rencana = tahun.rencana_jenis(jenis)
    # The annexes of a plan that has no row here yet may be any that nobody has copied.
    sources = _quoted(tahun, rencana) if rencana else tahun.keputusan
    return PlanHeld(jenis, ada=rencana is not None, utuh=not any(list_not_copied(sources)))


def _quoted(tahun: Tahun, rencana: Rencana) -> list[Keputusan]:
    cited = {berkas.keputusan_butir(butir) for berkas in rencana.berkas for butir in berkas.semua_butir()}
    return [keputusan for keputusan in tahun.keputusan if keputusan.kode in cited]


def list_not_copied(daftar_keputusan: Iterable[Keputusan]) -> Iterator[tuple[Keputusan, Lampiran]]:
    """Yield the annexes that the data do not hold yet, each with its decree."""
    for keputusan in daftar_keputusan:
        yield from ((keputusan, lampiran) for lampiran in keputusan.lampiran if not lampiran.disalin)
