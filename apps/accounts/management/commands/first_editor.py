"""`manage.py first_editor`: the account with which the editors' room is opened for the first time."""

from __future__ import annotations

import secrets
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse

from apps.accounts.services import make_editor
from apps.core.models import User


class Command(BaseCommand):
    """Make an editor where there is none."""

    help = "Make an editor's account where there is none, and print its password once."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the account of HIPCARE_ADMIN_EMAIL, or one with an invented password."""
        if User.objects.filter(is_staff=True, is_active=True).exists():
            return
        email = settings.FIRST_EDITOR_EMAIL or f"editor@{_mail_host()}"
        password = settings.FIRST_EDITOR_PASSWORD or secrets.token_urlsafe(12)
        try:
            validate_email(email)
            validate_password(password, User(email=email))
        except ValidationError as error:
            raise CommandError(
                f"HIPCARE_ADMIN_EMAIL or HIPCARE_ADMIN_PASSWORD cannot be used: {' '.join(error.messages)}"
            ) from error
        make_editor(email=email, password=password)
        shown = "the one in HIPCARE_ADMIN_PASSWORD" if settings.FIRST_EDITOR_PASSWORD else password
        self.stdout.write(
            "\nThe editors' room is open for its first editor. This is shown once:\n"
            f"  address   {settings.PUBLIC_URL}{reverse('admin:index')}\n"
            f"  e-mail    {email}\n"
            f"  password  {shown}\n"
            "Change the password after the first sign-in.\n"
        )


def _mail_host() -> str:
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    return host if "." in host and not host.replace(".", "").isdigit() else "localhost"
