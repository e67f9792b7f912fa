"""Rhythm: how often within its months a row of a plan wants its deed done."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Record
from generator.model.jenis import Asal, Bilangan, Teks
from generator.model.marks import AffectsStatus, Ours
from generator.model.periode import list_bulan_of_periode


class JenisIrama(StrEnum):
    """What kind of deed a row promises."""

    SEKALI = "sekali"
    TERSEDIA = "tersedia"
    BERKALA = "berkala"


Tiap = Literal["bulan", "triwulan", "semester", "tahun"]
_PARTS: dict[Tiap, tuple[str, ...]] = {
    "bulan": tuple(f"-{number:02d}" for number in range(1, 13)),
    "triwulan": tuple(f"-tw{number}" for number in range(1, 5)),
    "semester": ("-s1", "-s2"),
    "tahun": ("",),
}


class Irama(Record):
    """How often a row wants its deed done: by the decree's own words, or as we read them."""

    jenis: Annotated[JenisIrama, Ours(), AffectsStatus()]
    """sekali: satu hasil dalam bulan-bulannya; tersedia: harus ada selama bulan-bulannya; berkala: berulang."""
    tiap: Annotated[Tiap | None, Ours(), AffectsStatus()] = None
    """Untuk yang berkala, berulang tiap apa: bulan, triwulan, semester, atau tahun."""
    minimal: Annotated[Annotated[Bilangan, Field(ge=1, le=366)] | None, Ours(), AffectsStatus()] = None
    """Untuk yang berkala, berapa kali paling sedikit dalam setahun, bila bukan tiap periode tertentu."""
    dasar: Annotated[Literal["kutipan", "bacaan"], Ours(), AffectsStatus()]
    """kutipan: keputusannya sendiri menyebut berapa kali; bacaan: cara kami membaca bunyinya."""
    kutipan: Annotated[Teks | None, Ours()] = None
    """Kata-kata keputusan yang menyebutnya, persis seperti tercetak; wajib bila dasarnya kutipan."""
    asal: Asal = ()
    """Baris naskah tempat kutipannya tertulis."""
    catatan: Annotated[Teks | None, Ours()] = None
    """Mengapa dibaca demikian, bila tidak langsung terlihat."""

    @property
    def dikutip(self) -> bool:
        """Whether the decree itself says how often."""
        return self.dasar == "kutipan"


def list_bagian_tahun(tiap: Tiap) -> tuple[tuple[int, ...], ...]:
    """Return the months of each part of a year: of semester (1, …, 6) and (7, …, 12)."""
    # Any year will do: the parts of all have the same months.
    return tuple(list_bulan_of_periode(f"2000{part}") for part in _PARTS[tiap])
