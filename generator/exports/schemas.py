"""JSON Schemas of the data files, out of the models: hover help and checking in any editor."""

from __future__ import annotations

from typing import Any

from generator.model.files import DATA_FILES


def build_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (2020-12) of every kind of data file, by name."""
    return {
        one.nama: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{one.nama}.schema.json",
            **_plain(one.model.model_json_schema()),
            "title": one.tempat,
        }
        for one in DATA_FILES
    }


def _plain(node: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Drop the English titles and defaults that pydantic adds, which say nothing to a clerk."""
    if isinstance(node, dict):
        return {
            # Below properties the keys are fields of ours, and one may well be called title.
            key: _plain(value) if key != "properties" else {k: _plain(v) for k, v in value.items()}
            for key, value in node.items()
            if key not in {"title", "default"}
        }
    return [_plain(item) for item in node] if isinstance(node, list) else node
