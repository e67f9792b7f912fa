"""Where things are: the site's own folders, and the files that the tool ships."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = (_PACKAGE / "bawaan", _PACKAGE.parent)  # in a wheel; in a clone


@dataclass(frozen=True, slots=True)
class Ruang:
    """A site's working space: the folder that holds ``content/``."""

    akar: Path

    @property
    def data(self) -> Path:
        """The folder of the offices' data."""
        return self.akar / "content" / "data"

    @property
    def halaman(self) -> Path:
        """The folder of hand-written Markdown; MkDocs' docs_dir."""
        return self.akar / "content" / "halaman"

    @property
    def situs(self) -> Path:
        """The site's own settings."""
        return self.akar / "site_config" / "situs.yml"

    def shipped(self, name: str) -> Path:
        """Return a shipped file or folder, the site's own copy first.

        Args:
            name: its path below the root, such as ``theme/pages``.

        Raises:
            FileNotFoundError: the installation is incomplete.
        """
        for base in (self.akar, *_SHIPPED):
            path = base / name
            if path.exists():
                return path
        raise FileNotFoundError(name)

    def relative(self, path: Path) -> str:
        """Return a path as findings name it: relative to the root, with slashes."""
        try:
            return path.relative_to(self.akar).as_posix()
        except ValueError:
            return path.name


def find_ruang(start: Path) -> Ruang | None:
    """Return the working space that holds a folder, looking upwards, or None."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "content" / "data").is_dir():
            return Ruang(folder)
    return None
