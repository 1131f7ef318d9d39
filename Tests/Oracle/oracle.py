#!/usr/bin/env python3
"""What python-stdnum says of random numbers, so that Veil's checks can be compared with an independent implementation.

Reads modules.tsv, which stands beside this file, and writes one JSON object a line:

    {"validator": "nl-bsn", "number": "111222333", "verdict": "valid"}

The verdict is `valid`, or what is wrong: `checksum`, `component` (a part such as a date), `format` or `length`. A third
of the numbers are made valid, a third are valid ones with a slip, and a third are random. The numbers are the same in
every run and with every version of Python.
"""

import datetime
import importlib
import itertools
import json
import os
import random
import re
import sys

from stdnum import exceptions

COUNT = 120
DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PART = re.compile(r"(\[[^\]]+\]|<[a-z]+>|.)(?:\{(\d+)\})?")


def generator(name):
    """Random numbers by `random()` alone: what `choice` and the like make of a seed differs between versions."""
    source = random.Random(name)
    return lambda count: int(source.random() * count)


def members(part):
    """The characters that a part of a form stands for."""
    if part == "#":
        return DIGITS
    if part == "@":
        return CAPITALS
    if part == "*":
        return DIGITS + CAPITALS
    if part.startswith("["):
        found = ""
        for first, last in re.findall(r"(.)(?:-(.))?", part[1:-1]):
            found += "".join(map(chr, range(ord(first), ord(last or first) + 1)))
        return found
    return part


class Form:
    """How numbers look: `#` digit, `@` capital, `*` either, `[AB0-3]` one of these, `<yymmdd>` a day, `{4}` four times."""

    def __init__(self, text):
        self.parts = []
        for part, count in PART.findall(text):
            self.parts += [part] * int(count or 1)

    def make(self, pick):
        number, classes = "", []
        for part in self.parts:
            if part.startswith("<"):
                day = datetime.date(1930, 1, 1) + datetime.timedelta(days=pick(31000))
                codes = {"yyyy": "%Y", "yy": "%y", "mm": "%m", "dd": "%d"}
                text = re.sub("yyyy|yy|mm|dd", lambda match: day.strftime(codes[match.group()]), part[1:-1])
                number += text
                classes += [DIGITS] * len(text)
            else:
                choice = members(part)
                number += choice[pick(len(choice))]
                classes.append(choice)
        return number, classes


def verdict(module, number, options):
    try:
        module.validate(number, **options)
        return "valid"
    except exceptions.InvalidChecksum:
        return "checksum"
    except exceptions.InvalidComponent:
        return "component"
    except exceptions.InvalidLength:
        return "length"
    except exceptions.ValidationError:
        return "format"
    except (KeyError, IndexError):  # A place that a module's own list has no entry for.
        return "component"


def changed(number, place, character):
    return number[:place] + character + number[place + 1:]


def neighbours(number, classes, pick):
    """The number with each other character in each place, in random order."""
    changes = [(i, c) for i, choice in enumerate(classes) if len(choice) > 1 for c in choice if c != number[i]]
    while changes:
        place, character = changes.pop(pick(len(changes)))
        yield changed(number, place, character)


def make_valid(form, judge, pick):
    for _ in range(3000):
        number, classes = form.make(pick)
        for candidate in itertools.chain([number], neighbours(number, classes, pick)):
            if judge(candidate) == "valid":
                return candidate, classes
    sys.exit("no valid number of the form " + "".join(form.parts))


def slip(number, classes, pick):
    """One other character, or two neighbours in each other's place."""
    for _ in range(100):
        place = pick(len(number))
        if pick(3) > 0:
            if len(classes[place]) > 1:
                other = classes[place][pick(len(classes[place]))]
                if other != number[place]:
                    return changed(number, place, other)
        elif place > 0 and number[place] != number[place - 1]:
            if number[place] in classes[place - 1] and number[place - 1] in classes[place]:
                return number[:place - 1] + number[place] + number[place - 1] + number[place + 1:]
    return number


def rows():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "modules.tsv")
    with open(path, encoding="utf-8") as file:
        for line in file:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(fields) < 3 or fields[1] == "-":
                continue
            yield fields[0], fields[1], fields[2].split(" | "), fields[3] if len(fields) > 3 else "n"


def main():
    for validator, name, forms, expression in rows():
        if sys.argv[1:] and validator not in sys.argv[1:]:
            continue
        name, *options = name.split(" ")
        options = {option: True for option in options}
        module = importlib.import_module("stdnum." + name)
        reading = eval("lambda n: " + expression)  # From the table beside this file.
        pick = generator(validator)
        for number in range(COUNT):
            form = Form(forms[number // 3 % len(forms)])
            judge = lambda text: verdict(module, reading(text), options)
            if number % 3 == 0:
                text, classes = make_valid(form, judge, pick)
            elif number % 3 == 1:
                text = slip(text, classes, pick)
            else:
                text, _ = form.make(pick)
            print(json.dumps({"validator": validator, "number": text, "verdict": judge(text)}))


main()
