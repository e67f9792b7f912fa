"""Where things are: the site's own folders, and the files that the tool ships."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = (_PACKAGE / "bawaan", _PACKAGE.parent)  # in a wheel; in a clone


DATA = "content/data"
"""The folder of the offices' data, relative to a site's root, as findings and git name it."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A site's working space: the folder that holds ``content/``."""

    root: Path

    @property
    def content(self) -> Path:
        """The folder of everything that the site's staff write."""
        return self.root / "content"

    @property
    def data(self) -> Path:
        """The folder of the offices' data."""
        return self.root / DATA

    @property
    def handwritten(self) -> Path:
        """The folder of hand-written Markdown; MkDocs' docs_dir."""
        return self.content / "halaman"

    @property
    def config(self) -> Path:
        """The folder of the site's own settings and of its own copies of the vocabularies."""
        return self.root / "site_config"

    @property
    def site_settings(self) -> Path:
        """The site's own settings."""
        return self.config / "situs.yml"

    @property
    def schemas(self) -> Path:
        """The folder of the JSON Schemas that editors read."""
        return self.config / "skema"

    @property
    def mkdocs(self) -> Path:
        """The engine's configuration."""
        return self.root / "mkdocs.yml"

    def vocabulary(self, name: str) -> Path:
        """Return the file of a vocabulary, the site's own copy first.

        Args:
            name: its name, such as ``rezim.yml``.

        Raises:
            FileNotFoundError: the installation is incomplete.
        """
        return self.shipped(f"site_config/{name}")

    def shipped(self, name: str) -> Path:
        """Return a shipped file or folder, the site's own copy first.

        Args:
            name: its path below the root, such as ``theme/pages``.

        Raises:
            FileNotFoundError: the installation is incomplete.
        """
        for base in (self.root, *_SHIPPED):
            path = base / name
            if path.exists():
                return path
        raise FileNotFoundError(name)

    def relative(self, path: Path) -> str:
        """Return a path as findings name it: relative to the root, with slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            # Outside the site, such as a shipped file: where it lies on this machine concerns no reader of a finding.
            return path.name


def find_workspace(start: Path) -> Workspace | None:
    """Return the working space that holds a folder, looking upwards, or None."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / DATA).is_dir():
            return Workspace(folder)
    return None
