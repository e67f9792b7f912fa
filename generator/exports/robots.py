"""robots.txt: it names the sitemap and forbids nothing.

A page that search engines must not list says so itself; they would never see that on a page they may not read.
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
