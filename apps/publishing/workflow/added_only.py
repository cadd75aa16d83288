"""Rows that are only ever added, such as publications and the log of acts."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class AddedOnlyQuerySet(models.QuerySet[Row]):
    """Reads rows; refuses to change or delete them."""

    refusal = "these rows are only added to"

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise TypeError(self.refusal)

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise TypeError(self.refusal)

    def delete(self) -> NoReturn:
        """Refuse."""
        raise TypeError(self.refusal)
