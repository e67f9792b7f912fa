"""How often and by when a row asks for its deed, and what of it is proven, as JSON and as columns."""

from __future__ import annotations

from typing import Any

from generator.model.irama import Irama
from generator.model.rencana import Indikator
from generator.progress import PenilaianKali
from generator.views import YearView

ARTI_KOLOM = {
    "irama": "Berapa kali dikerjakan: sekali, rutin, berkala, atau tersedia; kosong bila barisnya tidak berlaku.",
    "irama_tiap": "Untuk yang berkala, berulang tiap apa.",
    "irama_minimal": "Untuk yang berkala, paling sedikit berapa kali setahun.",
    "irama_dasar": "kutipan: keputusannya sendiri menyebutnya; bacaan: cara kami membacanya.",
    "kali": "Berapa kali dalam tahun ini menurut rencana.",
    "kali_terbukti": "Berapa di antaranya yang terbukti.",
    "kali_terutang": "Berapa di antaranya yang harinya sudah lewat.",
    "jatuh_tempo": "Hari jatuh tempo yang lewat bila terlambat; bila tidak, yang berikutnya, atau yang terakhir.",
    "hari_terlambat": "Berapa hari sudah lewat jatuh tempo dan tenggangnya; kosong bila tidak terlambat.",
    "bulan_terbukti": "Bulan (1 sampai 12) yang ada buktinya, dipisah spasi.",
}
"""What the columns mean."""
ANGKA = ("irama_minimal", "kali", "kali_terbukti", "kali_terutang", "hari_terlambat")
"""The columns that are numbers."""
HARI = ("jatuh_tempo",)
"""The columns that are days."""


def encode_irama(irama: Irama | None) -> dict[str, Any] | None:
    """Return a rhythm as JSON; None without any."""
    if irama is None:
        return None
    return {**irama.model_dump(mode="json", exclude={"asal"}), "baris": [list(lines) for lines in irama.asal]}


def encode_kali(year: YearView, indikator: Indikator) -> list[dict[str, Any]]:
    """Return the occurrences of an indikator, in order; none for a row that is not in force."""
    state = year.nilai.indikator.get(indikator.kode)
    return [_kali(one) for one in state.kali] if state else []


def _kali(one: PenilaianKali) -> dict[str, Any]:
    due = one.kali.jatuh_tempo
    return {
        "bulan": list(one.kali.bulan),
        "jatuh_tempo": due.isoformat() if due else None,
        "status": one.status,
        "terbukti": one.terbukti,
        "bukti": list(one.bukti),
        "entri": [entri.kode for entri in one.entri],
    }


def encode_facts(year: YearView, indikator: Indikator) -> dict[str, Any]:
    """Return by when an indikator is due, how late it is and which months are proven; null for one not in force."""
    facts = year.facts.get(indikator.kode)
    return {
        "jatuh_tempo": facts.jatuh_tempo.isoformat() if facts and facts.jatuh_tempo else None,
        "hari_terlambat": facts.hari_terlambat if facts else None,
        "bulan_terbukti": list(facts.bulan_terbukti) if facts else [],
    }


def tabulate_facts(year: YearView, indikator: Indikator | None) -> dict[str, Any]:
    """Return the same as columns."""
    if indikator is None:
        return dict.fromkeys(("jatuh_tempo", "hari_terlambat", "bulan_terbukti"))
    record = encode_facts(year, indikator)
    return record | {"bulan_terbukti": " ".join(map(str, record["bulan_terbukti"])) or None}


def tabulate_kali(year: YearView, indikator: Indikator | None) -> dict[str, Any]:
    """Return the columns of an indikator's rhythm and occurrences, empty where there is none."""
    state = year.nilai.indikator.get(indikator.kode) if indikator else None
    irama = indikator.irama if indikator else None
    return {
        "irama": state.tahap[0].tahap.irama if state else irama and irama.jenis.value,
        "irama_tiap": irama and irama.tiap,
        "irama_minimal": irama and irama.minimal,
        "irama_dasar": irama and irama.dasar,
        "kali": len(state.kali) if state else None,
        "kali_terbukti": state.terbukti if state else None,
        "kali_terutang": len(state.terutang) if state else None,
    }
