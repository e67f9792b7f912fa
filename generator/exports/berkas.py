"""Which open-data files there are: sets of data, evidence files and calendars per year, catalogue, JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import routes
from generator.exports import baris, rekaman
from generator.exports.baris import Rekam
from generator.exports.bukti import baris_bukti, build_berkas, rekam_bukti
from generator.exports.dokumen import build_dokumen
from generator.exports.kalender import build_kalender
from generator.exports.katalog import build_katalog
from generator.exports.paket import build_paket
from generator.exports.realisasi import baris_realisasi, rekam_realisasi
from generator.exports.skema import build_skema
from generator.exports.xlsx import as_xlsx
from generator.model.isi import Tahun
from generator.pages.banding import comparable
from generator.pages.page import Bahan
from generator.pages.tahun_lalu import compare_years
from generator.pages.unduhan import BENTUK, himpunan
from generator.render import OutputFile

VERSI = 1
"""Version of the open-data contract; bumped when a key changes its meaning or goes."""


def build_exports(bahan: Bahan) -> Iterator[OutputFile]:
    """Yield the open-data files of every year, then the catalogue of them all and the schemas."""
    for tahun in bahan.isi.semua_tahun():
        yield from _data(bahan, tahun)
        yield from build_berkas(bahan, tahun)
        yield from build_kalender(bahan, tahun)
        yield from build_dokumen(bahan, tahun)
        if dua := compare_years(bahan, tahun):
            yield OutputFile(routes.tahun_lalu(tahun), baris.as_csv(baris.tahun_lalu(tahun, dua)))
    if comparable(bahan):
        yield OutputFile(routes.BANDING_CSV, baris.as_csv(baris.banding(bahan)))
    if katalog := build_katalog(bahan):
        yield OutputFile(routes.KATALOG, as_json(katalog))
    for name, schema in build_skema().items():
        yield OutputFile(routes.skema(name), as_json(schema))


def as_json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return JSON as it is published: UTF-8, two-space indent, keys in the order of the contract."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _data(bahan: Bahan, tahun: Tahun) -> Iterator[OutputFile]:
    """Yield each set of a year's data in every form, and the description of its tables."""
    source = (f"{tahun.berkas}/tahun.yml",)
    head = {"versi": VERSI, "satker": tahun.satker.kode, "tahun": tahun.tahun}
    tables = {}
    for name in himpunan(bahan, tahun):
        record, rows = _himpunan(bahan, tahun, name)
        forms: tuple[str | bytes, ...] = (
            as_json(head | record),
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


def _himpunan(bahan: Bahan, tahun: Tahun, name: str) -> tuple[Rekam, list[Rekam]]:
    """Return a set of data as one record without its head, and as rows."""
    if name == "keputusan":
        return rekaman.keputusan(tahun), baris.keputusan(tahun)
    if name == "realisasi":
        record = rekam_realisasi(bahan, tahun)
        return record, baris_realisasi(tahun, record)
    if name == "bukti":
        record = rekam_bukti(bahan, tahun)
        return record, baris_bukti(tahun, record)
    if name == "tim" and tahun.daftar_tim:
        return rekaman.tim(tahun, tahun.daftar_tim), baris.tim(tahun, tahun.daftar_tim)
    plan = tahun.rencana_jenis(name)
    assert plan, name  # noqa: S101 - himpunan() names only what there is
    return rekaman.rencana(bahan, tahun, plan), baris.rencana(bahan, tahun, plan)
