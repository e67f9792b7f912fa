"""From when to when something is published."""

from datetime import date

from generator.model.base import Record
from generator.model.jenis import Tanggal


class Published(Record):
    """What stands before the public for a time: it proves nothing before its first day, nor after its last."""

    sejak: Tanggal | None = None
    """Sejak kapan diterbitkan; tidak diisi bila tidak diketahui."""
    sampai: Tanggal | None = None
    """Hari terakhir diterbitkan; tidak diisi selama masih berlaku."""

    @property
    def terbit(self) -> date | None:
        """The first day on which it was published, as far as the office says."""
        return self.sejak
