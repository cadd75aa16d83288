"""A storm: two devices do random things while the network does its worst; afterwards all three sides must agree."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from tests.browser.journal.phones import JournalPhone
from tests.faults import proxy
from tests.link import Link

NEW, EDIT, DELETE, SYNC, OFFLINE, ONLINE, REOPEN = "new", "edit", "delete", "sync", "offline", "online", "reopen"
WEIGHTS = {NEW: 8, EDIT: 6, DELETE: 3, SYNC: 4, OFFLINE: 1, ONLINE: 2, REOPEN: 1}


@dataclass
class Side:
    """A device in the storm."""

    phone: JournalPhone
    link: Link
    name: str
    offline: bool = False


@dataclass
class Storm:
    """Runs steps and remembers what was called saved, and what a person deleted having seen it."""

    sides: tuple[Side, Side]
    seed: int
    written: set[str] = field(default_factory=set)
    """Every note that was called saved."""
    replaced: set[str] = field(default_factory=set)
    """Notes that a person edited away or deleted on the device that showed them."""

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 (no secret)
        for number, side in enumerate(self.sides):
            side.link.rule = proxy.storm(self.seed + number)

    def run(self, steps: int) -> None:
        """Do so many random steps, and let the storm end."""
        for number in range(steps):
            [step] = self.chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
            self.do(step, self.chance.choice(self.sides), f"{number}")
        self.settle()

    def do(self, step: str, side: Side, name: str) -> None:
        """Do one step on one device."""
        if step in {EDIT, DELETE}:
            self.change(step, side, name)
        elif step == NEW:
            self.written.add(self.save(side, f"{name} new on {side.name}", None))
        elif step == SYNC:
            side.phone.run("void j.sync.syncNow()")
        elif step == REOPEN and not side.offline:
            side.phone.page.close()
            side.phone.page = side.phone.open()
        elif step in {OFFLINE, ONLINE}:
            side.offline = step == OFFLINE
            side.phone.context.set_offline(side.offline)

    def change(self, step: str, side: Side, name: str) -> None:
        """Edit or delete a record that the device shows."""
        rows = sorted(side.phone.rows(), key=lambda row: str(row["id"]))
        if not rows:
            return
        row = self.chance.choice(rows)
        if step == DELETE:
            # A sync may have brought another version since it was chosen.
            self.replaced.add(side.phone.delete(row["id"]))
        else:
            self.written.add(self.save(side, f"{name} edited on {side.name}", row))
            self.replaced.add(row["data"]["note"])

    def save(self, side: Side, note: str, row: dict[str, Any] | None) -> str:
        """Save a record and return its note."""
        side.phone.save(record_id=row["id"] if row else None, seen=row, note=note)
        return note

    def settle(self) -> None:
        """Give both devices a good network and let them meet until nothing moves any more."""
        for side in self.sides:
            side.link.up()
            side.phone.context.set_offline(False)
        for _ in range(3):
            for side in self.sides:
                side.phone.sync()
                side.phone.wait_for_sync(90)
        for side in self.sides:
            side.phone.sync()

    def lost(self, kept: list[str]) -> set[str]:
        """Return notes that were called saved, that nobody replaced, and that are gone."""
        return self.written - self.replaced - set(kept)

    def risen(self, kept: list[str]) -> set[str]:
        """Return notes that somebody edited away or deleted where they stood, and that are there again."""
        return self.replaced & set(kept)
