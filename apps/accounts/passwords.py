"""What a password has to be, said in plain words: Django's own checks with other words."""

from __future__ import annotations

from django.contrib.auth import password_validation as django_checks
from django.utils.translation import gettext as _


class NotAboutYou(django_checks.UserAttributeSimilarityValidator):
    """Refuses a password that is much like the name or the address of the account."""

    def get_error_message(self) -> str:
        """Say what is wrong."""
        return _("That is too much like your name or your address. Take words that have nothing to do with you.")

    def get_help_text(self) -> str:
        """Say what to do."""
        return _("Leave out your name and your e-mail address.")


class LongEnough(django_checks.MinimumLengthValidator):
    """Refuses a short password."""

    def get_error_message(self) -> str:
        """Say what is wrong."""
        return _("That is too short. Take %(count)d characters or more.") % {"count": self.min_length}

    def get_help_text(self) -> str:
        """Say what to do."""
        count = {"count": self.min_length}
        return _("Take %(count)d characters or more. Three or four words in a row are long and easy to keep.") % count


class NotInEverybodysList(django_checks.CommonPasswordValidator):
    """Refuses a password that many people have."""

    def get_error_message(self) -> str:
        """Say what is wrong."""
        return _("Many people use that one, so it is guessed first. Take another.")

    def get_help_text(self) -> str:
        """Say what to do."""
        return _("Take none that many people use, such as “password1234”.")


class NotOnlyNumbers(django_checks.NumericPasswordValidator):
    """Refuses a password of digits alone."""

    def get_error_message(self) -> str:
        """Say what is wrong."""
        return _("Those are only numbers. Add letters.")

    def get_help_text(self) -> str:
        """Say what to do."""
        return _("Numbers alone are not enough.")
