"""The draft of an RB plan, what the reader found, and the kode that its rows are given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from generator.model.jenis import Kode, as_kode
from generator.model.rencana import Keadaan


class Doubt(NamedTuple):
    """A doubt: where the decree's text contradicts itself, and what a person must decide."""

    baris: int
    kata: str


@dataclass(frozen=True, slots=True)
class DraftJadwal:
    """The months of one indikator as the marks show them; the same values as in the model."""

    keadaan: Keadaan
    bulan: tuple[int, ...] | None = None
    catatan: str | None = None
    calon: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftButir:
    """What every drafted row has: printed number, text, lines of the source."""

    nomor: str | None = None
    nama: str | None = None
    baris: tuple[int, ...] = ()
    """Lines of the source, ascending."""
    rearranged: bool = False
    """Stands under another parent or column than the text as read."""
    catatan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIndikator(DraftButir):
    """A drafted success indicator."""

    jadwal: DraftJadwal
    rincian: tuple[str, ...] = ()
    keterangan: str | None = None
    mencakup: tuple[int, ...] = ()
    """Positions of the sub kegiatan it covers, counted from 0 within its kegiatan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSubKegiatan(DraftButir):
    """A drafted sub-activity."""

    rincian: tuple[str, ...] = ()
    keterangan: str | None = None
    indikator: tuple[DraftIndikator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKegiatan(DraftButir):
    """A drafted activity."""

    sub_kegiatan: tuple[DraftSubKegiatan, ...] = ()
    indikator: tuple[DraftIndikator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftArea(DraftButir):
    """A drafted area of change."""

    kegiatan: tuple[DraftKegiatan, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted plan in printed order, and every doubt in the order of its lines."""

    area: tuple[DraftArea, ...]
    doubts: tuple[Doubt, ...]

    def semua_butir(self) -> tuple[DraftButir, ...]:
        """Return every row, parents before children, in the order in which a file prints them."""
        found: list[DraftButir] = []
        for area in self.area:
            found.append(area)
            for kegiatan in area.kegiatan:
                found.append(kegiatan)
                for sub_kegiatan in kegiatan.sub_kegiatan:
                    found += [sub_kegiatan, *sub_kegiatan.indikator]
                found += kegiatan.indikator
        return tuple(found)


_KODE: TypeAdapter[str] = TypeAdapter(Kode)
_LONGEST = 36  # leaves room for "-2" and more
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class KodeArea:
    """The kode of an area, which is also its file's name, and the prefix of the kode beneath it."""

    kode: str
    awalan: str
    padanan: str | None


def assign_kode(area: tuple[DraftArea, ...], awalan: Mapping[str, str]) -> tuple[KodeArea, ...]:
    """Return a kode per area, no two alike: the canonical one where its name has the word, else one made of its name.

    Args:
        area: The areas in printed order.
        awalan: Canonical area to prefix, as in ``site_config/rezim.yml``.
    """
    given: list[KodeArea] = []
    for item in area:
        padanan = match_area(item.nama or "", awalan)
        slug = padanan or _slug(item.nama or "")
        prefix = awalan[padanan] if padanan else _prefix(slug)
        given.append(_unlike(slug, prefix, padanan, given, awalan))
    return tuple(given)


def match_area(nama: str, awalan: Mapping[str, str]) -> str | None:
    """Return the canonical area whose words, or whose initials, stand in a printed name."""
    words = re.findall(r"[^\W\d_]+", nama.casefold())
    joined, initials = "".join(words), "".join(word[0] for word in words)
    for kode in awalan:
        if kode.replace("-", "") in joined or ("-" not in kode and len(kode) > 1 and _run(kode, initials)):
            return kode
    return None


def format_letter(index: int) -> str:
    """Return the letter of the sub kegiatan at a position from 0: a to z, then za, zb."""
    return "z" * (index // _LETTERS) + chr(ord("a") + index % _LETTERS)


def _run(kode: str, initials: str) -> bool:
    # "Sumber Daya Manusia" is sdm; a longer kode is a word, not initials.
    return len(kode) <= 4 and kode in initials  # noqa: PLR2004 - letters


def _slug(nama: str) -> str:
    slug = as_kode(nama)[:_LONGEST].strip("-")
    try:
        return _KODE.validate_python(slug)
    except ValidationError:
        return f"area-{slug}"[:_LONGEST].strip("-")


def _prefix(slug: str) -> str:
    """Return a prefix of two letters, which is never the name of a month or of a Windows device."""
    words = [word for word in slug.split("-") if word[:1].isalpha()]
    return words[0][0] + words[1][0] if len(words) > 1 else f"{words[0]}xx"[:2]


def _unlike(slug: str, prefix: str, padanan: str | None, given: list[KodeArea], awalan: Mapping[str, str]) -> KodeArea:
    """Return the area's kode and prefix, numbered if an area before it has them already."""
    slugs = {area.kode for area in given}
    taken = {area.awalan for area in given} | (set() if padanan else set(awalan.values()))
    number, sign = 2, 1
    kode, unlike = slug, prefix
    while kode in slugs:
        kode, number = f"{slug}-{number}", number + 1
    while unlike in taken:
        unlike, sign = f"{prefix}{format_letter(sign)}", sign + 1
    return KodeArea(kode, unlike, padanan)
