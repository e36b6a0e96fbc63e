"""The one way from a drawing to SVG: no DOCTYPE, no clip path, true font names, title and description.

QtSvg paints a clip path as a black shape and looks fonts up by family, and screen readers read title and
description, so reportlab's own SVG writer is not used. Only the shapes our figures are made of are known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.graphics.shapes import (
    Circle,
    Drawing,
    Group,
    Line,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
)

from kvik_desktop.report.fonts import FACES

_CAPS = ("butt", "round", "square")
_JOINS = ("miter", "round", "bevel")


def svg(drawing: Drawing, title: str, description: str) -> bytes:
    """The drawing as a whole SVG file, one unit a point. Raises TypeError for a shape no figure uses."""
    size = f"{_number(drawing.width)} {_number(drawing.height)}"
    width, height = size.split()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {size}" '
        f'role="img"><title>{escape(title)}</title><desc>{escape(description)}</desc>'
        f"{_group(drawing, drawing.height)}</svg>\n"
    ).encode()


def _group(group: Group, height: float) -> str:
    return "".join(_shape(shape, height) for shape in group.contents)


def _shape(shape: Shape, height: float) -> str:
    if isinstance(shape, Group) and tuple(shape.transform) == (1, 0, 0, 1, 0, 0):
        return _group(shape, height)
    write = _WRITERS.get(type(shape))
    if write is None:
        raise TypeError(f"no SVG for {type(shape).__name__}")
    return write(shape, height)


def _rect(shape: Any, height: float) -> str:
    rounded = {"rx": shape.rx, "ry": shape.ry} if shape.rx else {}
    top = height - shape.y - shape.height
    place = {"x": shape.x, "y": top, "width": shape.width, "height": shape.height, **rounded}
    return _element("rect", place, _paint(shape))


def _circle(shape: Any, height: float) -> str:
    return _element("circle", {"cx": shape.cx, "cy": height - shape.cy, "r": shape.r}, _paint(shape))


def _line(shape: Any, height: float) -> str:
    place = {"x1": shape.x1, "y1": height - shape.y1, "x2": shape.x2, "y2": height - shape.y2}
    return _element("line", place, _stroke(shape))


def _polygon(shape: Any, height: float) -> str:
    return _element("polygon", {}, {"points": _points(shape, height), **_paint(shape)})


def _polyline(shape: Any, height: float) -> str:
    return _element("polyline", {}, {"points": _points(shape, height), "fill": "none", **_stroke(shape)})


def _string(shape: Any, height: float) -> str:
    face = FACES[shape.fontName]
    style = {
        "font-family": face.family,
        "font-size": _number(shape.fontSize),
        "font-weight": str(face.weight),
        "text-anchor": shape.textAnchor,
        "fill": _colour(shape.fillColor),
    }
    if face.italic:
        style["font-style"] = "italic"
    place = {"x": shape.x, "y": height - shape.y}
    return f"{_element('text', place, style).removesuffix('/>')}>{escape(shape.text)}</text>"


def _points(shape: Any, height: float) -> str:
    pairs = zip(shape.points[::2], shape.points[1::2], strict=True)
    return " ".join(f"{_number(x)},{_number(height - y)}" for x, y in pairs)


def _paint(shape: Any) -> dict[str, str]:
    return {"fill": _colour(shape.fillColor), **_stroke(shape)}


def _stroke(shape: Any) -> dict[str, str]:
    if shape.strokeColor is None or not shape.strokeWidth:
        return {}
    style = {
        "stroke": _colour(shape.strokeColor),
        "stroke-width": _number(shape.strokeWidth),
        "stroke-linecap": _CAPS[shape.strokeLineCap or 0],
        "stroke-linejoin": _JOINS[shape.strokeLineJoin or 0],
    }
    if shape.strokeDashArray:
        style["stroke-dasharray"] = " ".join(_number(part) for part in shape.strokeDashArray)
    return style


def _element(name: str, place: Mapping[str, float], style: Mapping[str, str]) -> str:
    attributes = {key: _number(value) for key, value in place.items()} | dict(style)
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in attributes.items())}/>"


def _colour(colour: Any) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:].upper()}"


def _number(value: float) -> str:
    """Three decimals at most, and never -0: the same drawing is the same bytes everywhere."""
    return f"{round(value, 3) + 0:.3f}".rstrip("0").rstrip(".")


_WRITERS: Mapping[type[Shape], Callable[[Any, float], str]] = {
    Rect: _rect,
    Circle: _circle,
    Line: _line,
    Polygon: _polygon,
    PolyLine: _polyline,
    String: _string,
}
