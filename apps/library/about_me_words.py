"""The words of the questions of "About me", by the ids of content/about-me.toml."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Words(NamedTuple):
    """A question and what explains it."""

    question: str | Promise
    hint: str | Promise = ""


GROUPS: dict[str, str | Promise] = {
    "operations": _("Operations"),
    "back": _("Back and legs"),
    "joints": _("Hips, joints and muscles"),
    "health": _("Your health in general"),
}

QUESTIONS: dict[str, Words] = {
    "surgery": Words(
        _("Have you had an operation on a hip, a knee, your back or your belly in about the last 12 weeks?"),
        _("Also say yes if your surgical team has given you rules about moving that still hold."),
    ),
    "hip-replacement": Words(_("Do you have a replaced hip?"), _("On either side, however long ago.")),
    "leg-pain-now": Words(
        _("Do you have strong pain down one leg right now?"), _("Sharp, burning or electric, below the buttock.")
    ),
    "disc": Words(
        _("Has a doctor told you about a slipped disc, and is a leg affected now?"),
        _("Pain, tingling or numbness in the leg."),
    ),
    "stenosis": Words(
        _("Has a doctor told you about a narrow spinal canal or a slipped vertebra?"),
        _("The medical words are stenosis and spondylolisthesis."),
    ),
    "leaning-back": Words(_("Does leaning back make your back or leg worse?")),
    "bending-forward": Words(_("Does bending forward make your back or leg worse?")),
    "very-flexible": Words(
        _("Are your joints very bendy, or have you been told that you have Ehlers-Danlos syndrome?"),
        _("For example, elbows or knees that bend backwards, or joints that slip out of place."),
    ),
    "groin-pinch": Words(_("Does your groin pinch when you bend the hip far?")),
    "shallow-socket": Words(_("Have you been told that you have a shallow hip socket?"), _("Also called dysplasia.")),
    "outer-hip": Words(_("Is the outside of a hip sore, for example when you lie on it?")),
    "tear": Words(
        _("Could a muscle or tendon be torn?"), _("A sudden pain or pop, with bruising or weakness after it.")
    ),
    "groin-strain": Words(_("Have you strained your groin?")),
    "hamstring": Words(_("Have you hurt the back of your thigh?")),
    "knee": Words(_("Is a knee sore when you bend it or kneel on it?")),
    "neck": Words(_("Is your neck sore?")),
    "shoulder": Words(_("Is a shoulder sore?")),
    "wrist": Words(_("Is a wrist sore when you lean on it?")),
    "arthritis": Words(
        _("Do you have an arthritis that comes with inflammation?"),
        _("Such as rheumatoid arthritis or ankylosing spondylitis. Wear in a joint does not count here."),
    ),
    "pregnancy": Words(_("Are you pregnant, or have you given birth in the last few months?")),
    "bones": Words(
        _("Are your bones fragile, or have you taken steroid tablets for a long time?"), _("Also called osteoporosis.")
    ),
    "blood-pressure": Words(_("Is your blood pressure high?")),
    "belly": Words(_("Do you have a hernia, an aneurysm or an inflamed bowel, or has your belly been operated on?")),
    "clot": Words(_("Do you take blood thinners, or have you had a blood clot?")),
    "cancer": Words(_("Do you have cancer, or have you had it?")),
    "balance": Words(_("Do you feel unsteady on your feet?")),
    "under-16": Words(_("Are you younger than 16?")),
}
