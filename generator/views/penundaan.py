"""How much has been put off or given up: told apart from what is late and from what is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.realisasi import Hasil
from generator.progress import PenilaianKali
from generator.text import format_daftar


@dataclass(frozen=True, slots=True)
class JumlahDilepas:
    """How many of some steps have been put off or given up."""

    ditunda: int = 0
    """How many have ever been put off, whatever has become of them."""
    menunggu: int = 0
    """How many of these wait for their new periode."""
    sesudah_tempo: int = 0
    """How many of these were put off only after their due day."""
    berulang: int = 0
    """How many of these were put off more than once."""
    tidak_dilaksanakan: int = 0
    """How many have been given up."""
    dilepas_sesudah_tempo: int = 0
    """How many of these only after their due day."""

    def sentence(self, unit: str) -> str | None:
        """Return the counts in one sentence; None where there is nothing to tell.

        Args:
            unit: what the steps are called.
        """
        parts = []
        if self.ditunda:
            told = (
                (self.menunggu, "masih menunggu waktu barunya"),
                (self.sesudah_tempo, "ditunda sesudah jatuh tempo"),
                (self.berulang, "ditunda lebih dari sekali"),
            )
            among = format_daftar([f"{number} {words}" for number, words in told if number])
            parts.append(f"{self.ditunda} {unit} pernah ditunda{f' ({among})' if among else ''}")
        if self.tidak_dilaksanakan:
            late = self.dilepas_sesudah_tempo
            among = f" ({late} baru sesudah jatuh tempo)" if late else ""
            parts.append(f"{self.tidak_dilaksanakan} {unit} dinyatakan tidak dilaksanakan{among}")
        return f"{'; '.join(parts)}." if parts else None


def count_dilepas(steps: Iterable[Sequence[PenilaianKali]]) -> JumlahDilepas:
    """Return how many of some steps have been put off or given up.

    Args:
        steps: each step as its occurrences.
    """
    counts = dict.fromkeys(JumlahDilepas.__dataclass_fields__, 0)
    for step in steps:
        put_off = [[one for one in kali.dilepas if one.ditunda] for kali in step]
        given_up = [kali.dilepas[-1] for kali in step if kali.status == Hasil.TIDAK_DILAKSANAKAN and kali.dilepas]
        counts["ditunda"] += any(put_off)
        counts["menunggu"] += any(kali.status == Hasil.DITUNDA for kali in step)
        counts["sesudah_tempo"] += any(one.sesudah_tempo for told in put_off for one in told)
        counts["berulang"] += any(len(told) > 1 for told in put_off)
        counts["tidak_dilaksanakan"] += bool(given_up)
        counts["dilepas_sesudah_tempo"] += any(one.sesudah_tempo for one in given_up)
    return JumlahDilepas(**counts)
