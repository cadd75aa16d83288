"""The library's controlled lists. The codes are stored and shared; the labels are for people."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MoveKind(TextChoices):
    """What doing the move is for."""

    STRETCH = "stretch", _("Stretch")
    STRENGTHENING = "strengthening", _("Strengthening")
    MOBILITY = "mobility", _("Loosening movement")
    RELEASE = "release", _("Self-massage")
    REST_POSITION = "rest-position", _("Resting position")
    YOGA_POSE = "yoga-pose", _("Yoga pose")
    BREAK = "break", _("Break from sitting")
    CHECK = "check", _("Check")


class Position(TextChoices):
    """How the body starts."""

    STANDING = "standing", _("Standing")
    WALKING = "walking", _("Walking")
    HALF_KNEELING = "half-kneeling", _("Kneeling on one knee")
    KNEELING = "kneeling", _("Kneeling")
    LOW_LUNGE = "low-lunge", _("Low lunge")
    QUADRUPED = "quadruped", _("Hands and knees")
    SQUAT = "squat", _("Squatting")
    SEATED_CHAIR = "seated-chair", _("Sitting on a chair")
    SEATED_FLOOR = "seated-floor", _("Sitting on the floor")
    SUPINE = "supine", _("Lying on your back")
    PRONE = "prone", _("Lying face down")
    SIDE_LYING = "side-lying", _("Lying on your side")
    ANY = "any", _("Any position")


class Place(TextChoices):
    """Where the move can be done."""

    REST_STOP = "rest-stop", _("Rest stop")
    DESK = "desk", _("Desk")
    HOME_FLOOR = "home-floor", _("Floor at home")
    BED = "bed", _("Bed")
    COUCH = "couch", _("Couch")
    WALL = "wall", _("By a wall")
    CAR_PASSENGER = "car-passenger", _("Parked car, as a passenger")
    GYM = "gym", _("Gym or class")
    OUTDOORS = "outdoors", _("Outdoors")
    CLINIC = "clinic", _("Clinic")


class Difficulty(IntegerChoices):
    """How much the move asks of you."""

    GENTLE = 1, _("Gentle")
    MODERATE = 2, _("Moderate")
    DEMANDING = 3, _("Demanding")
    NOT_ALONE = 9, _("Not to start on your own")


class Sides(TextChoices):
    """How the move shares itself between left and right."""

    EACH = "each", _("One side, then the other")
    BOTH = "both", _("Both sides at once")
    EACH_DIRECTION = "each-direction", _("One direction, then the other")
    COMPARE = "compare", _("Compare one side with the other")
    NONE = "none", _("No sides")


class WorkingSide(TextChoices):
    """Which limb decides the side that is being worked."""

    KNEELING = "kneeling", _("The side of the kneeling leg")
    BACK_LEG = "back-leg", _("The side of the back leg")
    FRONT_LEG = "front-leg", _("The side of the front leg")
    CROSSED_LEG = "crossed-leg", _("The side of the crossed leg")
    LIFTED_LEG = "lifted-leg", _("The side of the lifted leg")
    STANDING_LEG = "standing-leg", _("The side of the standing leg")
    PRESSED = "pressed", _("The side you press on")
    NONE = "", _("Neither side")


class Caution(TextChoices):
    """A reason why a move may not suit a body (the `contra` tags)."""

    HIP_REPLACEMENT = "hip-replacement", _("Hip replacement")
    RECENT_SURGERY = "recent-surgery", _("Recent surgery")
    HYPERMOBILITY = "hypermobility", _("Very flexible joints")
    KNEE_PAIN = "knee-pain", _("Knee pain")
    NECK_PAIN = "neck-pain", _("Neck pain")
    SHOULDER_PAIN = "shoulder-pain", _("Shoulder pain")
    WRIST_PAIN = "wrist-pain", _("Wrist pain")
    EXTENSION_SENSITIVE = "extension-sensitive", _("Leaning back hurts")
    FLEXION_SENSITIVE_DISC = "flexion-sensitive-disc", _("Bending forward hurts")
    ACUTE_SCIATICA = "acute-sciatica", _("Strong leg pain right now")
    HIP_IMPINGEMENT = "hip-impingement", _("Pinching in the groin")
    HIP_DYSPLASIA = "hip-dysplasia", _("Shallow hip socket")
    LATERAL_HIP_PAIN = "lateral-hip-pain", _("Pain on the outside of the hip")
    GROIN_STRAIN = "groin-strain", _("Groin strain")
    HAMSTRING_INJURY = "hamstring-injury", _("Injured back of the thigh")
    PREGNANCY = "pregnancy", _("Pregnancy")
    OSTEOPOROSIS = "osteoporosis", _("Fragile bones")
    HIGH_BLOOD_PRESSURE = "high-blood-pressure", _("High blood pressure")
    ABDOMINAL_RISK = "abdominal-risk", _("Belly problem, such as a hernia or aneurysm")
    CLOT_OR_THINNER = "clot-or-thinner", _("Blood clot or blood thinners")
    BALANCE_RISK = "balance-risk", _("Unsteady balance")
    SUSPECTED_TEAR = "suspected-tear", _("Possible muscle tear")


class Situation(TextChoices):
    """Where life is happening when someone needs a routine (the cards on the home page)."""

    REST_STOP = "rest-stop", _("Rest stop")
    DESK = "desk", _("Desk")
    HOME = "home", pgettext_lazy("place", "Home")
    BIKE = "bike", _("Bike")
    RUN = "run", _("Run")
    AFTER_SURGERY = "after-surgery", _("After surgery")
    FLEXIBLE_BODY = "flexible-body", _("Flexible body")
    SORE_DAY = "sore-day", _("Sore day")
