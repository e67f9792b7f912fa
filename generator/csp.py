"""The content security policy of the site: nothing inline, nothing from elsewhere, no plug-ins."""

from __future__ import annotations

_SHARED = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'"
)
POLICY = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; {_SHARED}; frame-ancestors 'self'"
"""For the header of every answer; the search page needs WebAssembly."""
PAGE_POLICY = f"default-src 'none'; script-src 'self'; {_SHARED}"
"""For the meta tag of pages that need no WebAssembly; frame-ancestors has no effect there."""
