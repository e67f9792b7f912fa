"""The dictionary: the glossary, the data dictionary out of the models' own sentences, and the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator import routes
from generator.load.fault import models_in
from generator.model.bukti import DaftarBukti
from generator.model.isi import Isi
from generator.model.kantor import Satker, SetelanTahun
from generator.model.keputusan import Keputusan
from generator.model.layanan import DaftarLayanan, DaftarRekapKanal, DaftarSurvei
from generator.model.lke import DaftarLke
from generator.model.realisasi import BerkasRealisasi
from generator.model.rencana import RencanaRB, RencanaZI
from generator.model.situs import Situs
from generator.model.tim import DaftarTim
from generator.pages.page import Page, Tautan
from generator.rulebook import RULEBOOK

BERKAS: dict[str, tuple[type[BaseModel], str]] = {
    "satker": (Satker, "satker.yml"),
    "tahun": (SetelanTahun, "tahun.yml"),
    "keputusan": (Keputusan, "keputusan/<kode>.yml"),
    "rencana-rb": (RencanaRB, "rb/<area>.yml"),
    "rencana-zi": (RencanaZI, "zi/<area>.yml"),
    "tim": (DaftarTim, "tim.yml"),
    "realisasi": (BerkasRealisasi, "realisasi/<periode>.yml"),
    "bukti": (DaftarBukti, "bukti.yml"),
    "layanan": (DaftarLayanan, "layanan.yml"),
    "survei": (DaftarSurvei, "survei.yml"),
    "kanal": (DaftarRekapKanal, "kanal.yml"),
    "lke-zi": (DaftarLke, "lke-zi.yml"),
    "situs": (Situs, "site_config/situs.yml"),
}
"""The kinds of data files: name of the schema, its model, and where such a file stands."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One key of a record, for the data dictionary."""

    nama: str
    arti: str
    wajib: bool
    pilihan: tuple[str, ...]
    isi: str | None
    """The record that it holds, if it holds one."""


@dataclass(frozen=True, slots=True)
class Rekam:
    """One kind of record."""

    nama: str
    kolom: tuple[Kolom, ...]


def build_kamus(isi: Isi) -> Page:
    """Return the page of words, keys and rules."""
    return Page(
        alamat=routes.KAMUS,
        templat="kamus",
        judul="Kamus",
        deskripsi="Arti istilah dalam rencana aksi dan tiap kunci dalam data terbuka, dan aturan yang diperiksa.",
        jejak=(Tautan("Beranda", routes.PORTAL),),
        data={"istilah": isi.kosakata.istilah, "berkas": list(_files()), "aturan": RULEBOOK},
    )


def _files() -> Iterator[tuple[str, str, tuple[Rekam, ...]]]:
    seen: set[type[BaseModel]] = set()
    for name, (model, path) in BERKAS.items():
        yield name, path, tuple(_records(model, seen))


def _records(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Rekam]:
    """Yield a record and those inside it, each once on the whole page."""
    if model in seen:
        return
    seen.add(model)
    inner = {name: next(models_in(field.annotation), None) for name, field in model.model_fields.items()}
    yield Rekam(
        model.__name__,
        tuple(
            Kolom(
                name,
                field.description or "",
                field.is_required(),
                tuple(_choices(field.annotation)),
                held.__name__ if (held := inner[name]) else None,
            )
            for name, field in model.model_fields.items()
        ),
    )
    for held in inner.values():
        if held is not None:
            yield from _records(held, seen)


def _choices(annotation: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield from (member.value for member in annotation)
    elif get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    else:
        for inner in get_args(annotation):
            yield from _choices(inner)
