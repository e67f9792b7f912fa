"""The register of publication as data: a record for the JSON of the plan, columns for its CSV."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.rencana import Indikator
from generator.views import YearView


def encode_register(year: YearView, item: Indikator | None) -> dict[str, Any] | None:
    """Return what the register of publication says of an indikator; None where publication is not what meets it."""
    row = next((row for row in year.publikasi if item and row.indikator.kode == item.kode), None)
    if row is None:
        return None
    one = row.nilai
    return {
        "keadaan": one.keadaan,
        "sebab": one.sebab,
        "per_tanggal": one.hari.isoformat(),
        "cara": row.publikasi.cara,
        "halaman": row.publikasi.halaman,
        "setelan_sendiri": row.overridden,
        "sejak": _day(one.sejak),
        "sampai": _day(one.sampai),
        "kali": {
            "jumlah": one.kali.jumlah,
            "terutang": one.kali.terutang,
            "terbukti": one.kali.terbukti,
            "kurang": one.kali.kurang,
        },
        "syarat": [
            {
                "jenis": each.syarat.jenis,
                "kalimat": each.sentence,
                "terpenuhi": each.terpenuhi,
                "sejak": _day(each.sejak),
                "sampai": _day(each.sampai),
                "dicatat_belakangan": each.belakangan,
            }
            for each in one.syarat
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def tabulate_register(year: YearView, item: Indikator | None) -> dict[str, Any]:
    """Return the columns of the register of publication."""
    found = encode_register(year, item) or {}
    return {
        "publikasi": found.get("cara"),
        "publikasi_keadaan": found.get("keadaan"),
        "publikasi_sebab": found.get("sebab"),
        "publikasi_sejak": found.get("sejak"),
        "publikasi_sampai": found.get("sampai"),
        **{f"publikasi_{name}": number for name, number in (found.get("kali") or _NO_KALI).items()},
    }


_NO_KALI = dict.fromkeys(("jumlah", "terutang", "terbukti", "kurang"))
