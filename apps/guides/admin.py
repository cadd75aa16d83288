"""Guides, safety and numbers in the editors' room."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from apps.guides.models import (
    Check,
    CheckItem,
    Claim,
    Condition,
    Faq,
    Guide,
    GuideSection,
    Region,
    Safety,
    SafetySign,
    SafetyStep,
    Term,
)
from apps.guides.models.safety import INTRO_NAMES
from apps.publishing.admin import PublishableAdmin, StackedInline

LINKS = ("stretches", "routines", "guides", "claims")
WHO = (_("Who"), {"fields": ("clinical_reviewer",)})


class GuideSectionInline(StackedInline):
    """The sections of a guide."""

    model = GuideSection
    extra = 0
    fields = (("order", "anchor"), "heading", "body")


@admin.register(Guide)
class GuideAdmin(PublishableAdmin):
    """Longer texts."""

    list_display = ("code", *PublishableAdmin.list_display)
    list_display_links = ("title",)
    inlines = (GuideSectionInline,)
    content_fieldsets = (
        (_("What it says"), {"fields": (("code", "topic"), "in_short", "known", "unsure", "see_someone")}),
        (_("What it leads to"), {"fields": (*LINKS, "positions", "safety_only")}),
        (_("Who"), {"fields": ("author", "clinical_reviewer")}),
    )


@admin.register(Faq)
class FaqAdmin(PublishableAdmin):
    """Questions and answers."""

    list_display = ("number", *PublishableAdmin.list_display)
    list_display_links = ("title",)
    content_fieldsets = (
        (_("Answer"), {"fields": (("number", "topic"), "answer", "safety_first")}),
        (_("What it leads to"), {"fields": LINKS}),
        WHO,
    )


@admin.register(Term)
class TermAdmin(PublishableAdmin):
    """The glossary."""

    content_fieldsets = ((_("Word"), {"fields": ("also", "more", "in_place", "guides")}), WHO)


@admin.register(Claim)
class ClaimAdmin(PublishableAdmin):
    """What is said elsewhere, and what is known."""

    list_display = ("code", *PublishableAdmin.list_display)
    list_display_links = ("title",)
    content_fieldsets = ((_("Claim"), {"fields": ("code", "verdict", "said", "known", "we_do", "guides")}), WHO)


@admin.register(Condition)
class ConditionAdmin(PublishableAdmin):
    """Conditions by name."""

    content_fieldsets = (
        (_("Condition"), {"fields": ("also_called", "what", "people_notice", "what_helps")}),
        (_("Care"), {"fields": ("ask", "urgent")}),
        (_("What it leads to"), {"fields": ("guides", "claims")}),
        WHO,
    )


class CheckItemInline(StackedInline):
    """The items of a self-check."""

    model = CheckItem
    extra = 0
    fields = (("order", "danger"), "text", "say", "guides", "stretches", "routines")


@admin.register(Check)
class CheckAdmin(PublishableAdmin):
    """Self-checks."""

    inlines = (CheckItemInline,)
    content_fieldsets = ((_("Words around the items"), {"fields": ("intro", "closing", "claims")}), WHO)


@admin.register(Region)
class RegionAdmin(PublishableAdmin):
    """Emergency numbers by region."""

    content_fieldsets = (
        (_("Numbers"), {"fields": ("code", "emergency", ("advice_name", "advice"), "note", "last_checked")}),
        (_("Units"), {"fields": ("units",)}),
    )


class SafetySignInline(StackedInline):
    """The signs of all lists."""

    model = SafetySign
    extra = 0
    fields = (("part", "order"), ("code", "group"), "text", "cautions")


class SafetyStepInline(StackedInline):
    """What to do, in order."""

    model = SafetyStep
    extra = 0
    fields = (("order", "title"), "text", "say")


@admin.register(Safety)
class SafetyAdmin(PublishableAdmin):
    """The danger signs: one page a language, which is never withdrawn."""

    places = {
        "intro": "intro_emergency",
        "emergency": "signs",
        "urgent": "signs",
        "routine": "signs",
        "ask_first": "signs",
        "act": "steps",
    }
    inlines = (SafetySignInline, SafetyStepInline)
    content_fieldsets = (
        (_("Words above the lists"), {"fields": tuple(f"intro_{name}" for name in INTRO_NAMES)}),
        (_("Self-care"), {"fields": ("self_care", "clinical_reviewer")}),
    )
