"""The lists of the check-in: codes that records keep, and the words that the form shows for them."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reach(TextChoices):
    """How far down the leg, nearest first."""

    NONE = "none", _("Not in the leg")
    BUTTOCK = "buttock", _("Buttock")
    THIGH = "thigh", _("Thigh")
    KNEE = "knee", _("Knee")
    CALF = "calf", _("Calf")
    FOOT = "foot", _("Foot or toes")


class Leg(TextChoices):
    """Which leg."""

    LEFT = "left", _("Left")
    RIGHT = "right", _("Right")
    BOTH = "both", _("Both legs")
    NONE = "none", _("Neither")


class Place(TextChoices):
    """Which side of a place."""

    LEFT = "left", _("Left")
    RIGHT = "right", _("Right")
    BOTH = "both", _("Both sides")


class Region(TextChoices):
    """Where it can hurt."""

    LOW_BACK = "low-back", _("Low back")
    TAILBONE = "tailbone", _("Tailbone")
    BUTTOCK = "buttock", _("Buttock")
    OUTER_HIP = "outer-hip", _("Outside of the hip")
    FRONT_HIP = "front-hip", _("Front of the hip or groin")
    BACK_THIGH = "back-thigh", _("Back of the thigh")
    FRONT_THIGH = "front-thigh", _("Front of the thigh")
    KNEE = "knee", _("Knee")
    CALF = "calf", _("Calf or shin")
    FOOT = "foot", _("Foot or toes")
    UPPER_BACK = "upper-back", _("Upper back or neck")
    SADDLE = "saddle", _("Between the legs, where a saddle touches")
    BLADDER_OR_BOWEL = "bladder-or-bowel", _("Trouble with bladder or bowel")


class Quality(TextChoices):
    """What it feels like."""

    ACHING = "aching", _("Aching")
    STIFF = "stiff", _("Stiff")
    SHARP = "sharp", _("Sharp")
    SHOOTING = "shooting", _("Shooting")
    BURNING = "burning", _("Burning")
    TINGLING = "tingling", _("Tingling")
    NUMB = "numb", _("Numb")
    WEAK = "weak", _("Weak")


class Activity(TextChoices):
    """What the day had in it."""

    WALKING = "walking", _("Walking")
    DESK_WORK = "desk-work", _("Work at a desk")
    STANDING = "standing", _("Standing for long")
    LIFTING = "lifting", _("Lifting or carrying")
    HOUSEWORK = "housework", _("Housework or garden")
    CYCLING = "cycling", _("Cycling")
    SPORT = "sport", _("Sport or gym")
    YOGA = "yoga", _("Yoga or stretching")
    REST = "rest", _("A day of rest")


class Trigger(TextChoices):
    """What seemed to set it off."""

    SITTING = "sitting", _("Sitting")
    DRIVING = "driving", _("Driving")
    STANDING = "standing", _("Standing")
    WALKING = "walking", _("Walking")
    BENDING = "bending", _("Bending")
    LIFTING = "lifting", _("Lifting")
    COUGHING = "coughing", _("Coughing or sneezing")
    LYING = "lying", _("Lying or turning in bed")
    STRETCHING = "stretching", _("A stretch or exercise")
    STRESS = "stress", _("Stress or poor sleep")


class RecordKind(TextChoices):
    """What a line of the journal is about."""

    CHECK_IN = "check-in", _("Check-in")
    SESSION = "session", _("Session")
    SIT = "sit", _("Sitting")
    BREAK = "break", _("Break")
    DRIVE = "drive", _("Drive")
    MEASURE = "measure", _("Measure")


class Period(TextChoices):
    """How far back trends and report look."""

    DAY = "day", _("Today")
    MONTH = "month", _("4 weeks")
    QUARTER = "quarter", _("3 months")
    ALL = "all", _("All")


def lists() -> dict[str, type[TextChoices]]:
    """Return the lists of codes and words that the scripts look up, for templates."""
    return {
        "reaches": Reach,
        "legs": Leg,
        "places": Place,
        "regions": Region,
        "qualities": Quality,
        "activities": Activity,
        "triggers": Trigger,
        "kinds": RecordKind,
        "periods": Period,
    }
