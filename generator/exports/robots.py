"""robots.txt: where the map of the site is. It forbids nothing: what is not for search engines says so itself.

A search engine that may not read the roster would never see that it must not list it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import routes
from generator.model.situs import Situs
from generator.output import OutputFile


def build_robots(situs: Situs) -> Iterator[OutputFile]:
    """Yield robots.txt, where the site's address is known; crawlers ask for it at the root of a host only."""
    if sitemap := situs.absolute("sitemap.xml"):
        text = f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n"
        yield OutputFile(routes.ROBOTS, text)
