"""Which rows cannot be counted on: a reported mistake touched them, or they replace each other in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.findings import Finding, Rule, quote
from generator.model.base import ListNode, MapNode
from generator.model.files import QUOTING
from generator.model.marks import Ours, QuotesWithin, find_marked_anywhere
from generator.model.rencana import Butir

_LINES = re.compile(r"L([0-9]{1,6})(?:-([0-9]{1,6}))?")
# Where only these are wrong, the words quoted from the decree are still whole. A name that one record uses for a note
# of ours and another for quoted words counts as quoted: what a raw mapping was to be is not known here.
_NOT_QUOTED = find_marked_anywhere(QUOTING, Ours).keys() - find_marked_anywhere(QUOTING, QuotesWithin).keys()


def find_doubtful_lines(trees: Iterable[MapNode], left_out: Iterable[MapNode]) -> frozenset[int] | None:
    """Return the lines quoted by records that a mistake touched or removed; None if they cannot be determined.

    Args:
        trees: the files' raw content, with mistakes noted as ``faulty``.
        left_out: raw records that are no longer in it.
    """
    lines: set[int] = set()
    for peta in left_out:
        places = list(_all_asal(peta))
        if "kode" in peta.key_places and not places:
            return None
        lines.update(*map(_numbers, places))
    for tree in trees:
        lines.update(*map(_numbers, _touched(tree, "")))
    return frozenset(lines)


def _numbers(asal: str) -> set[int]:
    return {n for first, last in _LINES.findall(asal) for n in range(int(first), int(last or first) + 1)}


def _all_asal(node: object) -> Iterator[str]:
    """Yield the asal texts of a raw record and of the records inside it."""
    if isinstance(node, MapNode) and isinstance(node.get("asal"), str):
        yield node["asal"]
    for item in _inside(node):
        yield from _all_asal(item)


def _touched(node: object, asal: str) -> Iterator[str]:
    """Yield the asal of each record in which quoted words were dropped or changed."""
    if isinstance(node, MapNode):
        asal = str(node.get("asal", asal))
        if node.faulty - _NOT_QUOTED:
            yield asal
    for item in _inside(node):
        yield from _touched(item, asal)


def _inside(node: object) -> Iterable[object]:
    if isinstance(node, MapNode):
        return node.values()
    return node if isinstance(node, ListNode) else ()


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
