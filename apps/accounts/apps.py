"""Accounts: sign-in, consent, export and deletion."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Sign-in by e-mail, and what belongs to an account."""

    name = "apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Say who may sync and what accounts export; let editors sign in where everybody does.

        Rate limits and second factors apply there.
        """
        from allauth.account.decorators import secure_admin_login  # noqa: PLC0415 (apps are ready only now)
        from django.contrib import admin  # noqa: PLC0415
        from django.db.models.signals import post_migrate  # noqa: PLC0415

        from apps.accounts import consent_asked, queries  # noqa: F401, PLC0415 (the first listens to sign-ins)
        from apps.accounts.roles import keep_roles  # noqa: PLC0415
        from apps.accounts.views import to_change_password  # noqa: PLC0415
        from apps.core import registries  # noqa: PLC0415

        post_migrate.connect(keep_roles, sender=self)
        registries.may_keep_health_data.set_check(queries.may_keep_health_data)
        registries.personal_data.register(queries.account_data)
        admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
        admin.site.password_change = to_change_password  # type: ignore[method-assign, assignment]
