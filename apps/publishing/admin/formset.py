"""The rows of a working copy in its form, such as the steps of a routine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.forms import BaseInlineFormSet
from django.http import QueryDict

if TYPE_CHECKING:
    from django.db.models import Model

    RowsBase = BaseInlineFormSet[Model, Model, Any]
else:
    RowsBase = BaseInlineFormSet

_KEY = "id"


class RowsFormSet(RowsBase):
    """Rows whose stored ones may have gone meanwhile: what was typed into them comes back as new rows.

    Another editor may have deleted a row, or restored a version, whose rows are all new.
    """

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        if self.is_bound:
            self.data = self._without_lost_ids(self.data)

    def _without_lost_ids(self, data: Any) -> Any:
        """Return the data with rows that are still there first, and the ids of lost ones left empty."""
        try:
            total, initial = int(data[f"{self.prefix}-TOTAL_FORMS"]), int(data[f"{self.prefix}-INITIAL_FORMS"])
        except (KeyError, ValueError):
            return data
        there = {str(row.pk) for row in self.get_queryset()}
        numbers = range(min(max(total, 0), self.absolute_max))
        lost = [number for number in numbers if number < initial and self._value(data, number, _KEY) not in there]
        if not lost:
            return data
        kept = [number for number in numbers if number < initial and number not in lost]
        order = [*kept, *lost, *(number for number in numbers if number >= initial)]
        return self._in_order(data, order, lost, len(kept))

    def _in_order(self, data: QueryDict, order: list[int], lost: list[int], initial: int) -> QueryDict:
        rows = [f"{self.prefix}-{number}-" for number in order]
        mended = QueryDict(mutable=True)
        for name, values in data.lists():
            if not name.startswith(tuple(rows)):
                mended.setlist(name, values)
        for new, (old, row) in enumerate(zip(order, rows, strict=True)):
            for name, values in data.lists():
                if name.startswith(row):
                    mended.setlist(f"{self.prefix}-{new}-{name.removeprefix(row)}", values)
            if old in lost:
                mended[f"{self.prefix}-{new}-{_KEY}"] = ""
        mended[f"{self.prefix}-INITIAL_FORMS"] = str(initial)
        return mended

    def _value(self, data: Mapping[str, Any], number: int, name: str) -> str:
        return str(data.get(f"{self.prefix}-{number}-{name}", ""))
