"""Mend a broken place of the raw tree just enough for the rest of the file to be checked.

A near word is taken for the word meant, an optional value is dropped, a plain value gets a stand-in, a record that
cannot be had is left out. Nothing mended is ever published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.findings import find_nearest
from generator.load.fault import Fault, build_stand_in, find_place_of, has
from generator.model.base import ListNode, MapNode
from generator.model.jenis import POLA_KODE, as_kode


def mend(fault: Fault) -> Iterator[MapNode]:
    """Repair one place just enough for the rest of the file to be checked; yield the records left out."""
    holder, key = fault.holder, fault.key
    _mark(fault)
    if fault.kind == "missing":
        if not has(holder, key):  # a misspelt key may have been taken for it in this very round
            yield from _stub_or_leave_out(fault)
    elif fault.kind == "extra_forbidden":
        if fault.meant and isinstance(holder, MapNode):
            _rename(holder, str(key), fault.meant)
        else:
            holder.pop(key, None)
    elif not has(holder, key):
        yield from _leave_out(fault.parents)
    elif substitute := _substitute(fault):
        holder[key] = substitute
    else:
        yield from _drop(holder, key)


def _mark(fault: Fault) -> None:
    """Note in the nearest mapping which of its keys has a reported mistake."""
    holder, key = fault.holder, str(fault.key)
    for outer in reversed(fault.parents[:-1]):
        if isinstance(holder, MapNode):
            break
        key = (
            next((name for name, value in outer.items() if value is holder), "") if isinstance(outer, MapNode) else key
        )
        holder = outer
    if isinstance(holder, MapNode):
        holder.faulty.add(key)


def _stub_or_leave_out(fault: Fault) -> Iterator[MapNode]:
    """Put a placeholder for a missing value, so that the rest of its record is checked; else drop the record."""
    in_list = any(isinstance(holder, ListNode) for holder in fault.parents)
    value = build_stand_in(fault.field, fault.holder.place, in_list=in_list)
    if value is not None and isinstance(fault.holder, MapNode):
        fault.holder[str(fault.key)] = value
        fault.holder.value_places[str(fault.key)] = fault.holder.place
    elif in_list:
        yield from _leave_out(fault.parents)


def _substitute(fault: Fault) -> Any:  # noqa: ANN401 - whatever the raw tree may hold
    """Return what a broken value was most likely meant to be, or None."""
    value = fault.detail["input"]
    # One value where a list belongs: the dash or the brackets were forgotten.
    if fault.kind in {"tuple_type", "list_type"} and (isinstance(value, MapNode) or _is_word(value)):
        items = ListNode(find_place_of(fault.holder, fault.key, ""))
        items.append(value)
        items.item_places.append(items.place)
        return items
    # A list of one where a record belongs: a dash too many.
    if fault.kind in {"model_type", "model_attributes_type"} and isinstance(value, ListNode) and len(value) == 1:
        return value[0] if isinstance(value[0], MapNode) else None
    if fault.kind in {"literal_error", "enum"}:
        return find_nearest(fault.value, fault.words)
    if fault.kind == "kolom" and fault.context["rule"] is POLA_KODE:
        tidy = as_kode(fault.value)
        return tidy if tidy != fault.value else None
    return None


def _rename(holder: MapNode, key: str, meant: str) -> None:
    holder[meant] = holder.pop(key)
    holder.value_places[meant] = holder.value_places[key]
    holder.key_places[meant] = holder.key_places[key]


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.replace("-", "").isalnum()


def _drop(holder: Any, key: Any) -> Iterator[MapNode]:  # noqa: ANN401 - MapNode or ListNode
    """Take a value out; yield the records inside it."""
    value = holder[key]
    del holder[key]
    if isinstance(holder, ListNode):
        del holder.item_places[key]
    yield from (item for item in (value if isinstance(value, ListNode) else [value]) if isinstance(item, MapNode))


def _leave_out(parents: tuple[Any, ...]) -> Iterator[MapNode]:
    """Remove the innermost list item around the place and yield its records; do nothing outside any list."""
    for outer, inner in zip(reversed(parents[:-1]), reversed(parents[1:]), strict=True):
        if isinstance(outer, ListNode):
            index = next((i for i, item in enumerate(outer) if item is inner), None)
            if index is not None:
                yield from _drop(outer, index)
            return
