"""Rows that replace each other in a circle have no first: say so, and cut the circle, so that nobody walks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.findings import Finding, Rule, quote
from generator.model.rencana import Butir

MENGGANTIKAN = Rule(
    "menggantikan",
    "Butir yang menggantikan menyebut butir lama yang masih tertulis dan sudah dicabut, bukan dirinya sendiri.",
)


def untie(rows: Iterable[Butir]) -> Iterator[Finding]:
    """Yield a finding for each row that leads back to itself, and take its ``menggantikan`` away."""
    by_kode = {butir.kode: butir for butir in rows}
    for butir in by_kode.values():
        seen = {butir.kode}
        old = by_kode.get(butir.menggantikan or "")
        while old is not None and old.kode not in seen:
            seen.add(old.kode)
            old = by_kode.get(old.menggantikan or "")
        if old is butir:
            pesan = f"butir {quote(butir.kode)} menggantikan dirinya sendiri"
            yield Finding(butir.place("menggantikan"), MENGGANTIKAN, pesan, "tulis kode butir lama")
            # The record is frozen against everybody else; what is mended is never published.
            object.__setattr__(butir, "menggantikan", None)
