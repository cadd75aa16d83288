"""The working copies of the guides app, a module a feature."""

from apps.guides.models.reading import (
    Check,
    CheckItem,
    Claim,
    Condition,
    Faq,
    Guide,
    GuideSection,
    Term,
)
from apps.guides.models.regions import Region
from apps.guides.models.safety import Safety, SafetySign, SafetyStep

__all__ = [
    "Check",
    "CheckItem",
    "Claim",
    "Condition",
    "Faq",
    "Guide",
    "GuideSection",
    "Region",
    "Safety",
    "SafetySign",
    "SafetyStep",
    "Term",
]
