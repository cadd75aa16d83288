"""Form and model fields for the lists inside a working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
else:
    _TextField = models.TextField


class LinesFormField(forms.CharField):
    """A textarea with one entry a line; gives and takes a list of strings."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        """Return the lines that are not blank."""
        if isinstance(value, list | tuple):
            return [str(line) for line in value]
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Check each line: a NUL among them would stop PostgreSQL."""
        for line in value:
            super().run_validators(line)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as lists, so that blank lines are no change."""
        return self.to_python(initial) != self.to_python(data)


class LinesField(models.JSONField):
    """A list of short texts, edited one a line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Edit as lines."""
        return LinesFormField(
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text or _("One a line.")),
            widget=forms.Textarea(attrs={"rows": 4, "cols": 90, "data-lines": ""}),
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Take only a list of texts."""
        super().validate(value, model_instance)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ValidationError(_("Enter a list of texts."))


class MarkdownFormField(forms.CharField):
    """A textarea whose text is Markdown; the editors' room shows how it will look."""


class MarkdownField(_TextField):
    """A longer text in Markdown."""

    def deconstruct(self) -> Any:
        """Be the plain column that it is in migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        """Edit as Markdown."""
        return super().formfield(**{"form_class": MarkdownFormField, **kwargs})


class CodesField(models.JSONField):
    """Several codes of a controlled list, edited as check boxes and kept in the list's order."""

    def __init__(self, *args: Any, codes: type[models.TextChoices], **kwargs: Any) -> None:
        self.codes = codes
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Keep the list itself out of migrations: it changes without the table changing."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def clone(self) -> Self:
        """Copy for a migration's view of the table: as the plain field it is there."""
        _name, _path, args, kwargs = self.deconstruct()
        return cast("Self", models.JSONField(*args, **kwargs))

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Edit as check boxes."""
        return forms.MultipleChoiceField(
            choices=self.codes.choices,
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Take only codes of the list."""
        super().validate(value, model_instance)
        unknown = [item for item in value if item not in self.codes.values]
        if unknown:
            raise ValidationError(_("“%(code)s” is not in the list."), params={"code": unknown[0]}, code="unknown")
