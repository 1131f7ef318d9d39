#!/usr/bin/env python3
"""Finding many fixed terms, as workers.

  dictionaries.py PEER --list FILE --file FILE [--document-size N] [--bytes N]
"""

import time

import worker


def ahocorasick(terms):
    """In text, not bytes, as one uses it in Python; the longest of several terms that begin at one place."""
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(terms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    version = worker.version("ahocorasick-rs")
    return "ahocorasick-rs", version, lambda text: len(automaton.find_matches_as_indexes(text))


def presidio_deny(terms):
    from presidio_analyzer import PatternRecognizer

    recognizer = PatternRecognizer(supported_entity="TERM", deny_list=terms)
    version = worker.version("presidio-analyzer")
    return "Presidio, deny list", version, lambda text: len(recognizer.analyze(text, ["TERM"]))


PEERS = {"ahocorasick": ahocorasick, "presidio-deny": presidio_deny}


def main():
    options = worker.arguments(PEERS)
    text = worker.text_of(options)
    documents = [document.decode(errors="replace") for document in worker.cut(text, options.document_size)]
    terms = options.list.read_text().splitlines()
    started = time.perf_counter()
    name, version, find = PEERS[options.peer](terms)
    find(documents[0][:200])  # what is prepared at the first use
    worker.serve(name, version, started, len(text), lambda: sum(map(find, documents)))


if __name__ == "__main__":
    main()
