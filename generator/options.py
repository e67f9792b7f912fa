"""What several commands take: the working space, the day, its office; and how what is typed is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.load.day import GivenDay
    from generator.settings import Workspace


def _day(text: str) -> date:
    """Read a day; typer reports a mistake under the option's name, as an error of usage."""
    from generator.load.day import InvalidDayError, read_day  # noqa: PLC0415 - keeps start-up short

    try:
        return read_day(text)
    except InvalidDayError as error:
        raise typer.BadParameter(str(error)) from None


WorkspaceOption = Annotated[Path, typer.Option("--ruang", help="Folder yang memuat content/; biasanya folder ini.")]
DayOption = Annotated[
    date | None,
    typer.Option(
        "--per-tanggal",
        help="Tanggal keadaan data, TTTT-BB-HH; tahun yang punya per_tanggal sendiri tidak ikut.",
        metavar="TANGGAL",
        parser=_day,
    ),
]
OfficeOption = Annotated[
    str | None,
    typer.Option("--satker", help="Kantor yang memakai --per-tanggal itu untuk semua tahunnya.", metavar="KODE"),
]


_COMPLETION = {
    "install_completion": "Pasang pelengkap perintah: tombol Tab menyelesaikan nama perintah dan pilihan.",
    "show_completion": "Tampilkan skrip pelengkap itu, untuk dipasang sendiri.",
}
"""In our language what typer says of its own options."""


def tell_completion(options: Iterable[object]) -> None:
    """Say in our language what typer's own options do; their help can only be replaced on the finished command."""
    for option in options:
        if isinstance(option, typer.core.TyperOption):
            option.help = _COMPLETION.get(option.name or "", option.help)


def read_given_day(workspace: Workspace, day: date | None, satker: str | None) -> GivenDay | None:
    """Return the day that is asked for; an office without a day, or one that is not there, is a mistake of usage."""
    from generator.load.day import InvalidDayError, read_given  # noqa: PLC0415 - keeps start-up short

    try:
        return read_given(workspace, day, satker)
    except InvalidDayError as error:
        raise typer.BadParameter(str(error), param_hint="--satker") from None
