"""The user model, and the counter that tells every process when content has changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.feedback.models import Feedback

__all__ = ["Feedback", "User", "UserManager"]


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make a user; the address is kept in lower case, since people type it either way."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Make a user who may do everything in the admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a user by e-mail address, in any case."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account, known by an e-mail address."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    is_staff = models.BooleanField(_("may use the editors' room"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    review_mail = models.BooleanField(
        _("e-mails about reviews"), default=True, help_text=_("When something waits for a review, or was reviewed.")
    )
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """Return the name, or the address where there is none."""
        return str(self)

    def get_short_name(self) -> str:
        """Return the name, or the address where there is none."""
        return str(self)


class StoredValue(models.Model):
    """A value that belongs to this database rather than to the code: its epoch, which content was loaded."""

    name = models.CharField(primary_key=True, max_length=40)
    value = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("stored value")
        verbose_name_plural = _("stored values")

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
