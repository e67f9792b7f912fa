"""The two content security policies: what a host should send, and what each page but the search page says itself."""

_SHARED = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
POLICY = f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; {_SHARED}; frame-ancestors 'self'"
"""For the header of every response; only the search on /cari/, which is WebAssembly, needs 'wasm-unsafe-eval'."""

PAGE_POLICY = f"default-src 'none'; script-src 'self'; {_SHARED}"
"""For the meta element of every page except /cari/; in a meta element frame-ancestors has no effect."""
