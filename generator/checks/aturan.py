"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.findings import Finding
from generator.model.isi import Kosakata, Tahun

Aturan = Callable[[Tahun, Kosakata], Iterator[Finding]]
"""Looks at one year of one office and yields what is wrong."""
