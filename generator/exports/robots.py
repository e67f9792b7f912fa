"""robots.txt: where the map of the site is. It forbids nothing: what is not for search engines says so itself.

A search engine that may not read the roster would never see that it must not list it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.output import OutputFile
from generator.pages.page import Bahan


def build_robots(bahan: Bahan) -> Iterator[OutputFile]:
    """Yield robots.txt, where the site's address is known; crawlers ask for it at the root of a host only."""
    if base := bahan.isi.situs.alamat:
        text = f"User-agent: *\nAllow: /\nSitemap: {base.rstrip('/')}/sitemap.xml\n"
        yield OutputFile(routes.ROBOTS, text)
