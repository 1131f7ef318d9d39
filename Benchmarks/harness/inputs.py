"""What is read: the generated corpora, and what is made of them for single measurements. The same bytes every time."""

import json
import random
import subprocess

NAMES = ["clean", "prose", "multilingual", "logs", "code", "dense"]
TITLES = {
    "clean": "clean prose", "prose": "prose with one identifier in 300 bytes", "dense": "identifiers close together",
    "multilingual": "multilingual text", "logs": "logs", "code": "source code", "chat": "chat with names",
}


class Inputs:
    """A folder of inputs; what is there already is not made again."""

    def __init__(self, folder, veil_bench, size, seed):
        self.folder, self.size = folder, size
        if veil_bench and not (folder / "chat.txt").exists():
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run([veil_bench, "corpora", "--output", folder, "--size", str(size), "--seed", str(seed)],
                           check=True, stdout=subprocess.DEVNULL)

    def path(self, name):
        return self.folder / f"{name}.txt"

    def has(self, name):
        return self.path(name).exists()

    def worst(self):
        return sorted(path.stem for path in self.folder.glob("worst-*.txt"))

    def make(self, name, write):
        path = self.folder / name
        if not path.exists():
            part = path.with_name(name + ".part")
            write(part)
            part.replace(path)
        return path

    def mixed(self, share, size):
        """Lines of clean prose, and this share of dense ones, in bytes, spread evenly."""

        def write(path):
            sources = [self.path(name).read_bytes().splitlines(keepends=True) for name in ("clean", "dense")]
            written, lines = [0, 0], [0, 0]
            with path.open("wb") as output:
                while sum(written) < size:
                    which = int(written[1] < share * (sum(written) + 1))
                    line = sources[which][lines[which] % len(sources[which])]
                    output.write(line)
                    lines[which] += 1
                    written[which] += len(line)

        return self.make(f"mixed-{round(share * 1000)}-{size}.txt", write)

    def placeholders(self, count, size):
        """Prose that holds `count` different placeholders, one in about 200 bytes, and the mapping that they are from."""
        types = ["NAME", "EMAIL", "PHONE", "ORG", "LOCATION", "IBAN", "DATE", "URL"]
        mapping = {f"original {i} of someone": f"[{types[i % len(types)]}_{i // len(types) + 1}]" for i in range(count)}
        placeholders = list(mapping.values())

        def write(path):
            numbers = random.Random(count)
            text = self.path("clean").read_bytes()[:size].decode(errors="ignore")
            pieces, place = [], 0
            while place < len(text):
                end = text.find(" ", place + 100 + numbers.randrange(200))
                end = len(text) if end < 0 else end
                pieces.append(text[place:end])
                if placeholders and end < len(text):
                    pieces.append(" " + placeholders[numbers.randrange(len(placeholders))])
                place = end
            path.write_text("".join(pieces))

        return (self.make(f"placeholders-{count}-{size}.txt", write),
                self.make(f"mapping-{count}.json", lambda path: path.write_text(json.dumps(mapping))))

    def terms(self, count):
        """Terms of two made-up words, all different."""

        def write(path):
            numbers = random.Random(count)
            consonants, vowels = "bdfgklmnprstvz", "aeiou"
            known = {}
            while len(known) < count:
                words = []
                for _ in range(2):
                    word = "".join(numbers.choice(consonants) + numbers.choice(vowels) for _ in range(numbers.randint(2, 4)))
                    words.append(word.capitalize())
                known[" ".join(words)] = None
            path.write_text("".join(f"{term}\n" for term in known))

        return self.make(f"terms-{count}.txt", write)

    def text_with_terms(self, count, size):
        """Clean prose with one of the terms in about 2 KB."""

        def write(path):
            numbers = random.Random(count)
            terms = self.terms(count).read_text().splitlines()
            text = self.path("clean").read_bytes()[:size].decode(errors="ignore")
            pieces, place = [], 0
            while place < len(text):
                end = text.find(" ", place + 1000 + numbers.randrange(2000))
                end = len(text) if end < 0 else end
                pieces += [text[place:end], " ", numbers.choice(terms)]
                place = end
            path.write_text("".join(pieces))

        return self.make(f"with-terms-{count}-{size}.txt", write)

    def repeated(self, name, size):
        """A text repeated until it is this long."""

        def write(path):
            text = self.path(name).read_bytes()
            with path.open("wb") as output:
                left = size
                while left > 0:
                    output.write(text[:left] if left < len(text) else text)
                    left -= len(text)

        return self.make(f"{name}-repeated-{size}.txt", write)
