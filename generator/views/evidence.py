"""The register of evidence, and which publication indicators are met by which page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator import routes
from generator.model.bukti import Bukti
from generator.model.isi import Letak, Tahun
from generator.model.keputusan import Keputusan
from generator.model.lke import Instrumen
from generator.model.perubahan import JejakBagian
from generator.model.rencana import Publikasi
from generator.progress import (
    Penilaian,
    index_indikator_by_bukti,
    index_lke_by_bukti,
    list_bukti_of_indikator,
    name_butir_lke,
)
from generator.views.names import Link, name_penilaian
from generator.views.rows import Placed


@dataclass(frozen=True, slots=True)
class BuktiTercatat:
    """One piece of evidence as the register shows it."""

    bukti: Bukti
    keputusan: Keputusan | None
    melayani: tuple[Link, ...]
    """The indikator that it serves."""
    lke: tuple[Link, ...]
    """The rows of worksheets that it serves."""


def list_bukti(
    tahun: Tahun,
    nilai: Penilaian,
    shown: Iterable[Bukti],
    indikator: Mapping[str, Link],
    lke: Mapping[str, tuple[Link, ...]],
) -> list[BuktiTercatat]:
    """Return the evidence known by the day, each with what it serves, in the register's order.

    Args:
        tahun: the year.
        nilai: its state.
        shown: the evidence that is known by the day.
        indikator: the link to each indikator, by its kode.
        lke: the links to the rows of worksheets that each piece serves, by the kode of the bukti.
    """
    serves = index_indikator_by_bukti(tahun, nilai.log)
    return [
        BuktiTercatat(
            bukti,
            tahun.keputusan_berkode(bukti.keputusan),
            tuple(indikator[kode] for kode in serves.get(bukti.kode, ())),
            lke.get(bukti.kode, ()),
        )
        for bukti in shown
    ]


def link_lke(tahun: Tahun, nilai: Penilaian, instrumen: Mapping[str, Instrumen]) -> dict[str, tuple[Link, ...]]:
    """Return the links to the rows of worksheets that each piece of evidence serves, by the kode of the bukti."""
    return {
        kode: tuple(
            Link(
                f"{instrumen[penilaian.instrumen].nama_butir(isian.butir)} ({name_penilaian(penilaian)})",
                routes.lke(tahun, name_butir_lke(penilaian, isian)),
            )
            for penilaian, isian in rows
        )
        for kode, rows in index_lke_by_bukti(tahun, nilai.hari).items()
    }


Fulfilment = Literal["terpenuhi", "belum", "tanpa-laporan", "luar"]


@dataclass(frozen=True, slots=True, eq=False)
class BarisPublikasi(Placed):
    """One indikator that publication meets, and whether it does."""

    publikasi: Publikasi
    tujuan: Link | None
    """The section of this site that meets it; None where that holds nothing."""
    bukti: tuple[str, ...]
    """The kode of its open evidence."""
    keadaan: Fulfilment
    sebab: str
    bagian_situs: str | None
    """The section that shows what meets it; None where that is elsewhere, or nothing meets it yet."""
    tempat: Link | None
    """That section's page."""
    jejak: JejakBagian | None
    """Since when that section is recorded; None where the history does not tell."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """What a site can say of the rows that publication meets."""

    nilai: Penilaian
    melapor: bool
    """Whether the office reports its realisation here by the day."""
    berisi: Mapping[str, Link]
    """The sections that hold something, by the word used in the data."""
    terbuka: Collection[str]
    """The kode of the open evidence known by the day."""
    jejak: Mapping[str, JejakBagian]
    """Since when each section is recorded."""


def list_publikasi(letak: Iterable[Letak], publisher: Publisher) -> Iterator[BarisPublikasi]:
    """Yield the publication indicators in force, in plan order, each with what the site can say of it."""
    for one in letak:
        publikasi, kode = one.indikator.publikasi, one.indikator.kode
        if publikasi is None or kode not in publisher.nilai.indikator:
            continue
        tujuan = publisher.berisi.get(publikasi.halaman or "")
        bukti = tuple(name for name in list_bukti_of_indikator(publisher.nilai.log, kode) if name in publisher.terbuka)
        keadaan, sebab = _state(publisher, publikasi, tujuan, bukti)
        name = _shown_in(publikasi, tujuan, bukti)
        yield BarisPublikasi(
            one,
            publikasi=publikasi,
            tujuan=tujuan,
            bukti=bukti,
            keadaan=keadaan,
            sebab=sebab,
            bagian_situs=name,
            tempat=publisher.berisi[name] if name else None,
            jejak=publisher.jejak.get(name) if name else None,
        )


def _shown_in(publikasi: Publikasi, tujuan: Link | None, bukti: tuple[str, ...]) -> str | None:
    """Return the section that shows what meets a row: its own, or for published documents the evidence register."""
    if publikasi.cara == "bukti":
        return "bukti" if bukti else None
    return publikasi.halaman if publikasi.cara == "halaman" and tujuan else None


def _state(
    publisher: Publisher, publikasi: Publikasi, tujuan: Link | None, bukti: tuple[str, ...]
) -> tuple[Fulfilment, str]:
    """Return what the site can say of a row, and why. It never speaks for an office that does not report here."""
    # Asked in this order: what is lacking is said of every office, and only then whether the office reports at all.
    if publikasi.cara == "luar":
        return "luar", "ada di tempat lain; situs ini tidak dapat membuktikannya sendiri"
    if publikasi.cara == "halaman" and tujuan is None:
        return "belum", "belum ada data"
    if publikasi.cara == "bukti" and not bukti:
        return "belum", "belum ada bukti yang diterbitkan"
    if not publisher.melapor:
        return "tanpa-laporan", "isinya ada di sini, tetapi kantor ini belum melapor di situs ini"
    if publikasi.cara == "halaman" and publisher.nilai.basi and not publisher.nilai.berakhir:
        return "belum", "halamannya ada, tetapi datanya sudah lama tidak diperbarui"
    return "terpenuhi", "halamannya berisi" if publikasi.cara == "halaman" else "buktinya diterbitkan"
