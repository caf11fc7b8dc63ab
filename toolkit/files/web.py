"""Pages for a browser out of templates/web: one file each, that needs nothing from elsewhere.

The page's policy (Content-Security-Policy, www.w3.org/TR/CSP3) lets the browser use the style and
the script that the file itself holds, known by their digests, and nothing else at all: not even
a script that somebody writes into a unit's text would run. All text is escaped by Jinja.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.files.atomic import replacing
from toolkit.files.resources import web_template
from toolkit.model.dashboard import Dashboard
from toolkit.text.percent import percent

if TYPE_CHECKING:
    from jinja2 import Template

_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What an HTML document may not hold (html.spec.whatwg.org, 13.2.3.5), carriage returns apart."""


def write_dashboard(page: Dashboard, target: Path) -> None:
    """Write a period's page, whole or not at all.

    Args:
        page: What it shows.
        target: The .html file; one that is there is replaced.
    """
    with replacing(target) as temporary:
        temporary.write_bytes(dashboard_html(page).encode())


def dashboard_html(page: Dashboard) -> str:
    """Return the document; the same page gives the same text."""
    from markupsafe import Markup

    style, script = _text("dashboard.css"), _text("dashboard.js")
    document = _template("dashboard.html.j2").render(
        page=page,
        style=Markup(style),  # noqa: S704 - ours, not a unit's
        script=Markup(script),  # noqa: S704
        policy=_policy(style, script),
        percent=percent,
    )
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", document)


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text(name: str) -> str:
    return web_template(name).read_text("utf-8")


def _template(name: str) -> "Template":
    # Jinja takes a while to import, and most commands write no page.
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_text(name))
