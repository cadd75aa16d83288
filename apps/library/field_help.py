"""What the fields of a dose and the caution tags mean, for editors."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from apps.library.enums import Caution
from apps.publishing.admin import with_meanings

DOSE_HELP: dict[str, Any] = {
    "hold_seconds": _("How long one hold lasts. Leave empty where nothing is held."),
    "hold_seconds_max": _("Only for a range: 20 and 30 show as “20 to 30 seconds”."),
    "repetitions": _("How often in one set, on each side."),
    "repetitions_max": _("Only for a range."),
    "breaths": _("Instead of seconds, where a hold is counted in breaths."),
    "sets": _("How often the whole is done. Leave empty for once."),
    "sets_max": _("Only for a range."),
    "rest_seconds": _("The player counts this rest down between sets."),
    "dose_basis": _(
        "Where the numbers come from. Readers see it: choose “general practice” whenever no source gives them for "
        "this move."
    ),
    "dose_note": _("What the numbers cannot say, such as “stop sooner if it tingles”."),
}

CAUTION_MEANINGS: dict[Caution, Any] = {
    Caution.HIP_REPLACEMENT: _("An artificial hip, however long ago. Moves stay hidden until the surgeon agrees."),
    Caution.RECENT_SURGERY: _("An operation on hip, knee, back or belly within about 12 weeks, or still under rules."),
    Caution.HYPERMOBILITY: _("Joints that bend further than most; staying in the middle of the range suits them."),
    Caution.KNEE_PAIN: _("Kneeling, or a deeply bent or twisted knee, hurts."),
    Caution.NECK_PAIN: _("Lifting or turning the head, or weight on the neck, hurts."),
    Caution.SHOULDER_PAIN: _("Arms overhead or behind the back hurt."),
    Caution.WRIST_PAIN: _("Weight on the hands hurts."),
    Caution.EXTENSION_SENSITIVE: _("Arching back brings pain on: a narrow spinal canal, or a vertebra that has slid."),
    Caution.FLEXION_SENSITIVE_DISC: _("Bending forward brings pain on, as with a disc that bulges."),
    Caution.ACUTE_SCIATICA: _("A flare with strong pain down the leg. No folding, no toe-reaching."),
    Caution.HIP_IMPINGEMENT: _("A pinch deep in the groin when the hip bends far."),
    Caution.HIP_DYSPLASIA: _("A shallow socket: the ends of the range are best left alone."),
    Caution.LATERAL_HIP_PAIN: _("Pain over the outer hip bone; crossing and leaning on it can make it worse."),
    Caution.GROIN_STRAIN: _("A sore or pulled inner thigh."),
    Caution.HAMSTRING_INJURY: _("A sore or pulled back of the thigh, or pain at the sitting bone."),
    Caution.PREGNANCY: _("Pregnant, or a birth in the last months: no lying on the belly, balance is different."),
    Caution.OSTEOPOROSIS: _("Fragile bones, or long treatment with steroids: no deep bending or twisting of the back."),
    Caution.HIGH_BLOOD_PRESSURE: _("No long straining holds and no head below the heart."),
    Caution.ABDOMINAL_RISK: _("Hernia, aneurysm, inflamed bowel, recent belly surgery: no pressure on the belly."),
    Caution.CLOT_OR_THINNER: _("A blood clot now or before, or blood thinners: no pressing or rolling."),
    Caution.BALANCE_RISK: _("Unsteady on the feet: a wall or chair within reach."),
    Caution.SUSPECTED_TEAR: _("A pop, a bruise, or a leg that does not carry: no stretching before it is looked at."),
}

_MEANINGS_BY_LABEL = {caution.label: words for caution, words in CAUTION_MEANINGS.items()}
_SUMMARY = _("What each of these means")

AVOID_HELP = with_meanings(
    _("Hidden from somebody who has said that one of these is so."), _SUMMARY, _MEANINGS_BY_LABEL
)
ADAPT_HELP = with_meanings(
    _("Shown with its easier version first. A tag stands here or in the list above, never in both."),
    _SUMMARY,
    _MEANINGS_BY_LABEL,
)
