"""The style page for browser tests: a server of its own, an editor who is signed in, and measures."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image
from playwright.sync_api import BrowserContext, Locator, Page

from tests.server import Server

ADDRESS = "/admin/styleguide/"
MODES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active", "color_scheme": "dark"},
}
DOUBLE_TEXT = "html { font-size: 225% !important; }"
WIDE_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""

_MAKE_EDITOR = """
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from apps.core.models import User
user = User.objects.create_user("look@example.org", "a long passphrase", is_staff=True)
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""


def sign_editor_in(site: Server) -> str:
    """Make an editor on a server and return the key of a session in which this person is signed in."""
    return site.run_python(_MAKE_EDITOR).strip().splitlines()[-1]


def let_in(context: BrowserContext, site: Server, session_key: str) -> None:
    """Give a browser the editor's session."""
    context.add_cookies([{"name": "session", "value": session_key, "url": site.url}])


def sideways(page: Page) -> list[str]:
    """Return what reaches over the right edge of the window, tables that scroll inside themselves apart."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((element) => !element.closest(".table-scroll, .visually-hidden, .skip, svg *"))
          .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}`)"""
    )
    return found


def sideways_with_own_styles(page: Page) -> dict[str, list[str]]:
    """Return what reaches over the right edge as the page is, with text twice as large, and with wide spacing."""
    found = {}
    style = page.add_style_tag(content="/* the reader has none */")
    for name, css in (("plain", ""), ("double text", DOUBLE_TEXT), ("wide spacing", WIDE_SPACING)):
        style.evaluate("(style, css) => { style.textContent = css; }", css)
        found[name] = sideways(page)
    style.evaluate("(style) => style.remove()")
    return {name: over for name, over in found.items() if over}


def small_targets(page: Page) -> list[str]:
    """Return controls under 44 px that are not links within a sentence, nor hidden from all but a pointer.

    What is hidden so has an equal beside it that counts (WCAG 2.5.5, "Equivalent").
    """
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
          .filter((element) => element.checkVisibility() && !element.disabled)
          .filter((element) => !element.closest("p, .prose li, .skip, [aria-hidden]"))
          .map((element) => {
            const tick = ["checkbox", "radio"].includes(element.type) && element.closest("label");
            const card = element.closest(".card__title") && element.closest(".card--link");
            const { width, height } = (tick || card || element).getBoundingClientRect();
            return [Math.round(width), Math.round(height), element.textContent.trim() || element.name];
          })
          .filter(([width, height]) => width < 44 || height < 44)
          .map((target) => target.join(" "))"""
    )
    return found


def changed_pixels(before: bytes, after: bytes) -> int:
    """Return how many pixels of two pictures differ by a contrast of 3:1 or more."""
    one, other = (Image.open(io.BytesIO(picture)).convert("RGB").tobytes() for picture in (before, after))
    pixels = [(one[at : at + 3], other[at : at + 3]) for at in range(0, len(one), 3)]
    return sum(1 for first, second in pixels if first != second and _contrast(first, second) >= 3)


def focus_change(page: Page, control: Locator) -> tuple[int, int]:
    """Return how many pixels change clearly when a control takes focus, and how many a 2 px ring has."""
    control.scroll_into_view_if_needed()
    page.evaluate("document.activeElement.blur()")
    control.focus()
    box = control.bounding_box()
    assert box is not None
    left, top = max(0, box["x"] - 10), max(0, box["y"] - 10)
    clip: Any = {"x": left, "y": top, "width": box["width"] + 20, "height": box["height"] + 20}
    after = page.screenshot(clip=clip, animations="disabled", caret="hide")
    page.evaluate("document.activeElement.blur()")
    before = page.screenshot(clip=clip, animations="disabled", caret="hide")
    return changed_pixels(before, after), int(2 * 2 * (box["width"] + box["height"]))


def _contrast(one: bytes, other: bytes) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(pixel: bytes) -> float:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in pixel)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
