"""The controlled lists of the guides app. The codes are stored and shared; the labels are for people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EmergencyGroup(TextChoices):
    """What an emergency sign may point to."""

    CAUDA_EQUINA = "cauda-equina", _("First group: feeling, bladder, bowel, sex or both legs")
    OTHER = "other", _("Second group: other emergencies")


class SafetyPart(TextChoices):
    """The list that a sign belongs to, most pressing first."""

    EMERGENCY = "emergency", _("Emergency")
    URGENT = "urgent", _("Today or within 24 hours")
    ROUTINE = "routine", _("Book a visit")
    ASK_FIRST = "ask-first", _("Ask before you start")


class Units(TextChoices):
    """How lengths and weights are written."""

    METRIC = "metric", _("Metric: centimetres, kilograms")
    IMPERIAL = "imperial", _("Imperial: inches, pounds")


class GuideTopic(TextChoices):
    """What a guide is about."""

    UNDERSTANDING = "understanding", _("Understanding it")
    HIPS = "hips", _("Your hips")
    SITTING = "sitting", _("Sitting and driving")
    MOVING = "moving", _("Moving and stretching")
    ACTIVITIES = "activities", _("Sport and yoga")
    BODY_TYPES = "body-types", _("Your body")
    HELP = "help", _("Getting help")
    TREATMENT = "treatment", _("Treatments")


class FaqTopic(TextChoices):
    """What a question is about."""

    START = "start", _("Getting started")
    HIPS = "hips", _("Hips and hip flexors")
    SCIATICA = "sciatica", _("Sciatica")
    SITTING = "sitting", _("Sitting")
    DRIVING = "driving", _("Driving")
    CYCLING = "cycling", _("Cycling")
    YOGA = "yoga", _("Yoga and dance")
    SURGERY = "surgery", _("Surgery")
    TOOLS = "tools", _("Tools")
    BODY = "body", _("The rest of the body")


class Verdict(TextChoices):
    """What the evidence makes of a claim."""

    FINE = "fine", _("Fine as it is")
    NUANCE = "nuance", _("Needs more to it")
    OVER_STATED = "over-stated", _("Over-stated")
    UNSUPPORTED = "unsupported", _("Not shown")
    RISKY = "risky", _("Risky if followed")
