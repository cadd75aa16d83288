"""The sitting guide's controlled lists."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Seat(TextChoices):
    """What somebody sits on."""

    DESK_CHAIR = "desk-chair", _("Desk chair")
    CAR_DRIVER = "car-driver", _("Car, as the driver")
    CAR_PASSENGER = "car-passenger", _("Car, as a passenger")
    COUCH = "couch", _("Couch")
    FLOOR = "floor", _("Floor")
    KNEELING_CHAIR = "kneeling-chair", _("Kneeling chair")
    STANDING_DESK = "standing-desk", _("Desk you can stand at")


class HipAngle(TextChoices):
    """How far the hip is bent."""

    RIGHT_ANGLE = "right-angle", _("Bent to about a right angle")
    OPEN = "open", _("A little more open than a right angle")
    WIDE_OPEN = "wide-open", _("Nearly straight")
    ONE_OPEN = "one-open", _("Nearly straight on one side")
    TURNED_OUT = "turned-out", _("Bent and turned out")
    AS_SEAT = "as-seat", _("As the seat has it")


class Easing(TextChoices):
    """What eases or worsens it: the second question of the sitting guide."""

    SITTING_WORSE = "sitting-worse", _("Sitting makes it worse")
    SITTING_EASES = "sitting-eases", _("Sitting or bending forward eases it")
    STANDING_WORSE = "standing-worse", _("Standing or walking makes it worse")
    LEANING_BACK_WORSE = "leaning-back-worse", _("Leaning back makes it worse")
    OUTER_HIP = "outer-hip", _("The outside of my hip hurts")
    GROIN_PINCH = "groin-pinch", _("It pinches in my groin")
    KNEES = "knees", _("My knees complain")
    HIP_REPLACEMENT = "hip-replacement", _("I have a hip replacement")
    NOT_SURE = "not-sure", _("I am not sure")


class Gear(TextChoices):
    """What a position needs around it, beyond a seat."""

    RAISED_DESK = "raised-desk", _("Something to work on at elbow height, standing")
    KNEELING_PLACE = "kneeling-place", _("A low table and something soft for the knees")
