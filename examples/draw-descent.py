#!/usr/bin/env python3
"""Draws the picture of README.md: three descents in one valley, and how fast each gets to its floor.

    examples/draw-descent.py src/site/resources/images/descent.svg

Miles per gallon of 32 cars from horsepower and the time for a quarter mile: two weights, so that the loss is a
landscape over a plane. The height lines, the paths and the losses are what gdtrain prints. Needs Python 3.9 or later;
GDTRAIN names another program than scripts/gdtrain.
"""

import csv
import math
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = [
    str(ROOT / "datasets/mtcars.csv"),
    "--target", "mpg", "--exclude", "cyl,disp,drat,wt,vs,am,gear,carb", "--quiet",
]  # fmt: skip
RUNS = [  # learning rate, label, colour
    ("0.55", "--lr 0.55", "#f08a24"),
    ("0.03", "--lr 0.03", "#6a4c93"),
    ("auto", "--lr auto", "#d7263d"),
]
LEVELS = [13.2, 15, 18, 22, 27, 33, 41, 51, 64]
FILLS = ["#286585", "#3d7b99", "#5490ab", "#6ca4bb", "#85b6c9", "#9dc6d4", "#b4d4de", "#c9e0e6", "#dcebee"]
WIDTH, HEIGHT = 960, 430
MAP = (70, 62, 390, 300)  # left, top, width, height
CURVES = (560, 62, 350, 300)
LAST_EPOCH = 60
LOWEST, HIGHEST = -8, 3  # powers of ten


def gdtrain(command, *options):
    """The rows that a command prints."""
    program = os.environ.get("GDTRAIN", str(ROOT / "scripts/gdtrain"))
    printed = subprocess.run([program, command, *DATA, *options], capture_output=True, text=True, check=True)
    return list(csv.DictReader(printed.stdout.splitlines()))


def terrain(rate):
    rows = gdtrain("terrain", "--params", "hp,qsec", "--lr", rate, "--grid", "61")
    surface = [tuple(float(row[name]) for name in ("x", "y", "loss")) for row in rows if row["kind"] == "surface"]
    path = [(float(row["x"]), float(row["y"])) for row in rows if row["kind"] == "path"]
    return surface, path


class Frame:
    """From numbers to places in the picture."""

    def __init__(self, place, across, up):
        self.left, self.top, self.width, self.height = place
        self.across, self.up = across, up

    def at(self, x, y):
        (x0, x1), (y0, y1) = self.across, self.up
        return self.left + self.width * (x - x0) / (x1 - x0), self.top + self.height * (y1 - y) / (y1 - y0)


def loops(surface, level):
    """The borders of where the surface is at most so high, as closed loops; the edge of the grid is a border, too."""
    xs = sorted({point[0] for point in surface})
    ys = sorted({point[1] for point in surface})
    height = {(x, y): z for x, y, z in surface}
    xs, ys = [xs[0], *xs, xs[-1]], [ys[0], *ys, ys[-1]]

    def z(i, j):
        outside = i in (0, len(xs) - 1) or j in (0, len(ys) - 1)
        return 1e9 if outside else height[xs[i], ys[j]] - level

    def crossing(a, b):
        share = z(*a) / (z(*a) - z(*b))
        return xs[a[0]] + share * (xs[b[0]] - xs[a[0]]), ys[a[1]] + share * (ys[b[1]] - ys[a[1]])

    # Each cell joins the crossings of its edges, the low side to the left; an edge belongs to two cells.
    following, places = {}, {}
    for i in range(len(xs) - 1):
        for j in range(len(ys) - 1):
            corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
            entering = leaving = None
            for a, b in zip(corners, corners[1:] + corners[:1]):
                if (z(*a) <= 0) != (z(*b) <= 0):
                    edge = (min(a, b), max(a, b))
                    places[edge] = crossing(*edge)
                    if z(*a) <= 0:
                        leaving = edge
                    else:
                        entering = edge
            if leaving:
                following[leaving] = entering
    found = []
    while following:
        first = edge = next(iter(following))
        loop = []
        while True:
            loop.append(places[edge])
            edge = following.pop(edge)
            if edge == first:
                break
        found.append(loop)
    return found


def simplified(points, tolerance):
    """Fewer points, none of those left out farther than this from the line (Douglas and Peucker 1973)."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = math.hypot(x1 - x0, y1 - y0)

    def distance(x, y):
        if length == 0:
            return math.hypot(x - x0, y - y0)
        return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length

    farthest = max(range(1, len(points) - 1), key=lambda k: distance(*points[k]))
    if distance(*points[farthest]) <= tolerance:
        return [points[0], points[-1]]
    return simplified(points[: farthest + 1], tolerance)[:-1] + simplified(points[farthest:], tolerance)


def line(points):
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)


def text(x, y, words, **attributes):
    attributes = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<text x="{x:.0f}" y="{y:.0f}"{attributes}>{words}</text>'


def signed(number):
    return str(number).replace("-", "−")


def axes(frame, xs, ys, names, label_y, edge):
    left, right = frame.left, frame.left + frame.width
    bottom = frame.top + frame.height
    parts = [f'<path d="M{left},{frame.top}V{bottom}H{right}" class="axis"/>']
    for x in xs:
        parts.append(text(frame.at(x, 0)[0], bottom + 20, signed(x), text_anchor="middle"))
    for y in ys:
        parts.append(text(left - 9, frame.at(0, y)[1] + 4.5, label_y(y), text_anchor="end"))
    parts.append(text((left + right) / 2, bottom + 44, names[0], text_anchor="middle"))
    turn = f"rotate(-90 {left - edge} {(frame.top + bottom) / 2:.0f})"
    parts.append(text(left - edge, (frame.top + bottom) / 2, names[1], text_anchor="middle", transform=turn))
    return parts


def landscape():
    terrains = {rate: terrain(rate) for rate, _, _ in RUNS}
    surface = terrains["0.55"][0]  # the widest
    frame = Frame(MAP, (surface[0][0], surface[-1][0]), (surface[0][1], surface[-1][1]))
    left, top, width, height = MAP
    parts = [f'<clipPath id="map"><rect x="{left}" y="{top}" width="{width}" height="{height}"/></clipPath>']
    parts.append('<g clip-path="url(#map)">')
    parts.append(f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#eef5f6"/>')
    for level, fill in sorted(zip(LEVELS, FILLS), reverse=True):
        for loop in loops(surface, level):
            points = [frame.at(x, y) for x, y in loop]
            half = len(points) // 2
            points = simplified(points[: half + 1], 0.3)[:-1] + simplified(points[half:], 0.3)
            parts.append(f'<path d="{line(points)}Z" fill="{fill}" class="height"/>')
    parts.append("</g>")
    for rate, _, colour in RUNS:
        path = [frame.at(x, y) for x, y in terrains[rate][1]]
        dots = path if rate != "0.03" else path[:14]
        shown = simplified(path, 0.2) if rate == "0.03" else path
        parts.append(f'<path d="{line(shown)}" class="halo"/>')
        parts.append(f'<path d="{line(shown)}" stroke="{colour}" class="run"/>')
        far = [point for k, point in enumerate(dots) if k == 0 or math.dist(point, path[-1]) > 4]
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{colour}"/>' for x, y in far]
        start, end = path[0], path[-1]
    parts.append(f'<circle cx="{start[0]:.1f}" cy="{start[1]:.1f}" r="5.5" class="mark"/>')
    parts.append(text(start[0] + 12, start[1] + 5, "start", **{"class": "dark"}))
    parts.append(f'<circle cx="{end[0]:.1f}" cy="{end[1]:.1f}" r="5.5" class="mark"/>')
    xs = [x for x in (-6, -4, -2, 0, 2, 4) if frame.across[0] <= x <= frame.across[1]]
    ys = [y for y in (-6, -4, -2, 0, 2, 4) if frame.up[0] <= y <= frame.up[1]]
    parts += axes(frame, xs, ys, ("coefficient of horsepower", "coefficient of the quarter mile"), signed, 46)
    parts.append(text(left, 36, "The loss is a landscape", **{"class": "title"}))
    return parts


def power(exponent):
    return f'10<tspan dy="-5" font-size="10">{signed(exponent)}</tspan>'


def curves():
    frame = Frame(CURVES, (0, LAST_EPOCH), (LOWEST, HIGHEST))
    left, top, width, height = CURVES
    parts = []
    for exponent in range(LOWEST, HIGHEST + 1):
        y = frame.at(0, exponent)[1]
        parts.append(f'<path d="M{left},{y:.1f}H{left + width}" class="grid"/>')
    logs = {rate: [float(row["loss"]) for row in gdtrain("fit", "--lr", rate)] for rate, _, _ in RUNS}
    floor = min(min(losses) for losses in logs.values())
    inside = f'<rect x="{left}" y="{top - 3}" width="{width + 3}" height="{height + 3}"/>'
    parts.append(f'<clipPath id="curves">{inside}</clipPath>')
    labels = {"0.03": (44, 1.2), "0.55": (33, -0.9), "auto": (9.5, -5)}
    for rate, label, colour in RUNS:
        above = [(epoch, math.log10(max(loss - floor, 1e-14))) for epoch, loss in enumerate(logs[rate])]
        points = [frame.at(*point) for point in above[: LAST_EPOCH + 1]]
        parts.append(f'<path d="{line(points)}" stroke="{colour}" class="run" clip-path="url(#curves)"/>')
        x, y = frame.at(*labels[rate])
        parts.append(text(x, y, label, style=f"fill: {colour}; font-weight: 600"))
    epochs = range(0, LAST_EPOCH + 1, 10)
    exponents = range(LOWEST + 2, HIGHEST + 1, 2)
    parts += axes(frame, epochs, exponents, ("epoch", "loss above its minimum"), power, 56)
    parts.append(text(left, 36, "The learning rate decides how fast", **{"class": "title"}))
    return parts


STYLE = """
text { font: 14px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #3b4a54 }
.title { font-size: 18px; font-weight: 600; fill: #16242d }
.axis { fill: none; stroke: #6b7a84 } .grid { stroke: #e3e9ec } .dark { font-weight: 600; fill: #16242d }
.height { stroke: #fff; stroke-opacity: .55 } .run { fill: none; stroke-width: 2; stroke-linejoin: round }
.halo { fill: none; stroke: #fff; stroke-width: 4; stroke-opacity: .6 }
.mark { fill: #fff; stroke: #16242d; stroke-width: 2 }
"""


def main():
    out = Path(sys.argv[1])
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">',
        "<title>Three descents on the same data: at a small, a large and an automatic learning rate</title>",
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" rx="10" fill="#fff"/>',
        *landscape(),
        *curves(),
        "</svg>",
    ]
    out.write_text("\n".join(parts) + "\n", encoding="utf-8")


main()
