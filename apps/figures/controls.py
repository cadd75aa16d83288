"""The form of the pose editor as groups of native controls, each with its label, its limits and its messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.figures.alt_text import POSTURES, PROPS, SIDE_NAMES, VIEWS
from apps.figures.editing import Messages
from apps.figures.limits import ANGLES, LIMB_JOINTS, LIMITS, TRUNK_JOINTS
from apps.figures.muscles import MUSCLES
from apps.figures.pose import ContactPoint, Joint, Part
from apps.figures.posted import Raw, placed_poses, rows_at, text_at

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Choices = Sequence[tuple[str, "str | StrPromise"]]
Range = tuple[float, float]

WHOLE_BODY = {
    "lean": gettext_lazy("lean forward"),
    "tip": gettext_lazy("tip to the right"),
    "turn": gettext_lazy("turn to the left"),
}
ROUND: Range = (-180, 180)
CAMERA: dict[str, Range] = {"view_turn": (-80, 80), "view_height": (0, 60)}
AXES = (gettext_lazy("forward"), gettext_lazy("left"), gettext_lazy("up"))
SIZES = (gettext_lazy("length"), gettext_lazy("width"), gettext_lazy("height"))


@dataclass(frozen=True)
class Control:
    """One native control; `choices` make it a choice, `limits` a slider in degrees, neither a plain field."""

    name: str
    label: str
    value: str
    choices: Choices = ()
    limits: Range | None = None
    number: bool = False
    errors: Sequence[str] = ()

    @property
    def id(self) -> str:
        """Return an id for the page."""
        return f"id_{self.name.replace('.', '-')}"

    @property
    def said(self) -> str:
        """Return the label of what is chosen."""
        return str(dict(self.choices).get(self.value, self.value))


@dataclass(frozen=True)
class Group:
    """Controls that belong together, under one legend."""

    legend: str
    controls: list[Control]


@dataclass(frozen=True)
class Section:
    """Everything about one pose; `joints` are sliders, `rows` what it rests on, and what stands around it."""

    place: str
    title: str
    plain: list[Control]
    joints: list[Group]
    rows: list[Group]
    hints: Sequence[str] = ()


@dataclass(frozen=True)
class Board:
    """Makes the controls of a figure from what was typed and what is wrong with it."""

    raw: Raw
    errors: Messages
    hints: Messages = field(default_factory=dict)

    def sections(self) -> list[Section]:
        """Return a section for each pose and variant."""
        return [self._section(place) for place, _pose in placed_poses(self.raw)]

    def whole(self) -> list[Control]:
        """Return what holds for the figure as a whole, the muscles and the props left out."""
        poses = [place for place, _pose in placed_poses(self.raw) if place.startswith("poses")]
        hold = [(place.partition(".")[2], self._title(place)) for place in poses]
        ways = [("fade", _("The poses follow each other")), ("still", _("Only the hold is shown"))]
        grounds = [("floor", _("Floor")), ("mat", _("A mat")), ("none", _("Nothing"))]
        working = [("", _("No side")), *_names(SIDE_NAMES)]
        return [
            self._choice("hold", _("Pose that is held"), hold),
            self._choice("way", _("Movement"), ways),
            self._choice("working", _("Working side, as drawn"), working),
            self._choice("ground", _("Ground"), grounds),
            self._control("alt", _("Text alternative; empty lets it be made from the poses")),
        ]

    def muscles(self) -> list[tuple[str, str, bool]]:
        """Return code, name and whether it is lit, for each muscle: the lit ones first, in the order they are told."""
        lit = [code for code in self.raw.get("muscles", []) if code in MUSCLES]
        codes = dict.fromkeys([*lit, *MUSCLES])
        return [(code, str(MUSCLES[code].name), code in lit) for code in codes]

    def props(self) -> list[Group]:
        """Return the props that all poses share, with an empty row at the end."""
        return self._rows("props", _("Prop of all poses"), self._prop)

    def all_controls(self) -> list[Control]:
        """Return every control there is."""
        groups = [*self.props(), *(group for one in self.sections() for group in (*one.joints, *one.rows))]
        plain = [control for one in self.sections() for control in one.plain]
        return [*self.whole(), *plain, *(control for group in groups for control in group.controls)]

    def _section(self, place: str) -> Section:
        return Section(
            place=place,
            title=self._title(place),
            plain=[
                self._control(f"{place}.label", _("Name of the pose")),
                self._choice(f"{place}.posture", _("Posture"), _names(POSTURES)),
                self._choice(f"{place}.view", _("Seen from"), _names(VIEWS)),
                self._choice(f"{place}.facing", _("Looks to the"), _names(SIDE_NAMES)),
                self._slider(f"{place}.view_turn", _("Walk of the viewer around the body"), CAMERA["view_turn"]),
                self._slider(f"{place}.view_height", _("Seen from above"), CAMERA["view_height"]),
            ],
            joints=list(self._joints(place)),
            rows=[
                Group(_("Set on"), self._anchor(place)),
                *self._rows(f"{place}.contacts", _("Rests"), self._contact),
                *self._rows(f"{place}.props", _("Prop of this pose"), self._prop),
                *self._rows(f"{place}.arrows", _("Arrow"), self._arrow),
                *self._rows(f"{place}.depth", _("Drawn nearer"), self._depth),
            ],
            hints=self.hints.get(place, ()),
        )

    def _joints(self, place: str) -> Iterable[Group]:
        body = _("Whole body")
        yield Group(
            body,
            [
                self._slider(f"{place}.root.{name}", f"{body}, {words}", ROUND)
                for name, words in WHOLE_BODY.items()
            ],
        )  # fmt: skip
        for part, joint in {**TRUNK_JOINTS, **LIMB_JOINTS}.items():
            kind = part.rpartition("_")[2]
            angles = {key: words for key, words in ANGLES.items() if key.startswith(f"{kind}.")}
            yield Group(
                str(joint),
                [
                    self._slider(
                        f"{place}.{part}.{key.partition('.')[2].rstrip('_')}", f"{joint}, {words}", LIMITS[key]
                    )
                    for key, words in angles.items()
                ],
            )

    def _anchor(self, place: str) -> list[Control]:
        point = self._choice(f"{place}.anchor.point", _("Part of the body"), _plain(get_args(ContactPoint)))
        return [point, *self._triple(f"{place}.anchor.at", AXES)]

    def _contact(self, row: str) -> list[Control]:
        places = [("floor", _("the floor")), *_names(PROPS)]
        return [
            self._choice(f"{row}.point", _("Part of the body"), [("", _("None")), *_plain(get_args(ContactPoint))]),
            self._choice(f"{row}.on", _("On"), places),
        ]

    def _prop(self, row: str) -> list[Control]:
        layers = [("back", _("behind the body")), ("front", _("in front of the body"))]
        return [
            self._choice(f"{row}.kind", _("Thing"), [("", _("None")), *_names(PROPS)]),
            *self._triple(f"{row}.at", AXES),
            self._slider(f"{row}.turn", _("Turned to the left"), ROUND),
            *self._triple(f"{row}.size", SIZES),
            *self._triple(f"{row}.to", AXES, _("Other end: %(axis)s")),
            self._choice(f"{row}.layer", _("Drawn"), layers),
        ]

    def _arrow(self, row: str) -> list[Control]:
        return [
            self._choice(f"{row}.joint", _("From"), [("", _("None")), *_plain(get_args(Joint))]),
            *self._triple(f"{row}.by", AXES, _("Way %(axis)s")),
            *self._triple(f"{row}.offset", AXES, _("Begins further %(axis)s")),
            self._control(f"{row}.curve", _("Curve, -1 to 1"), number=True, value="0"),
        ]

    def _depth(self, row: str) -> list[Control]:
        return [
            self._choice(f"{row}.part", _("Part of the body"), [("", _("None")), *_plain(get_args(Part))]),
            self._control(f"{row}.by", _("Nearer by, in cm"), number=True, value="0"),
        ]

    def _rows(self, name: str, legend: str, make: Callable[[str], list[Control]]) -> list[Group]:
        count = rows_at(self.raw, name)
        rows = [Group(f"{legend} {number + 1}", make(f"{name}.{number}")) for number in range(count)]
        return [*rows, Group(_("%(row)s: another") % {"row": legend}, make(f"{name}.{count}"))]

    def _triple(self, name: str, axes: Iterable[StrPromise], words: str = "%(axis)s") -> list[Control]:
        optional = name.endswith((".size", ".to"))
        labels = [f"{words % {'axis': axis}}, cm" for axis in axes]
        return [
            self._control(f"{name}.{number}", label[:1].upper() + label[1:], number=True, value="" if optional else "0")
            for number, label in enumerate(labels)
        ]

    def _slider(self, name: str, label: str, limits: Range) -> Control:
        value = text_at(self.raw, name)
        return Control(name, label, value or "0", limits=limits, number=True, errors=self.errors.get(name, ()))

    def _choice(self, name: str, label: str, choices: Choices) -> Control:
        return Control(name, label, text_at(self.raw, name), choices=choices, errors=self.errors.get(name, ()))

    def _control(self, name: str, label: str, *, number: bool = False, value: str = "") -> Control:
        typed = text_at(self.raw, name)
        return Control(name, label, typed or value, number=number, errors=self.errors.get(name, ()))

    def _title(self, place: str) -> str:
        group, _dot, number = place.partition(".")
        words = _("Pose %(number)d: %(label)s") if group == "poses" else _("Variant %(number)d: %(label)s")
        return words % {"number": int(number) + 1, "label": text_at(self.raw, f"{place}.label")}


def _names(words: dict[str, StrPromise]) -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in words.items()]


def _plain(codes: Iterable[str]) -> list[tuple[str, str]]:
    return [(code, code.replace("-", " ")) for code in codes]
