"""Teams: who is responsible, by the decree's roster."""

from collections.abc import Iterator
from typing import Annotated

from generator.model.base import Record
from generator.model.jenis import Asal, Kode, Teks
from generator.model.kutipan import Bunyi, Kutipan, NomorTercetak
from generator.model.marks import Quotes, References
from generator.model.rencana import BerkasRencana, Butir


class Tugas(Record):
    """One task of a team; tasks belong to the team, never to the person printed beside them."""

    nomor: Teks | None = None
    """Nomor seperti tercetak, contoh “a.”."""
    nama: Annotated[Teks, Quotes(after="nomor")]
    """Bunyi tugas."""
    asal: Asal = ()
    """Baris naskah sumber."""


class Anggota(Record):
    """One member of a team."""

    nomor: Kutipan | None = None
    """Nomor seperti tercetak."""
    nama: Kutipan
    """Nama seperti tercetak; ditampilkan menurut setelan tampilkan_nama."""
    jabatan: Kutipan
    """Jabatan di kantor, seperti tercetak."""
    kedudukan: Kutipan
    """Kedudukan dalam tim, seperti tercetak."""
    asal: Asal = ()
    """Baris naskah sumber."""

    @property
    def koordinator(self) -> bool:
        """Whether the member leads the team, by the printed kedudukan."""
        lead = self.kedudukan.casefold()
        return lead.startswith(("koordinator", "ketua")) or "merangkap ketua" in lead


class Tim(Butir):
    """One team of the roster."""

    nomor: NomorTercetak | None = None
    """Nomor seperti tercetak, contoh “IV”."""
    nama: Bunyi
    """Nama tim seperti tercetak."""
    area: Annotated[Kode | None, References("area")] = None
    """Kode area perubahan yang dipegang tim ini, bila ada."""
    tugas: tuple[Tugas, ...] = ()
    """Tugas tim menurut urutan tercetak."""
    anggota: tuple[Anggota, ...] = ()
    """Anggota tim menurut urutan tercetak."""

    def koordinator(self) -> Anggota | None:
        """Return the member who leads the team, or None where the roster names none."""
        return next((anggota for anggota in self.anggota if anggota.koordinator), None)


class DaftarTim(BerkasRencana):
    """The file ``tim.yml``: the roster of one year."""

    tim: tuple[Tim, ...]
    """Tim menurut urutan tercetak."""

    def semua_butir(self) -> Iterator[Butir]:
        """Yield the teams in printed order."""
        yield from self.tim
