"""The two content security policies: what a host should send, and what each page but the search page says itself."""

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""For the header of every answer. The search on /cari/ is WebAssembly; nothing else needs that word."""

PAGE_POLICY = POLICY.replace(" 'wasm-unsafe-eval'", "")
"""For the meta element of every page but /cari/: narrower than the header, and there where a host sends none."""
