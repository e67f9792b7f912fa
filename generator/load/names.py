"""Show names as the site is set to: all, officials only, or initials. Applied once, so every output agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.model.isi import Isi, Kantor, Rencana, Tahun
from generator.model.keputusan import Anggota
from generator.model.marks import HoldsNames, find_marked
from generator.model.naskah import Naskah

AnyModel = TypeVar("AnyModel", bound=BaseModel)
_WORD = re.compile(r"\w[\w.'’-]*")


def hide_names(isi: Isi) -> Isi:
    """Return the content with names as ``situs.yml: tampilkan_nama`` asks."""
    if isi.situs.tampilkan_nama == "semua":
        return isi
    return replace(isi, kantor=tuple(_hide_in_kantor(kantor, isi.situs.tampilkan_nama) for kantor in isi.kantor))


def format_initials(name: str) -> str:
    """Return a name as initials: "Agustinus Y. Ola Paon" becomes "A. Y. O. P."."""
    return " ".join(f"{word[0]}." for word in _WORD.findall(name))


def build_name_hider(kantor: Kantor, setelan: str) -> Callable[[str], str]:
    """Return the function that shows the names in any text of an office as ``situs.yml: tampilkan_nama`` asks."""
    if setelan == "semua":
        return lambda text: text
    return _hider(name for tahun in kantor.tahun for name in _secrets(tahun, setelan))


def _hide_in_kantor(kantor: Kantor, setelan: str) -> Kantor:
    secrets = [_secrets(tahun, setelan) for tahun in kantor.tahun]
    years = tuple(_hide_in_tahun(tahun, _hider(names)) for tahun, names in zip(kantor.tahun, secrets, strict=True))
    # Channels and services belong to no year, so the names of all years are hidden in them.
    hide = _hider(name for names in secrets for name in names)
    kanal = tuple(_map_text(one, hide) for one in kantor.satker.kanal)
    satker = kantor.satker.model_copy(update={"kanal": kanal})
    return replace(
        kantor,
        satker=satker,
        tahun=tuple(replace(tahun, satker=satker) for tahun in years),
        layanan=_map_text(kantor.layanan, hide) if kantor.layanan else None,
    )


def _secrets(tahun: Tahun, setelan: str) -> list[str]:
    """Return the names of a year that the site must not show in full."""
    secret = [name for keputusan in tahun.keputusan for name in keputusan.samarkan]
    secret += [
        anggota.nama for tim in tahun.tim for anggota in tim.anggota if setelan == "inisial" or not _official(anggota)
    ]
    if setelan == "inisial":
        secret += [keputusan.penandatangan for keputusan in tahun.keputusan if keputusan.penandatangan]
        secret += [k.salinan.pejabat for k in tahun.keputusan if k.salinan and k.salinan.pejabat]
    return secret


def _hide_in_tahun(tahun: Tahun, hide: Callable[[str], str]) -> Tahun:
    return replace(
        tahun,
        keputusan=tuple(_map_text(keputusan, hide) for keputusan in tahun.keputusan),
        daftar_tim=_map_text(tahun.daftar_tim, hide) if tahun.daftar_tim else None,
        rencana=tuple(
            Rencana(r.jenis, r.rezim, tuple(_map_text(berkas, hide) for berkas in r.berkas)) for r in tahun.rencana
        ),
        bukti=tuple(_map_text(bukti, hide) for bukti in tahun.bukti),
        realisasi=tuple(_map_text(entri, hide) for entri in tahun.realisasi),
        survei=tuple(_map_text(survei, hide) for survei in tahun.survei),
        lke=tuple(_map_text(penilaian, hide) for penilaian in tahun.lke),
        rekap_kanal=tuple(_map_text(rekap, hide) for rekap in tahun.rekap_kanal),
        naskah=_hide_in_naskah(tahun.naskah, hide),
    )


def _hider(names: Iterable[str]) -> Callable[[str], str]:
    """Return a function that turns the names into initials: whole words only, however they are spaced."""
    # Longest first, so that a name within a longer name does not cut that one short.
    wanted = sorted({" ".join(name.split()) for name in names}, key=len, reverse=True)
    if not wanted:
        return lambda text: text
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in wanted)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda match: format_initials(match.group()), text)


def _official(anggota: Anggota) -> bool:
    # How the rosters call staff below the officials: “Pelaksana pada Subbagian …”.
    return not anggota.jabatan.casefold().startswith(("pelaksana", "staf"))


def _hide_in_naskah(texts: Mapping[str, Naskah], hide: Callable[[str], str]) -> dict[str, Naskah]:
    return {name: replace(naskah, baris=tuple(hide(line) for line in naskah.baris)) for name, naskah in texts.items()}


def _map_text(record: AnyModel, change: Callable[[str], str]) -> AnyModel:
    """Return a record with all prose in it changed, and its place kept."""
    # Only prose: in a kode, an address or a file's name initials would break what it points to.
    prose = find_marked(type(record), HoldsNames)
    values = ((name, getattr(record, name)) for name in type(record).model_fields)
    update = {name: _map_value(value, change) for name, value in values if name in prose or _holds_records(value)}
    return record.model_copy(update=update)


def _holds_records(value: object) -> bool:
    """Return whether a value holds records to descend into, such as a plan's area, not just the kode of one."""
    return isinstance(value, BaseModel) or (isinstance(value, tuple) and any(isinstance(v, BaseModel) for v in value))


def _map_value(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - any field of a record
    if type(value) is str:  # enumerations stay what they are
        return change(value)
    if isinstance(value, BaseModel):
        return _map_text(value, change)
    if isinstance(value, tuple):
        return tuple(_map_value(item, change) for item in value)
    return value
