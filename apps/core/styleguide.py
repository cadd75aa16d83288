"""What the style page fills its components with: stand-ins for content, in English only, as content is."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings

CHIPS = ("Half-kneeling", "Home floor", "Mat", "Medium")
LONG_TITLE = "Half-kneeling outer-hip (tensor fasciae latae) stretch with an overhead reach and a side lean"
SUMMARY = "From a narrow kneeling stance, slide your hips forward and out to reach the outer corner of your hip."

CARDS = (
    {
        "title": "Standing hip flexor stretch",
        "summary": SUMMARY,
        "badge": "30 seconds a side",
        "figure": True,
    },
    {"title": LONG_TITLE, "summary": SUMMARY, "chips": CHIPS, "note": "A mat or a folded towel is enough."},
    {"title": "Walking break", "chips": ("Anywhere", "Nothing needed", "Easy")},
)
PLACES = (
    {"title": "At a rest stop", "summary": "Standing, nothing needed, 3 to 8 minutes.", "icon": "place_rest_stop",
     "first": True},
    {"title": "At a desk", "summary": "In or beside your chair.", "icon": "place_desk"},
    {"title": "At home", "summary": "On the floor, the couch or by a wall.", "icon": "place_home"},
    {"title": "On the bike", "summary": "Before, between and after rides.", "icon": "place_bike"},
    {"title": "After surgery", "summary": "Only what your team has cleared.", "icon": "after_surgery"},
    {"title": "A flexible body", "summary": "Steady strength before deep stretches.", "icon": "flexible"},
)  # fmt: skip
STEPS = (
    "Kneel on the mat with your other foot flat in front. Both knees make a right angle.",
    "Tighten the buttock on your kneeling side. The hollow of your low back flattens. Hold on to that.",
    "Let your hips travel forward and out. A few centimetres is plenty.",
)
FEEL = ("The outside of your hip, on the kneeling side", "A mild pull: 3 or 4 out of 10 at most")
NOT_FEEL = ("Numbness, tingling or pain shooting down the leg: stop", "A pinch deep in the joint: ease off")
FAMILY = (
    {"label": "Front of the hip", "href": "#family"},
    {"label": "Outer hip", "href": "#family", "current": True,
     "difference": "The base is narrower; the hips slide out."},
    {"label": "Inner thigh", "href": "#family", "difference": "The front foot points out to the side."},
)  # fmt: skip
SWAPS = (
    {"relation": "Easier", "title": "Standing outer-hip stretch", "href": "#swaps", "note": "No weight on the knee.",
     "reasons": ("a sore knee",)},
    {"relation": "Instead", "title": "Bridge", "href": "#swaps", "reasons": ("a flexible body", "poor balance")},
)  # fmt: skip
ROWS = (
    {"term": "Muscles", "items_list": ({"label": "Tensor fasciae latae", "href": "#rows"}, "Gluteus medius")},
    {"term": "Written by", "text": "The hipcare editors"},
    {"term": "Checked by a clinician", "text": "Not yet"},
    {"term": "Reviewed on", "text": "21 November 2026; due again in November 2027"},
)
SOURCES = (
    {"title": "Static stretching and joint range: a review of 80 trials", "href": "#sources",
     "kind": "Review", "year": 2024},
    {"title": "General practice", "note": "Steps from general practice, awaiting clinical review."},
)  # fmt: skip
CHANGES = (
    SimpleNamespace(live_from=datetime.date(2026, 11, 21), version=2, note="Hold time made shorter for a sore knee."),
    SimpleNamespace(live_from=datetime.date(2026, 9, 3), version=1, note="First published."),
)
TABLE = {
    "head": ("Week", "Back pain", "Leg pain", "Days with a session", "Hours at the wheel"),
    "rows": (
        ("2 November", "4", "3", "3", "11"),
        ("9 November", "3", "2", "4", "6"),
        ("16 November", "3", "1", "4", "9"),
    ),
}
LINKS = (
    {"label": "Know before you go deep", "href": "#links", "text": "Moves that ask much of the hips."},
    {"label": "Weekly plans", "href": "#links", "text": ""},
)
TICKS = (
    {"id": "tick-mirrors", "label": "Mirrors set while sitting tall"},
    {"id": "tick-seat", "label": "Seat close enough that the clutch goes down without reaching"},
)
CHIP_LINKS = (
    {"label": "All", "href": "?", "current": True},
    {"label": "Rest stop, standing", "href": "?", "current": False},
    {"label": "Desk", "href": "?", "current": False},
)
COLOURS = ("paper", "surface", "sunken", "ink", "ink-soft", "brand", "band", "accent", "line", "edge",
           "info-tint", "caution-tint", "danger-tint", "success-tint")  # fmt: skip


ICONS = tuple(sorted(path.stem for path in (settings.BASE_DIR / "templates/components/icons").glob("*.html")))


class SampleForm(forms.Form):
    """A field of each sort; sent empty or wrong, each shows its error."""

    email = forms.EmailField(label="E-mail address", help_text="We send a code to it.",
                             widget=forms.EmailInput(attrs={"autocomplete": "email"}))  # fmt: skip
    minutes = forms.IntegerField(label="Minutes between breaks, 10 to 120", min_value=10, max_value=120)
    place = forms.ChoiceField(label="Place", choices=[("", "Any"), ("desk", "Desk"), ("car", "Car")], required=False)
    side = forms.ChoiceField(label="Side", choices=[("l", "Left"), ("r", "Right")], widget=forms.RadioSelect)
    regions = forms.MultipleChoiceField(
        label="Where it hurts", choices=[("back", "Low back"), ("hip", "Hip"), ("leg", "Leg")], required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Tick all that fit.")  # fmt: skip
    note = forms.CharField(label="Note", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agree = forms.BooleanField(label="Keep this on my phone")


def samples() -> dict[str, Any]:
    """Return every sample by the name that the style page's templates use."""
    wrong = {"email": "me@", "minutes": "500", "regions": ["back"]}
    return {
        "cards": CARDS, "places": PLACES, "steps": STEPS, "feel": FEEL, "not_feel": NOT_FEEL, "members": FAMILY,
        "swaps": SWAPS, "rows": ROWS, "sources": SOURCES, "changes": CHANGES, "table": TABLE, "links": LINKS,
        "ticks": TICKS, "chip_links": CHIP_LINKS, "colours": COLOURS, "chips": CHIPS,
        "icons": ICONS, "dose": ("30 seconds", "once each side", "1 to 2 times a day"),
        "form": SampleForm(auto_id="plain_%s"), "wrong_form": SampleForm(wrong, auto_id="wrong_%s"),
        "filter_form": SampleForm(auto_id="folded_%s"), "chosen_form": SampleForm(wrong, auto_id="chosen_%s"),
    }  # fmt: skip
