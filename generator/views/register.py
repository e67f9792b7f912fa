"""The register of publication indicators: what is asked of each, what is there, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.isi import Kosakata, Letak
from generator.model.perubahan import JejakBagian
from generator.model.publikasi import IndikatorBaku, Publikasi
from generator.progress import Grounds, PenilaianPublikasi, assess_publikasi, list_bukti_of_indikator
from generator.views.names import Link
from generator.views.rows import Placed

MET = ("terpenuhi", "terpenuhi-sampai")
"""States in which a row is met, for good or so far."""


@dataclass(frozen=True, slots=True, eq=False)
class BarisPublikasi(Placed):
    """One indikator that publication meets, and whether it does."""

    publikasi: Publikasi
    baku: IndikatorBaku | None
    """Its usual indikator; None where the office alone promises it."""
    nilai: PenilaianPublikasi
    tujuan: Link | None
    """The section of this site that is to meet it; None where that holds nothing."""
    bukti: tuple[str, ...]
    """The kode of its open evidence."""
    bagian_situs: str | None
    """The section that shows what meets it; None where nothing does."""
    tempat: Link | None
    """That section's page."""
    jejak: JejakBagian | None
    """Since when that section is recorded; None where the history does not tell."""

    @property
    def keadaan(self) -> str:
        """Whether it is met."""
        return self.nilai.keadaan

    @property
    def sebab(self) -> str:
        """Why it is or is not."""
        return self.nilai.sebab

    @property
    def terpenuhi(self) -> bool:
        """Whether it is met, for good or so far."""
        return self.keadaan in MET

    @property
    def overridden(self) -> bool:
        """Whether the office has set something else than is usual for its words."""
        return self.baku is not None and self.baku.publikasi is not None and self.indikator.publikasi is not None


@dataclass(frozen=True, slots=True)
class RegisterCounts:
    """How many rows there are, and how many are in each state."""

    jumlah: int
    terpenuhi: int
    """For good."""
    so_far: int
    """So far: nothing that was due is lacking."""
    holding: int
    """The conditions hold, but no months are known."""
    overridden: int
    """With a setting of the office's own in place of the usual one."""

    @property
    def words(self) -> str:
        """The counts in one sentence."""
        parts = [f"{self.terpenuhi} dari {self.jumlah} indikator publikasi terpenuhi"]
        if self.so_far:
            parts.append(f"{self.so_far} terpenuhi sampai hari keadaannya")
        if self.holding:
            parts.append(f"{self.holding} syaratnya terpenuhi tanpa jadwal yang diketahui")
        return ", ".join(parts)


def count_register(rows: Collection[BarisPublikasi]) -> RegisterCounts:
    """Return the counts of a register."""
    states = [row.keadaan for row in rows]
    return RegisterCounts(
        len(rows),
        states.count("terpenuhi"),
        states.count("terpenuhi-sampai"),
        states.count("syarat-terpenuhi"),
        sum(row.overridden for row in rows),
    )


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a site can say of the rows that publication meets."""

    kosakata: Kosakata
    grounds: Grounds
    berisi: Mapping[str, Link]
    """The sections that hold something, by the word used in the data."""
    terbuka: Collection[str]
    """The kode of the open evidence known by the day."""
    jejak: Mapping[str, JejakBagian]
    """Since when each section is recorded."""


def list_publikasi(letak: Iterable[Letak], publisher: Publisher) -> Iterator[BarisPublikasi]:
    """Yield the publication indicators in force, in plan order, each with what the site can say of it."""
    state = publisher.grounds.nilai
    for one in letak:
        publikasi, kode = publisher.kosakata.publikasi(one.indikator), one.indikator.kode
        if publikasi is None or kode not in state.indikator:
            continue
        nilai = assess_publikasi(publikasi, one.indikator, state.indikator[kode], publisher.grounds)
        bukti = tuple(name for name in list_bukti_of_indikator(state.log, kode) if name in publisher.terbuka)
        name = _shown_in(publikasi) if nilai.keadaan in MET else None
        yield BarisPublikasi(
            one,
            publikasi=publikasi,
            baku=publisher.kosakata.indikator_baku.get(one.indikator.padanan or ""),
            nilai=nilai,
            tujuan=publisher.berisi.get(publikasi.halaman or ""),
            bukti=bukti,
            bagian_situs=name if name in publisher.berisi else None,
            tempat=publisher.berisi.get(name or ""),
            jejak=publisher.jejak.get(name or ""),
        )


def _shown_in(publikasi: Publikasi) -> str | None:
    """Return the section that shows what meets a row: its own, or for published documents the evidence register."""
    return publikasi.halaman if publikasi.cara == "halaman" else "bukti"
