"""Targets and what has been reached of them, as open data: numbers in JSON, one column a quarter in tables."""

from __future__ import annotations

from typing import Any

from generator.model.rencana import Indikator
from generator.model.target import BIDANG_TRIWULAN, TRIWULAN
from generator.text import as_number
from generator.views import YearView


def encode_target(item: Indikator) -> dict[str, Any] | None:
    """Return the target of an indikator; None without one."""
    if item.target is None:
        return None
    printed = item.target.tercetak
    numbers = {name: as_number(printed.get(tw)) for tw, name in zip(TRIWULAN, BIDANG_TRIWULAN, strict=True)}
    return {"satuan": item.target.satuan, "akumulasi": item.target.akumulasi, **numbers}


def encode_capaian(year: YearView, item: Indikator) -> dict[str, Any] | None:
    """Return what entries report for each quarter, and in all by the day of the data; None without a target."""
    one = year.nilai.indikator.get(item.kode)
    if one is None or not one.capaian:
        return None
    quarters = {f"tw{quarter.triwulan}": as_number(quarter.capaian) for quarter in one.capaian}
    return {**quarters, "tercapai": as_number(one.capaian[-1].sampai)}


def tabulate_triwulan(year: YearView, item: Indikator | None) -> dict[str, Any]:
    """Return the columns that a plan by quarters has in place of the twelve months."""
    target = (encode_target(item) if item else None) or {}
    reached = (encode_capaian(year, item) if item else None) or {}
    return {
        "penanggung_jawab": item and item.penanggung_jawab,
        "satuan": target.get("satuan"),
        "akumulasi": target.get("akumulasi"),
        **{f"target_{name}": target.get(name) for name in BIDANG_TRIWULAN},
        **{f"capaian_{name}": reached.get(name) for name in (*BIDANG_TRIWULAN, "tercapai")},
    }
