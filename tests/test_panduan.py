"""The staff guide says what is true: every message that it quotes is a real one."""

from __future__ import annotations

import re

import pytest
from conftest import AKAR

PANDUAN = (AKAR / "content/halaman/panduan.md").read_text(encoding="utf-8")
PESAN = PANDUAN.partition("{: #pesan }")[2].partition("\n## ")[0]
LAYANAN = PANDUAN.partition("{: #layanan }")[2].partition("\n## ")[0]
LKE = PANDUAN.partition("{: #lke }")[2].partition("\n## ")[0]
PROSE = re.sub(r"^```.*?^```", "", PESAN + LAYANAN + LKE, flags=re.MULTILINE | re.DOTALL)
QUOTED = [
    words for words in re.findall(r"`([^`]+)`", PROSE) if " " in words and not words.startswith(("bulan:", "keadaan:"))
]


@pytest.fixture(scope="module")
def pesan() -> str:
    """Every message that the cases of broken content show."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((AKAR / "tests/salah").glob("*.yml")))


def test_the_guide_quotes_ten_messages_or_more():
    assert len(QUOTED) >= 10


@pytest.mark.parametrize("quoted", QUOTED)
def test_every_quoted_message_is_real(quoted, pesan):
    for part in quoted.split("…"):
        assert part.strip() in pesan
