"""The page a person sees in the browser at the end of signing in: plain, friendly, complete in itself."""

from html import escape

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title} – SyncDesk</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 17px/1.55 system-ui, "Segoe UI", Cantarell, Inter, sans-serif; background: #f5f6f8; color: #1b1f24; }}
main {{ box-sizing: border-box; width: min(34rem, calc(100vw - 2rem)); padding: 2.5rem;
  background: #fff; border: 1px solid #c3c9d2; border-radius: 14px; }}
svg {{ display: block; width: 56px; height: 56px; margin: 0 0 1.25rem; }}
h1 {{ font-size: 1.55rem; line-height: 1.25; margin: 0 0 .75rem; }}
p {{ margin: 0 0 .75rem; }}
.quiet {{ color: #566070; font-size: .94rem; margin: 1.5rem 0 0; padding-top: 1rem;
  border-top: 1px solid #dfe3e9; }}
@media (prefers-color-scheme: dark) {{
  body {{ background: #202328; color: #e8eaed; }}
  main {{ background: #17191d; border-color: #3f454e; }}
  .quiet {{ color: #aab3bf; border-color: #32363d; }}
}}
</style>
</head>
<body>
<main>
{icon}
<h1>{title}</h1>
{paragraphs}
<p class="quiet">SyncDesk only reads invoices and payments. It never writes anything to your books.</p>
</main>
<script>history.replaceState(null, "", location.pathname);</script>
</body>
</html>
"""
_YES = (
    '<svg viewBox="0 0 56 56" role="img" aria-label="Done"><circle cx="28" cy="28" r="28" fill="#1a7f37"/>'
    '<path d="M16 29l8 8 16-18" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" '
    'stroke-linejoin="round"/></svg>'
)
_NO = (
    '<svg viewBox="0 0 56 56" role="img" aria-label="Not done"><circle cx="28" cy="28" r="28" '
    'fill="#b42318"/><path d="M28 15v16M28 40v1" stroke="#fff" stroke-width="6" '
    'stroke-linecap="round"/></svg>'
)

HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
}


def signed_in(vendor: str) -> bytes:
    """All went well."""
    return _page(
        True,
        f"You are signed in to {vendor}",
        "You can close this tab and go back to SyncDesk. It goes on there by itself.",
    )


def not_signed_in(vendor: str, why: str, remedy: str) -> bytes:
    """It was refused or went wrong, and what to do."""
    return _page(False, f"Not signed in to {vendor}", why, remedy, "You can close this tab.")


def not_awaited() -> bytes:
    """An answer that does not belong to this sign-in."""
    return _page(
        False,
        "This is not the page SyncDesk waits for",
        "It belongs to another sign-in, perhaps an earlier one. Nothing was taken from it.",
        "Go back to SyncDesk and use the address it shows there.",
    )


def _page(well: bool, title: str, *paragraphs: str) -> bytes:
    told = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs if text)
    page = _PAGE.format(title=escape(title), icon=_YES if well else _NO, paragraphs=told)
    return page.encode()
