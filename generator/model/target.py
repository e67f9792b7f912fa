"""Targets of a plan by quarters: how much of what, and by when."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from generator.model.base import Record
from generator.model.jenis import Angka, Teks
from generator.model.marks import Quotes
from generator.model.periode import list_bulan_of_periode

TRIWULAN = (1, 2, 3, 4)
BIDANG_TRIWULAN = tuple(f"tw{number}" for number in TRIWULAN)
"""The fields of a target, quarter by quarter."""
_ZERO = Decimal(0)


class Target(Record):
    """How much an indikator is to reach, quarter by quarter; a quarter of 0, or without a number, asks for nothing."""

    satuan: Annotated[Teks, Quotes(signs="-–%")]
    """Satuan target seperti tercetak, contoh dokumen atau persen."""
    akumulasi: Literal["jumlah", "posisi"]
    """jumlah: target tiap triwulan dijumlahkan; posisi: tiap target adalah keadaan yang harus dicapai saat itu."""
    tw1: Annotated[Angka | None, Quotes()] = None
    """Target triwulan I; tidak diisi bila selnya kosong, 0 bila tercetak nol."""
    tw2: Annotated[Angka | None, Quotes()] = None
    """Target triwulan II; tidak diisi bila selnya kosong, 0 bila tercetak nol."""
    tw3: Annotated[Angka | None, Quotes()] = None
    """Target triwulan III; tidak diisi bila selnya kosong, 0 bila tercetak nol."""
    tw4: Annotated[Angka | None, Quotes()] = None
    """Target triwulan IV; tidak diisi bila selnya kosong, 0 bila tercetak nol."""

    @property
    def tercetak(self) -> Mapping[int, Decimal]:
        """The numbers that the plan prints, by quarter."""
        found = {number: getattr(self, name) for number, name in zip(TRIWULAN, BIDANG_TRIWULAN, strict=True)}
        return {number: value for number, value in found.items() if value is not None}

    @property
    def triwulan(self) -> tuple[int, ...]:
        """The quarters that ask for something."""
        return tuple(number for number, value in self.tercetak.items() if value > 0)

    @property
    def bulan(self) -> tuple[int, ...]:
        """The months of those quarters."""
        return tuple(month for number in self.triwulan for month in list_bulan_of_triwulan(number))

    @property
    def posisi(self) -> bool:
        """Whether each number is a state to be reached, not an amount to be added."""
        return self.akumulasi == "posisi"

    def sampai(self, triwulan: int) -> Decimal:
        """Return what is to be reached by the end of a quarter: the sum so far, or the latest state asked for."""
        # A printed 0 asks for nothing: it must not lower a state that was asked for before.
        so_far = [value for number, value in self.tercetak.items() if number <= triwulan and value > 0]
        if self.posisi:
            return so_far[-1] if so_far else _ZERO
        return sum(so_far, _ZERO)


def list_bulan_of_triwulan(triwulan: int) -> tuple[int, ...]:
    """Return the months of a quarter: 2 is 4, 5, 6."""
    # Any year will do: the quarters of all have the same months.
    return list_bulan_of_periode(f"2000-tw{triwulan}")


def find_triwulan(bulan: int) -> int:
    """Return the quarter that holds a month."""
    return next(number for number in TRIWULAN if bulan in list_bulan_of_triwulan(number))
