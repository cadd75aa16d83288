"""Forms of the account: consent, and the confirmation of what cannot be undone.

allauth reads `SignUpForm` while it makes its own forms: nothing of allauth's may be imported here.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.accounts.consent_asked import remember_consent
from apps.core.models import User
from apps.core.rate_limits import take_turn

WRONG_PASSWORDS = 5
QUARTER_OF_AN_HOUR = 15 * 60


class ConsentField(forms.BooleanField):
    """A tick of its own, never set beforehand."""

    def __init__(self, **kwargs: Any) -> None:
        label = _("Yes, keep my health data on the server, so that my devices can share it.")
        super().__init__(label=label, initial=False, **kwargs)


class SignUpForm(forms.Form):
    """What signing up asks for besides an address and a password; the account can be had without the tick."""

    keep_health_data = ConsentField(required=False)

    def signup(self, request: HttpRequest, user: User) -> None:
        """Remember the tick until the address is confirmed: only then it is surely this person's."""
        if self.cleaned_data["keep_health_data"]:
            remember_consent(request, user)


class ConsentForm(forms.Form):
    """A yes to the text above it."""

    keep_health_data = ConsentField(
        required=True, error_messages={"required": _("Tick the box if you agree. If you do not, leave this page.")}
    )


class WithdrawForm(forms.Form):
    """What becomes of the server's copy; nothing is chosen beforehand."""

    copy = forms.ChoiceField(
        label=_("What should happen to the copy on the server?"),
        choices=[
            ("keep", _("Keep it. I may go on later.")),
            ("delete", _("Delete it. What is on my devices stays there.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what should happen to the copy on the server.")},
    )


class ConfirmForm(forms.Form):
    """The person's password, where they have one; attempts are counted."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Type your password, so that nobody else can do this.")},
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        if not user.has_usable_password():
            del self.fields["password"]

    def clean_password(self) -> str:
        """Refuse a wrong password, and every password after a few wrong ones."""
        password: str = self.cleaned_data["password"]
        # Taken before the look: those who try many at once are counted too.
        if not take_turn(name="confirm", who=str(self.user.pk), most=WRONG_PASSWORDS, seconds=QUARTER_OF_AN_HOUR):
            raise forms.ValidationError(_("Too many attempts. Wait a quarter of an hour, then try again."))
        if not self.user.check_password(password):
            raise forms.ValidationError(_("That is not your password. Try again."))
        return password
