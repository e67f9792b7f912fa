"""Where two texts differ, and which texts are alike."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from generator.checks.quoted_texts import QuotedText
from generator.model.naskah import squash

_ALIKE = 0.5
# difflib takes quadratic time; this much tells which text it is.
_LONGEST = 400
_FEW = 3


def find_nearest_text(words: str, texts: Sequence[QuotedText]) -> QuotedText | None:
    """Return the text that resembles the words most, if any does."""
    target = squash(words)[:_LONGEST]
    scores = [difflib.SequenceMatcher(None, text.squashed[:_LONGEST], target).ratio() for text in texts]
    best = max(scores, default=0.0)
    return texts[scores.index(best)] if best >= _ALIKE else None


def find_difference(data: str, source: str) -> tuple[str, str] | None:
    """Return the first words that differ, with a word on either side; None when the texts are not alike at all."""
    mine, theirs = data.split()[:_LONGEST], source.split()[:_LONGEST]
    # autojunk would ignore the frequent words of a long text, and with them the difference.
    steps = difflib.SequenceMatcher(None, theirs, mine, autojunk=False).get_opcodes()
    equal = sum(j2 - j1 for tag, _, _, j1, j2 in steps if tag == "equal")
    if len(mine) > _FEW and equal < _ALIKE * len(mine):
        return None
    # The source's lines may say more before and after.
    while steps and steps[0][0] == "delete":
        steps = steps[1:]
    while steps and steps[-1][0] == "delete":
        steps = steps[:-1]
    for tag, i1, i2, j1, j2 in steps:
        if tag != "equal":
            return " ".join(mine[max(j1 - 1, 0) : j2 + 1]), " ".join(theirs[max(i1 - 1, 0) : i2 + 1])
    return None
