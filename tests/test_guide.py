"""The staff guide says what is true: every message that it quotes is a real one."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

GUIDE = (ROOT / "content/halaman/panduan.md").read_text(encoding="utf-8")
MESSAGE = GUIDE.partition("{: #pesan }")[2].partition("\n## ")[0]
LAYANAN = GUIDE.partition("{: #layanan }")[2].partition("\n## ")[0]
LKE = GUIDE.partition("{: #lke }")[2].partition("\n## ")[0]
PROSE = re.sub(r"^```.*?^```", "", MESSAGE + LAYANAN + LKE, flags=re.MULTILINE | re.DOTALL)
QUOTED = [
    words for words in re.findall(r"`([^`]+)`", PROSE) if " " in words and not words.startswith(("bulan:", "keadaan:"))
]


@pytest.fixture(scope="module")
def message() -> str:
    """Every message that the cases of broken content show."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests/salah").glob("*.yml")))


def test_the_guide_quotes_ten_messages_or_more():
    assert len(QUOTED) >= 10


@pytest.mark.parametrize("quoted", QUOTED)
def test_every_quoted_message_is_real(quoted, message):
    for part in quoted.split("…"):
        assert part.strip() in message
