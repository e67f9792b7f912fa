"""Show names as the site is set to: all, officials only, or initials. Applied once, so every output agrees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.load.spellings import NameFinder
from generator.model.bukti import Bukti
from generator.model.isi import Isi, Kantor, Rencana, Tahun
from generator.model.keputusan import Anggota
from generator.model.marks import HoldsNames, find_marked
from generator.model.naskah import Naskah
from generator.model.periode import BULAN

AnyModel = TypeVar("AnyModel", bound=BaseModel)
_SMALL = re.compile(r"\b[a-z]{2,}\b")
"""A word that is written small, as no name is."""


def hide_names(isi: Isi) -> Isi:
    """Return the content with names as ``situs.yml: tampilkan_nama`` asks."""
    if isi.situs.tampilkan_nama == "semua":
        return isi
    return replace(isi, kantor=tuple(_hide_in_kantor(kantor, isi.situs.tampilkan_nama) for kantor in isi.kantor))


def build_name_hider(kantor: Kantor, setelan: str) -> Callable[[str], str]:
    """Return the function that shows the names in any text of an office as ``situs.yml: tampilkan_nama`` asks."""
    if setelan == "semua":
        return lambda text: text
    return find_names_of_kantor(kantor, setelan).hide


def find_names_of_kantor(kantor: Kantor, setelan: str) -> NameFinder:
    """Return what finds the names of all years of an office that the site must not show in full."""
    return _find_names(kantor, (name for tahun in kantor.tahun for name in _secrets(tahun, setelan)))


def find_names_shown(kantor: Kantor, setelan: str) -> NameFinder:
    """Return what finds the names in an office's rosters that the site does show in full."""
    secret = {name for tahun in kantor.tahun for name in _secrets(tahun, setelan)}
    rows = (anggota.nama for tahun in kantor.tahun for tim in tahun.tim for anggota in tim.anggota)
    return NameFinder(name for name in rows if name not in secret)


def list_prose(record: BaseModel) -> Iterator[tuple[BaseModel, str, str]]:
    """Yield all prose in a record, in which names are hidden: the record or a part of it, the field, the text."""
    return ((part, field, text) for part, field, text, prose in _list_texts(record) if prose)


def list_references(record: BaseModel) -> Iterator[tuple[BaseModel, str, str]]:
    """Yield the kode and addresses in a record, in which names cannot be hidden, as list_prose() does.

    Not the names of files: those are published under other names.
    """
    texts = _list_texts(record)
    return ((part, field, text) for part, field, text, prose in texts if not prose and field in {"kode", "tautan"})


def _list_texts(record: BaseModel) -> Iterator[tuple[BaseModel, str, str, bool]]:
    prose = find_marked(type(record), HoldsNames)
    for name in type(record).model_fields:
        value = getattr(record, name, None)  # the stand-in for a file that could not be read lacks some
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from _list_texts(one)
            elif type(one) is str:
                yield record, name, one, name in prose


def list_files(kantor: Kantor) -> Iterator[BaseModel]:
    """Yield every file's records of an office, of all its years."""
    yield kantor.satker
    if kantor.layanan:
        yield kantor.layanan
    for tahun in kantor.tahun:
        yield from tahun.keputusan
        if tahun.daftar_tim:
            yield tahun.daftar_tim
        for rencana in tahun.rencana:
            yield from rencana.berkas
        for records in (tahun.bukti, tahun.realisasi, tahun.survei, tahun.lke, tahun.rekap_kanal):
            yield from records


def _find_names(kantor: Kantor, names: Iterable[str]) -> NameFinder:
    texts = (text for record in list_files(kantor) for _, _, text in list_prose(record))
    common = {word for text in texts for word in _SMALL.findall(text)}
    # Written large, and common all the same: where the office is, and when.
    common.update(_SMALL.findall(" ".join((kantor.satker.nama, *BULAN)).lower()))
    return NameFinder(names, frozenset(common))


def _hide_in_kantor(kantor: Kantor, setelan: str) -> Kantor:
    secrets = [_secrets(tahun, setelan) for tahun in kantor.tahun]
    hide_of_year = [_find_names(kantor, names).hide for names in secrets]
    years = tuple(_hide_in_tahun(tahun, hide) for tahun, hide in zip(kantor.tahun, hide_of_year, strict=True))
    # Channels and services belong to no year, so the names of all years are hidden in them.
    hide = find_names_of_kantor(kantor, setelan).hide
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
    files = name_files(tahun.berkas_bukti, hide)
    return replace(
        tahun,
        keputusan=tuple(_map_text(keputusan, hide) for keputusan in tahun.keputusan),
        daftar_tim=_map_text(tahun.daftar_tim, hide) if tahun.daftar_tim else None,
        rencana=tuple(
            Rencana(r.jenis, r.rezim, tuple(_map_text(berkas, hide) for berkas in r.berkas)) for r in tahun.rencana
        ),
        bukti=tuple(_map_text(_rename(bukti, files), hide) for bukti in tahun.bukti),
        berkas_bukti={files[name]: replace(one, nama=files[name]) for name, one in tahun.berkas_bukti.items()},
        realisasi=tuple(_map_text(entri, hide) for entri in tahun.realisasi),
        survei=tuple(_map_text(survei, hide) for survei in tahun.survei),
        lke=tuple(_map_text(penilaian, hide) for penilaian in tahun.lke),
        rekap_kanal=tuple(_map_text(rekap, hide) for rekap in tahun.rekap_kanal),
        naskah=_hide_in_naskah(tahun.naskah, hide),
    )


def name_files(names: Iterable[str], hide: Callable[[str], str]) -> dict[str, str]:
    """Return the name under which each file of evidence is published; of the same initials the second gets a number."""
    renamed = {name: _shorten_file(name, hide) for name in names}
    taken = {name for name in renamed if renamed[name] == name}
    for name, short in renamed.items():
        if short != name:
            stem, _, kind = short.rpartition(".")
            others = (f"{stem}-{number}.{kind}" for number in count(2))
            renamed[name] = next(one for one in chain([short], others) if one not in taken)
            taken.add(renamed[name])
    return renamed


def _shorten_file(name: str, hide: Callable[[str], str]) -> str:
    stem, _, kind = name.rpartition(".")
    short = hide(stem)
    return name if short == stem else "-".join(re.findall(r"[^\W_]+", short)).lower() + f".{kind}"


def _rename(bukti: Bukti, files: Mapping[str, str]) -> Bukti:
    return bukti.model_copy(update={"berkas": files.get(bukti.berkas, bukti.berkas)}) if bukti.berkas else bukti


def _official(anggota: Anggota) -> bool:
    # How the rows call staff below the officials: “Pelaksana pada Subbagian …”.
    return not anggota.jabatan.casefold().startswith(("pelaksana", "staf"))


def _hide_in_naskah(texts: Mapping[str, Naskah], hide: Callable[[str], str]) -> dict[str, Naskah]:
    # As one text, since a name may go on in the next line; it keeps its lines.
    hidden = {name: tuple(hide("\n".join(naskah.baris)).split("\n")) for name, naskah in texts.items()}
    return {name: replace(naskah, baris=hidden[name]) for name, naskah in texts.items()}


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
