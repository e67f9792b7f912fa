"""Old values as text on one line, for people to compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.text import format_bulan, join_lines

_KEADAAN = {"tidak-terbaca": "tidak terbaca dari sumber", "kosong": "tidak tercantum dalam keputusan"}


def list_words(bidang: str, value: Any) -> str | None:  # noqa: ANN401 - raw YAML
    """Return a field's value in words; None where there is none."""
    if value in (None, "", [], {}):
        return None
    if bidang == "jadwal" and isinstance(value, dict):
        return _jadwal(value)
    return join_lines(_text(value))


def list_leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - raw YAML
    """Yield every text of a value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from list_leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from list_leaves(item)
    else:
        yield str(value)


def _text(value: Any) -> str:  # noqa: ANN401 - raw YAML
    if isinstance(value, dict) and value.keys() <= {"nama", "rincian"}:  # a cell: a sentence, a list, or both
        return " ".join(map(_text, value.values()))
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', ' ')}: {_text(item)}" for name, item in value.items())
    if isinstance(value, list):
        short = all(isinstance(item, str) and " " not in item for item in value)
        return (", " if short else " ").join(map(_text, value))
    return str(value)


def _jadwal(value: dict[str, Any]) -> str:
    months = value.get("bulan")
    state = value.get("keadaan")
    if isinstance(months, list) and all(str(m).isascii() and str(m).isdigit() and 1 <= int(m) <= 12 for m in months):  # noqa: PLR2004 - months
        known = format_bulan(sorted({int(month) for month in months}))
        return f"{known} (bacaan yang wajar)" if state == "wajar" else known or "tanpa bulan"
    other = {name: item for name, item in value.items() if name not in ("keadaan", "catatan")}
    return join_lines(_text(other)) if other else _KEADAAN.get(str(state), str(state or "tanpa keterangan"))
