"""Markdown, and what is said about the machine."""

import os
import pathlib
import platform
import subprocess


def number(value):
    """Three digits that count, no exponent."""
    if value is None:
        return "–"
    if value == 0:
        return "0"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    digits = 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3 if abs(value) >= 0.1 else 4
    text = f"{value:.{digits}f}"
    return text if float(text) else f"{value:.1g}"


def spread(values):
    """Median, and the least and the most in brackets where there are several."""
    import statistics

    middle = number(statistics.median(values))
    return middle if len(values) == 1 else f"{middle} ({number(min(values))}–{number(max(values))})"


def size(count):
    """A number of bytes, in few words."""
    for unit, name in ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")):
        if count >= unit:
            return f"{number(count / unit) if count % unit else count // unit} {name}"
    return f"{count} B"


def amount(count):
    """1,000 as 1 k."""
    for unit, name in ((10**6, "M"), (10**3, "k")):
        if count >= unit and count % unit == 0:
            return f"{count // unit} {name}"
    return f"{count:,}" if isinstance(count, int) else number(count)


def table(head, rows, left=1):
    lines = ["| " + " | ".join(head) + " |",
             "| " + " | ".join("---" if i < left else "---:" for i in range(len(head))) + " |"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def first_line(*command):
    try:
        output = subprocess.run(command, capture_output=True, text=True, timeout=20)
        return ((output.stdout or output.stderr).strip().splitlines() or [""])[0]
    except (OSError, subprocess.TimeoutExpired):
        return ""


def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def system():
    try:
        release = platform.freedesktop_os_release()
        return release.get("PRETTY_NAME", "")
    except OSError:
        return platform.system()


def machine():
    """A paragraph: what it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    parts = [f"{processor()}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB", system(),
             f"Linux {platform.release()}", f"Python {platform.python_version()}"]
    compiler = first_line("g++", "--version")
    swift = first_line("swift", "--version")
    return "; ".join(part for part in parts + [compiler, swift] if part)
