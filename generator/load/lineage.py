"""Report rows that replace each other in a circle, and cut the circle, so that no later walk is endless."""

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
            message = f"butir {quote(butir.kode)} menggantikan dirinya sendiri"
            yield Finding(butir.place("menggantikan"), MENGGANTIKAN, message, "tulis kode butir lama")
            # Frozen records are changed here only: the finding above stops the build, so the change is never published.
            object.__setattr__(butir, "menggantikan", None)
