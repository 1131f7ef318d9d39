"""Charts as SVG, without dependencies: bars and lines, readable on light and on dark pages."""

import math
from xml.sax.saxutils import escape

from .report import amount, number

WIDTH = 760
FONT = 13
COLOURS = [("#0b62c4", "#6cb2ff"), ("#c2410c", "#ff9d5c"), ("#15803d", "#5fd38d"), ("#7e22ce", "#c792ff"),
           ("#4b5563", "#b4bcc8"), ("#a16207", "#f2cf5b"), ("#0e7490", "#5fd7ea"), ("#be185d", "#ff8fc0")]
MARKERS = ["circle", "square", "triangle", "diamond"]


def text_width(text, font=FONT):
    """Roughly, and rather too much: there is nothing here that knows the font."""
    return sum(0.36 if c in " .,:;il|!'()[]·" else 0.85 if c in "mwMW@%" else 0.68 if c.isupper() else 0.58 for c in text) * font


def page(height, title, body):
    light = "".join(f".f{i}{{fill:{c[0]}}}.s{i}{{stroke:{c[0]}}}" for i, c in enumerate(COLOURS))
    dark = "".join(f".f{i}{{fill:{c[1]}}}.s{i}{{stroke:{c[1]}}}" for i, c in enumerate(COLOURS))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'role="img" aria-label="{escape(title, {chr(34): "&quot;"})}" font-family="system-ui, sans-serif" '
        f'font-size="{FONT}">\n<style>'
        ".back{fill:#fff}.text{fill:#1f2328}.faint{fill:#59636e}.grid{stroke:#d8dee4}.axis{stroke:#818b98}"
        f".line{{fill:none;stroke-width:2}}{light}"
        "@media (prefers-color-scheme: dark){"
        f".back{{fill:#0d1117}}.text{{fill:#f0f6fc}}.faint{{fill:#9198a1}}.grid{{stroke:#2a313a}}.axis{{stroke:#656c76}}{dark}}}"
        f'</style>\n<rect class="back" width="100%" height="100%"/>\n'
        + text(16, 26, title, "text", weight=600, font=15) + body + "</svg>\n")


def text(x, y, content, style="text", anchor="start", weight=400, font=FONT, turn=None):
    extra = f' transform="rotate({turn} {x:.1f} {y:.1f})"' if turn else ""
    extra += f' font-weight="{weight}"' if weight != 400 else ""
    extra += f' font-size="{font}"' if font != FONT else ""
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{extra}>{escape(content)}</text>\n'


def line(x1, y1, x2, y2, style):
    return f'<line class="{style}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>\n'


class Scale:
    """From values to places. A logarithmic one ends at 1, 2 or 5 times a power of ten, a linear one begins at nought."""

    def __init__(self, values, start, end, log):
        self.log, self.start, self.end = log, start, end
        self.evenly = None
        low, high = min(values), max(values)
        if log:
            steps = [m * 10.0**e for e in range(-9, 13) for m in (1, 2, 5)]
            self.low = max((s for s in steps if s <= low * 1.0001), default=low)
            self.high = min((s for s in steps if s >= high * 0.9999 and s > self.low), default=high)
        else:
            self.low = 0 if low >= 0 else low
            step = self.step(high - self.low)
            self.high = self.low + step * max(1, math.ceil((high - self.low) / step - 1e-9))

    @staticmethod
    def step(width):
        if width <= 0:
            return 1
        unit = 10 ** math.floor(math.log10(width))
        return next(unit * m for m in (0.1, 0.2, 0.25, 0.5, 1, 2, 5) if width / (unit * m) <= 6)

    def place(self, value):
        if self.evenly:
            part = self.evenly.index(value) / max(len(self.evenly) - 1, 1)
        elif self.log:
            part = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            part = (value - self.low) / (self.high - self.low)
        return self.start + part * (self.end - self.start)

    def ticks(self):
        if not self.log:
            step = self.step(self.high - self.low)
            return [self.low + i * step for i in range(round((self.high - self.low) / step) + 1)]
        decades = math.log10(self.high / self.low)
        factors = (1, 2, 5) if decades <= 2.5 else (1,)
        values = [m * 10.0**e for e in range(-9, 13) for m in factors]
        return [v for v in values if self.low * 0.9999 <= v <= self.high * 1.0001]


def tick_label(value):
    whole = round(value)
    return amount(whole) if abs(value - whole) < 1e-9 else f"{value:.10f}".rstrip("0").rstrip(".")


def bars(title, unit, rows, log=True):
    """Horizontal bars, the longest first: (label, value, ours). Ours are set off by colour."""
    rows = sorted(rows, key=lambda row: -row[1])
    left = 24 + max(text_width(label) for label, _, _ in rows)
    right = WIDTH - 28 - max(text_width(number(value)) for _, value, _ in rows)
    top, step = 48, 28
    bottom = top + step * len(rows)
    scale = Scale([value for _, value, _ in rows], left, right, log)
    if log and min(value for _, value, _ in rows) < scale.low * 1.3:
        # The shortest bar would have no length.
        scale = Scale([value for _, value, _ in rows] + [scale.low * 0.5], left, right, log)
    body = ""
    taken = -100
    for tick in scale.ticks():
        x = scale.place(tick)
        body += line(x, top, x, bottom, "grid")
        half = text_width(tick_label(tick)) / 2
        if x - half > taken + 6:
            body += text(x, bottom + 18, tick_label(tick), "faint", "middle")
            taken = x + half
    for i, (label, value, ours) in enumerate(rows):
        y = top + step * i
        end = scale.place(value)
        body += text(left - 8, y + 19, label, "text", "end", 600 if ours else 400)
        body += f'<rect class="f{0 if ours else 4}" x="{left:.1f}" y="{y + 5}" width="{max(end - left, 1):.1f}" height="18" rx="2"/>\n'
        body += text(max(end, left) + 6, y + 19, number(value), "text", "start", 600 if ours else 400)
    body += line(left, top, left, bottom, "axis")
    body += text((left + right) / 2, bottom + 40, unit + (", logarithmic" if log else ""), "faint", "middle")
    return page(bottom + 54, title, body)


def marker(kind, x, y, style):
    if kind == "circle":
        return f'<circle class="{style}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>\n'
    shapes = {"square": [(-4, -4), (4, -4), (4, 4), (-4, 4)], "triangle": [(0, -5), (5, 4), (-5, 4)],
              "diamond": [(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)]}
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in shapes[kind])
    return f'<polygon class="{style}" points="{points}"/>\n'


def legend(labels, left, right, top):
    """In rows, as many as fit beside each other; gives the SVG and where the rows end."""
    body, x, y = "", left, top
    for i, label in enumerate(labels):
        width = 22 + text_width(label) + 22
        if x > left and x + width > right:
            x, y = left, y + 20
        body += line(x, y - 4, x + 18, y - 4, f"line s{i % len(COLOURS)}")
        body += marker(MARKERS[i % len(MARKERS)], x + 9, y - 4, f"f{i % len(COLOURS)}")
        body += text(x + 24, y, label)
        x += width
    return body, y


def lines(title, x_axis, y_axis, series, x="log", log_y=False, x_label=tick_label):
    """Lines with markers: series are (label, [(x, y), …]). Where x was measured, there the axis is marked.

    `x` is how its axis is divided: `log`, `linear`, or `even`, a step from each value to the next, which takes nought too.
    """
    series = [(label, points) for label, points in series if points]
    left, right = 74, WIDTH - 24
    body, y = legend([label for label, _ in series], left, right, 52)
    top = y + 18
    bottom = top + 280
    xs = sorted({x for _, points in series for x, _ in points})
    horizontal = Scale([max(x, 1) for x in xs], left + 10, right - 14, x == "log")
    # Ends of the axis: what was measured, not the next round number.
    horizontal.low, horizontal.high = xs[0] if x == "log" else min(0, xs[0]), xs[-1] if xs[-1] > xs[0] else xs[0] * 2 + 1
    horizontal.evenly = xs if x == "even" else None
    vertical = Scale([y for _, points in series for _, y in points], bottom, top, log_y)
    for tick in vertical.ticks():
        place = vertical.place(tick)
        body += line(left, place, right, place, "grid")
        body += text(left - 8, place + 4, tick_label(tick), "faint", "end")
    taken = -100
    for value in xs if len(xs) <= 12 else horizontal.ticks():
        place, half = horizontal.place(value), text_width(x_label(value)) / 2
        body += line(place, bottom, place, bottom + 5, "axis")
        place = min(place, WIDTH - 6 - half)
        if place - half > taken + 8:
            body += text(place, bottom + 21, x_label(value), "faint", "middle")
            taken = place + half
    body += line(left, bottom, right, bottom, "axis")
    for i, (_, points) in enumerate(series):
        colour, kind = i % len(COLOURS), MARKERS[i % len(MARKERS)]
        places = [(horizontal.place(x), vertical.place(y)) for x, y in points]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        body += f'<polyline class="line s{colour}" points="{joined}"/>\n'
        body += "".join(marker(kind, x, y, f"f{colour}") for x, y in places)
    body += text((left + right) / 2, bottom + 44, x_axis, "faint", "middle")
    body += text(20, (top + bottom) / 2, y_axis + (", logarithmic" if log_y else ""), "faint", "middle", turn=-90)
    return page(bottom + 58, title, body)
