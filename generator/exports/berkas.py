"""Which open-data files there are: sets of data, evidence files and calendars per year, catalogue, JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from generator import routes
from generator.exports import baris, rekaman
from generator.exports.baris import Rekam
from generator.exports.bukti import baris_bukti, build_berkas, rekam_bukti
from generator.exports.dokumen import build_dokumen
from generator.exports.kalender import build_kalender
from generator.exports.katalog import build_katalog
from generator.exports.laporan import rekam_laporan
from generator.exports.layanan import rekam_kanal, rekam_layanan, rekam_survei
from generator.exports.lke import baris_lke, rekam_lke
from generator.exports.paket import build_paket
from generator.exports.perubahan import baris_perubahan, rekam_perubahan
from generator.exports.realisasi import baris_realisasi, rekam_realisasi
from generator.exports.robots import build_robots
from generator.exports.sidik import as_record
from generator.exports.skema import build_skema
from generator.exports.umpan import build_umpan
from generator.exports.xlsx import as_xlsx
from generator.model.isi import Kantor, Tahun
from generator.output import OutputFile
from generator.pages.banding import comparable
from generator.pages.layanan import has_layanan
from generator.pages.page import Bahan
from generator.pages.sematan import as_svg, build_lencana, tahun_lencana
from generator.pages.tahun_lalu import compare_years
from generator.pages.unduhan import BENTUK, himpunan, himpunan_json

VERSI = 1
"""Version of the open-data contract; bumped when a key changes its meaning or goes."""

_LOG: dict[str, tuple[Callable[[Bahan, Tahun], Rekam], Callable[[Tahun, Rekam], list[Rekam]]]] = {
    "realisasi": (rekam_realisasi, baris_realisasi),
    "bukti": (rekam_bukti, baris_bukti),
    "perubahan": (rekam_perubahan, baris_perubahan),
}
"""Sets whose rows are made from their record."""


def build_exports(bahan: Bahan) -> Iterator[OutputFile]:
    """Yield the open-data files of every year, then the catalogue of them all and the schemas."""
    for kantor in bahan.isi.kantor:
        yield from _data_kantor(bahan, kantor)
    for tahun in bahan.isi.semua_tahun():
        yield from _data(bahan, tahun)
        yield from _json_only(bahan, tahun)
        yield from build_berkas(bahan, tahun)
        yield from build_kalender(bahan, tahun)
        yield from build_dokumen(bahan, tahun)
        if dua := compare_years(bahan, tahun):
            yield OutputFile(routes.tahun_lalu(tahun), baris.as_csv(baris.tahun_lalu(tahun, dua)))
    yield from filter(None, (build_umpan(bahan, kantor) for kantor in bahan.isi.kantor))
    if comparable(bahan):
        yield OutputFile(routes.BANDING_CSV, baris.as_csv(baris.banding(bahan)))
    if katalog := build_katalog(bahan):
        yield OutputFile(routes.KATALOG, as_json(katalog))
    for name, schema in build_skema().items():
        yield OutputFile(routes.skema(name), as_json(schema))
    yield from build_robots(bahan)


def build_daftar_sidik(bahan: Bahan) -> Iterator[OutputFile]:
    """Yield every year's list of fingerprints; they are computed from the other files."""
    for tahun in bahan.isi.semua_tahun():
        source = (f"{tahun.berkas}/tahun.yml",)
        yield OutputFile(routes.sidik(tahun), as_json(_head(tahun) | as_record(bahan, tahun)), source=source)


def as_json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return JSON as it is published: UTF-8, two-space indent, keys in the order of the contract."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _data(bahan: Bahan, tahun: Tahun) -> Iterator[OutputFile]:
    """Yield each set of a year's data in every form, and the description of its tables."""
    source = (f"{tahun.berkas}/tahun.yml",)
    tables = {}
    for name in himpunan(bahan, tahun):
        record, rows = _himpunan(bahan, tahun, name)
        forms: tuple[str | bytes, ...] = (
            as_json(_head(tahun) | record),
            baris.as_csv(rows),
            # Not the day of the data, so that a workbook changes only when its rows do.
            as_xlsx(rows, name, date(tahun.tahun, 1, 1)),
        )
        for form, content in zip(BENTUK, forms, strict=True):
            yield OutputFile(routes.data(tahun, f"{name}.{form}"), content, source=source)
        if rows:
            tables[name] = rows
    if tables:
        yield OutputFile(routes.paket(tahun), as_json(build_paket(tahun, tables)), source=source)


def _head(tahun: Tahun) -> Rekam:
    return {"versi": VERSI, "satker": tahun.satker.kode, "tahun": tahun.tahun}


def _data_kantor(bahan: Bahan, kantor: Kantor) -> Iterator[OutputFile]:
    """Yield what belongs to an office and to none of its years: its services, its channels, its badge."""
    head = {"versi": VERSI, "satker": kantor.satker.kode}
    if kantor.layanan is not None and has_layanan(kantor):
        record = rekam_layanan(kantor, kantor.layanan)
        source = (kantor.layanan.place().berkas,)
        yield OutputFile(routes.data_kantor(kantor.satker, "layanan.json"), as_json(head | record), source=source)
    if kantor.satker.kanal:
        record = rekam_kanal(bahan, kantor)
        source = (kantor.satker.place().berkas,)
        yield OutputFile(routes.data_kantor(kantor.satker, "kanal.json"), as_json(head | record), source=source)
    if tahun := tahun_lencana(kantor):
        source = (f"{tahun.berkas}/tahun.yml",)
        yield OutputFile(routes.lencana(kantor.satker), as_svg(build_lencana(bahan, tahun)), source=source)


def _json_only(bahan: Bahan, tahun: Tahun) -> Iterator[OutputFile]:
    """Yield the sets of a year that are no tables."""
    make = {"laporan": rekam_laporan, "survei": rekam_survei}
    for name in himpunan_json(bahan, tahun):
        record = _head(tahun) | make[name](bahan, tahun)
        yield OutputFile(routes.data(tahun, f"{name}.json"), as_json(record), source=(f"{tahun.berkas}/tahun.yml",))


def _himpunan(bahan: Bahan, tahun: Tahun, name: str) -> tuple[Rekam, list[Rekam]]:
    """Return a set of data as one record without its head, and as rows."""
    if name in _LOG:
        rekam, rows = _LOG[name]
        record = rekam(bahan, tahun)
        return record, rows(tahun, record)
    if name == "keputusan":
        return rekaman.keputusan(tahun), baris.keputusan(tahun)
    if name == "lke-zi":
        return rekam_lke(bahan, tahun), baris_lke(bahan, tahun)
    if name == "tim" and tahun.daftar_tim:
        return rekaman.tim(tahun, tahun.daftar_tim), baris.tim(tahun, tahun.daftar_tim)
    plan = tahun.rencana_jenis(name)
    assert plan, name  # noqa: S101 - himpunan() names only what there is
    return rekaman.rencana(bahan, tahun, plan), baris.rencana(bahan, tahun, plan)
