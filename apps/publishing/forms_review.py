"""The forms on the way from draft to published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from apps.core.models import User

if TYPE_CHECKING:
    UserModelForm = forms.ModelForm[User]
else:
    UserModelForm = forms.ModelForm


def _words(label: Any, *, required: bool, help_text: Any = "") -> forms.CharField:
    """Return a field for some sentences."""
    return forms.CharField(
        label=label,
        max_length=1000,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 80}),
        help_text=help_text,
    )


class SubmitForm(forms.Form):
    """Ask for a review."""

    words = _words(_("For the reviewer"), required=False, help_text=_("What is new, and what to look at closely."))
    digest = forms.CharField(widget=forms.HiddenInput, required=False)


class ReviewForm(forms.Form):
    """Approve or send back."""

    APPROVE, SEND_BACK = "approve", "send-back"

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[(APPROVE, _("Approve: it can be published as it is")), (SEND_BACK, _("Send it back with a reason"))],
        widget=forms.RadioSelect,
    )
    words = _words(_("For the author"), required=False, help_text=_("The reason, when you send it back."))
    digest = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of sending back."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("decision") == self.SEND_BACK and not cleaned.get("words"):
            self.add_error("words", _("Say what has to change."))
        return cleaned


class CommentForm(forms.Form):
    """Say something about a working copy."""

    words = _words(_("Comment"), required=True, help_text=_("Editors see it; readers never do."))


class CancelForm(forms.Form):
    """Call off what is scheduled."""

    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.TextInput(attrs={"size": 80}))


class NoticesForm(UserModelForm):
    """Which e-mails an editor gets."""

    class Meta:
        model = User
        fields = ("review_mail",)
