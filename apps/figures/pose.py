"""A body in one moment: joint angles in degrees, where it rests, what stands around it, how it is seen."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

NO_CONTROLS = r"^[^\x00-\x1f]*$"
"""A line of text."""
Angle = Annotated[float, Field(ge=-180, le=200)]
Centimetres = Annotated[float, Field(ge=-300, le=300)]
Length = Annotated[float, Field(ge=0, le=400)]
Place = tuple[Centimetres, Centimetres, Centimetres]
Size = tuple[Length, Length, Length]
Side = Literal["left", "right"]

Joint = Literal[
    "pelvis", "waist", "belly", "ribs", "neck", "head", "left-thigh", "left-shank", "left-foot", "left-upper-arm",
    "left-forearm", "left-hand", "right-thigh", "right-shank", "right-foot", "right-upper-arm", "right-forearm",
    "right-hand",
]  # fmt: skip
Part = Literal[
    "pelvis", "trunk", "head", "left-thigh", "left-shank", "left-upper-arm", "left-forearm", "right-thigh",
    "right-shank", "right-upper-arm", "right-forearm",
]  # fmt: skip
ContactPoint = Literal[
    "seat", "back", "head", "belly", "left-foot", "right-foot", "left-toes", "right-toes", "left-heel",
    "right-heel", "left-instep", "right-instep", "left-knee", "right-knee", "left-hip", "right-hip", "left-thigh",
    "right-thigh", "left-calf", "right-calf", "left-hand", "right-hand", "left-fingers", "right-fingers",
    "left-forearm", "right-forearm", "left-elbow", "right-elbow",
]  # fmt: skip
Posture = Literal[
    "standing", "walking", "half-kneeling", "kneeling", "low-lunge", "hands-and-knees", "squat", "sitting-chair",
    "sitting-floor", "on-back", "face-down", "on-side", "driving", "plank",
]  # fmt: skip
PropKind = Literal[
    "mat", "chair", "office-chair", "kneeling-chair", "desk", "wall", "couch", "ottoman", "car-seat", "car",
    "steering", "bike", "step", "roller", "ball", "loop-band", "band", "books", "cushion", "lumbar-roll", "barbell",
    "cable", "lever-tool", "curl-machine", "bed",
]  # fmt: skip


class Frozen(BaseModel):
    """A value of a figure: immutable, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Root(Frozen):
    """How the pelvis lies in the room."""

    lean: Angle = 0
    """Forward; 90 is face down, -90 is on the back."""
    tip: Angle = 0
    """Towards the right side."""
    turn: Angle = 0
    """Towards the left."""


class Spine(Frozen):
    """The trunk against the pelvis."""

    bend: Angle = 0
    """Forward; negative arches back."""
    side: Angle = 0
    """Towards the left."""
    turn: Angle = 0
    """Towards the left."""


class Neck(Frozen):
    """The head against the trunk."""

    nod: Angle = 0
    side: Angle = 0
    turn: Angle = 0


class Arm(Frozen):
    """One arm; all zero hangs straight down with the palm inward."""

    raise_: Angle = Field(default=0, alias="raise")
    """Forward and up; 180 is overhead."""
    out: Angle = 0
    """Away from the body."""
    turn: Angle = 0
    """The upper arm about its length, outward."""
    elbow: Angle = 0
    twist: Angle = 0
    """The palm turned backward or down."""
    wrist: Angle = 0
    """Towards the palm; negative bends the hand back."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Leg(Frozen):
    """One leg; all zero stands straight."""

    flex: Angle = 0
    """The thigh forward."""
    out: Angle = 0
    """The thigh away from the other one."""
    turn: Angle = 0
    """The thigh about its length, outward."""
    knee: Angle = 0
    point: Angle = 0
    """The foot down; negative pulls the toes up."""


class Prop(Frozen):
    """A thing in the room, its front edge or centre on the given place."""

    kind: PropKind
    at: Place = (0, 0, 0)
    turn: Angle = 0
    size: Size | None = None
    """Length, width and height, where the usual ones do not fit."""
    to: Place | None = None
    """The other end of a band or cable."""
    layer: Literal["back", "front"] = "back"
    """Behind or in front of the body."""


class Anchor(Frozen):
    """The part of the body that is set on a place; everything else follows from the angles."""

    point: ContactPoint
    at: Place = (0, 0, 0)


class Contact(Frozen):
    """A part of the body that rests on the floor or against a prop."""

    point: ContactPoint
    on: Literal["floor"] | PropKind = "floor"


class Arrow(Frozen):
    """Where the shift goes: from a joint, by a way in centimetres (forward, left, up)."""

    joint: Joint
    by: Place
    offset: Place = (0, 0, 0)
    curve: Annotated[float, Field(ge=-1, le=1)] = 0
    """How far the middle bows out, as a part of the length."""


class Pose(Frozen):
    """One picture of a figure."""

    label: Annotated[str, Field(max_length=40, pattern=NO_CONTROLS)] = "hold"
    posture: Posture
    view: Literal["side", "front", "back"] = "side"
    view_turn: Annotated[float, Field(ge=-80, le=80)] = 0
    """Walk of the camera around the body, from side towards front or from front towards side."""
    view_height: Annotated[float, Field(ge=0, le=60)] = 12
    facing: Side = "right"
    """The way the body looks in the side view; the other side comes from mirroring."""
    root: Root = Root()
    spine: Spine = Spine()
    neck: Neck = Neck()
    left_arm: Arm = Arm()
    right_arm: Arm = Arm()
    left_leg: Leg = Leg()
    right_leg: Leg = Leg()
    anchor: Anchor = Anchor(point="left-foot")
    contacts: tuple[Contact, ...] = ()
    depth: dict[Part, Centimetres] = Field(default_factory=dict)
    """Parts to draw nearer (centimetres, positive) or further than they are, where an overlap misleads."""
    arrows: tuple[Arrow, ...] = ()
    props: tuple[Prop, ...] = ()
    """Props of this pose only, beside those of the figure."""

    def arm(self, side: Side) -> Arm:
        return self.left_arm if side == "left" else self.right_arm

    def leg(self, side: Side) -> Leg:
        return self.left_leg if side == "left" else self.right_leg
