"""What core shows in the editors' room."""

from apps.core.feedback.admin import FeedbackAdmin

__all__ = ["FeedbackAdmin"]
