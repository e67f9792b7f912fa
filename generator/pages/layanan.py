"""The page of an office's services: what a visitor may expect, and the pledge to give it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import routes
from generator.model.isi import Kantor
from generator.model.layanan import KOMPONEN, KOMPONEN_UTAMA, Layanan
from generator.pages.page import Page, build_office_trail, build_section_marks


@dataclass(frozen=True, slots=True)
class KomponenTampil:
    """One component of a service standard."""

    key: str
    nama: str
    isi: tuple[str, ...]
    """Empty where the office has not published it."""


@dataclass(frozen=True, slots=True)
class StandarLayanan:
    """A service with its components: what a visitor needs first, and the others."""

    layanan: Layanan
    first: tuple[KomponenTampil, ...]
    others: tuple[KomponenTampil, ...]

    @property
    def jumlah(self) -> int:
        """How many components are given."""
        return sum(bool(komponen.isi) for komponen in (*self.first, *self.others))


def build_layanan(kantor: Kantor) -> Iterator[Page]:
    """Yield the page of an office's services, if it has any."""
    daftar = kantor.layanan
    if daftar is None or not kantor.ada_layanan:
        return
    satker = kantor.satker
    place = daftar.place()
    yield Page(
        alamat=routes.layanan(satker),
        template="layanan",
        judul="Layanan dan standarnya",
        deskripsi=f"Syarat, prosedur, waktu, dan biaya layanan {satker.nama}, dan cara mengadukannya.",
        jejak=build_office_trail(satker),
        data={
            "kantor": kantor,
            "daftar": daftar,
            "standar": [_standar(layanan) for layanan in daftar.layanan],
            "banyaknya": len(KOMPONEN),
        },
        kantor=kantor,
        short_title="Layanan",
        sumber=(place.file,),
        line=place.line,
        cari=build_section_marks("layanan"),
    )


def _standar(layanan: Layanan) -> StandarLayanan:
    others = [name for name in KOMPONEN if name not in KOMPONEN_UTAMA]
    return StandarLayanan(layanan, tuple(_komponen(layanan, KOMPONEN_UTAMA)), tuple(_komponen(layanan, others)))


def _komponen(layanan: Layanan, names: Iterable[str]) -> Iterator[KomponenTampil]:
    for name in names:
        value = getattr(layanan, name)
        yield KomponenTampil(name, KOMPONEN[name], value if isinstance(value, tuple) else (value,) if value else ())
