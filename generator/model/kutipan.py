"""The words of a decree as its rows quote them, and our own words beside them: kinds of text by what they are."""

from typing import Annotated

from generator.model.jenis import Kode, Teks
from generator.model.marks import AffectsStatus, Change, Label, Ours, Quotes, QuotesWithin
from generator.model.perubahan import JenisPerubahan

Kutipan = Annotated[Teks, Quotes()]
"""Words of a decree, as printed."""
Catatan = Annotated[Teks, QuotesWithin(), Label("catatan pembacaan")]
"""A note on a row of a decree by whoever read it."""
NomorTercetak = Annotated[Teks, Quotes(beside="nama"), Label("nomor tercetak")]
"""The number of a row, as printed."""
Bunyi = Annotated[Kutipan, Label("bunyi")]
"""The words of a row, as printed."""
Keterangan = Annotated[Teks, Quotes(shared=True), Change(JenisPerubahan.KETERANGAN), AffectsStatus()]
"""The decree's remark on a row, as printed."""
Ringkasan = Annotated[Teks, Ours(), Change(JenisPerubahan.BUNYI), Label("ringkasan kami")]
"""Our own plain words for a row."""
KegiatanBakuSepadan = Annotated[tuple[Kode, ...], Label("padanan baku")]
"""The canonical kegiatan that a row answers to."""
