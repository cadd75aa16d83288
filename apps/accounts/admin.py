"""Accounts in the editors' room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

# Imported so that they have registered what is taken back below.
import allauth.account.admin
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401
from allauth.account.models import EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from apps.accounts.services import forget_other_addresses
from apps.core.models import User
from apps.publishing.admin import ModelAdmin

if TYPE_CHECKING:
    BaseUserAdmin = DjangoUserAdmin[User]
    BaseCreationForm = AdminUserCreationForm[User]
else:
    BaseUserAdmin = DjangoUserAdmin
    BaseCreationForm = AdminUserCreationForm

# The pages of these would show what nobody needs to see: secrets of authenticators, network addresses.
for _model in (Authenticator, UserSession, EmailConfirmation):
    if admin.site.is_registered(_model):
        admin.site.unregister(_model)


class EditorCreationForm(BaseCreationForm):
    """Makes an account by e-mail address."""

    class Meta:
        model = User
        fields = ("email", "name")

    def clean_email(self) -> str:
        """Keep addresses in lower case, as sign-in does."""
        return str(self.cleaned_data["email"]).lower()


@admin.register(User)
class UserAdmin(BaseUserAdmin):
    """Editors and other accounts."""

    add_form = EditorCreationForm
    ordering = ("email",)
    list_display = ("email", "name", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active", "groups")
    search_fields = ("email", "name")
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("email", "name", "password")}),
        (_("Rights"), {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("email", "name", "usable_password", "password1", "password2")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Let only those who may do everything hand out rights."""
        fields = super().get_readonly_fields(request, obj)
        if getattr(request.user, "is_superuser", False):
            return fields
        return (*fields, "is_staff", "is_superuser", "groups", "user_permissions")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Keep accounts that may do everything from those who may not."""
        if obj is not None and obj.is_superuser and not getattr(request.user, "is_superuser", False):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """As for changes, and nobody deletes the account that is in use."""
        if obj is not None and (obj == request.user or not self.has_change_permission(request, obj)):
            return False
        return super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name the account alone: of what goes with it, editors see counts at most."""
        _listed, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return [str(obj) for obj in objs], counts, lacking, protected

    def get_actions(self, request: HttpRequest) -> Any:
        """Offer no deletion of many accounts at once."""
        return {}

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """A changed address has to be confirmed again."""
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            forget_other_addresses(user=obj)


@admin.register(Authenticator)
class AuthenticatorAdmin(ModelAdmin):
    """Second factors: taken away when a device is lost, never shown."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)
    list_select_related = ("user",)
    search_fields = ("user__email",)
    fields = readonly_fields = ("user", "type", "created_at", "last_used_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Each person sets up their own."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """There is nothing to change."""
        return False
