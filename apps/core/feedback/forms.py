"""The form in which a reader writes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.feedback.models import Feedback


class FeedbackForm(forms.ModelForm):  # type: ignore[type-arg]  # no subscript at run time
    """What it is about, where, the message, and an address for an answer."""

    website = forms.CharField(label=_("Leave this empty"), required=False)
    """Hidden from people; programs that fill in every field give themselves away."""

    class Meta:
        model = Feedback
        fields = ["topic", "page", "message", "email"]
        labels = {
            "topic": _("Subject"),
            "page": _("Page"),
            "message": _("Your message"),
            "email": _("Your e-mail address"),
        }
        help_texts = {
            "page": _("Its address or its name, such as “Danger signs”."),
            "message": _(
                "Up to 4,000 characters. Please leave out your name and details about your health: nobody "
                "here can give advice on them."
            ),
            "email": _("Only if you would like an answer."),
        }
        error_messages = {
            "topic": {"required": _("Choose a subject.")},
            "message": {
                "required": _("Write your message."),
                "max_length": _("Shorten your message to %(limit_value)d characters; it has %(show_value)d now."),
            },
            "page": {"max_length": _("Shorten this to %(limit_value)d characters; it has %(show_value)d now.")},
            "email": {"invalid": _("Enter an e-mail address like name@example.org, or leave this empty.")},
        }
        widgets = {
            "topic": forms.RadioSelect,
            "message": forms.Textarea(attrs={"rows": 8}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topic = self.fields["topic"]
        assert isinstance(topic, forms.ChoiceField)  # noqa: S101 (tells the type checker)
        topic.choices = Feedback.Topic.choices
        # A paste that is too long is kept whole and answered with its length, rather than cut.
        for name in ("message", "page"):
            self.fields[name].widget.attrs.pop("maxlength", None)

    @property
    def is_by_a_program(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.data.get(self.add_prefix("website"), ""))
