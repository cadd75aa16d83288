"""Three-dimensional points and rotations: x forward, y to the left, z up; angles in degrees."""

from __future__ import annotations

from math import cos, radians, sin, sqrt

Vec = tuple[float, float, float]
Matrix = tuple[Vec, Vec, Vec]

IDENTITY: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, factor: float) -> Vec:
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def length(a: Vec) -> float:
    return sqrt(dot(a, a))


def unit(a: Vec) -> Vec:
    """Return the vector at length 1; a vector of no length comes back as it is."""
    size = length(a)
    return scale(a, 1 / size) if size else a


def apply(m: Matrix, v: Vec) -> Vec:
    """Return `v`, given in the rotated frame, in the frame around it."""
    return (dot(m[0], v), dot(m[1], v), dot(m[2], v))


def transpose(m: Matrix) -> Matrix:
    """Return the rotation that undoes `m`."""
    return (
        (m[0][0], m[1][0], m[2][0]),
        (m[0][1], m[1][1], m[2][1]),
        (m[0][2], m[1][2], m[2][2]),
    )


def multiply(a: Matrix, b: Matrix) -> Matrix:
    columns = transpose(b)
    return (apply(columns, a[0]), apply(columns, a[1]), apply(columns, a[2]))


def chain(*rotations: Matrix) -> Matrix:
    """Return the rotations applied one inside the other, the outermost first."""
    result = IDENTITY
    for rotation in rotations:
        result = multiply(result, rotation)
    return result


def about_x(angle: float) -> Matrix:
    """Turn about the forward axis; a positive angle tips the top to the right."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c))


def about_y(angle: float) -> Matrix:
    """Turn about the axis to the left; a positive angle tips the top forward."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def about_z(angle: float) -> Matrix:
    """Turn about the upright axis; a positive angle turns the front to the left."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))
