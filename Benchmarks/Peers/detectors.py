#!/usr/bin/env python3
"""Detectors in Python as workers: each as its documentation says to use it, prepared once, documents already decoded.

  detectors.py PEER --file FILE [--document-size N] [--bytes N] [--patterns patterns.json]
"""

import json
import re
import time

import worker


def presidio_registry(engine):
    from presidio_analyzer import RecognizerRegistry

    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    # What asks a language model for names. Without a model there is nothing to ask.
    registry.recognizers = [r for r in registry.recognizers if "Spacy" not in r.name]
    return registry


def presidio_analyze(engine):
    from presidio_analyzer import AnalyzerEngine

    analyzer = AnalyzerEngine(nlp_engine=engine, registry=presidio_registry(engine), supported_languages=["en"])
    return lambda text: len(analyzer.analyze(text=text, language="en"))


def presidio(_):
    """Its own engine without language processing: the least that Presidio can do, and the fastest."""
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    configuration = {"nlp_engine_name": "no_op", "models": [{"lang_code": "en", "model_name": "no_op"}]}
    engine = NlpEngineProvider(nlp_configuration=configuration).create_engine()
    return "Presidio, patterns", worker.version("presidio-analyzer"), presidio_analyze(engine)


def presidio_context(_):
    """With spaCy's tokenizer, so that words around a finding raise its score, as they do in Presidio as it is installed."""
    import spacy
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Tokenizer(SpacyNlpEngine):
        def __init__(self):
            super().__init__(models=[{"lang_code": "en", "model_name": "blank"}])
            self.nlp = {"en": spacy.blank("en")}
            self.nlp["en"].max_length = 1 << 30

        def load(self):
            pass

    version = worker.version("presidio-analyzer", "spacy")
    return "Presidio, patterns and context words", version, presidio_analyze(Tokenizer())


def datafog(_):
    from datafog.engine import scan

    return "DataFog", worker.version("datafog"), lambda text: len(scan(text, engine="regex").entities)


def datafog_core(_):
    from datafog_core import scan

    return "DataFog core", worker.version("datafog-core"), lambda text: len(scan(text))


def scrubadub(_):
    import scrubadub

    scrubber = scrubadub.Scrubber()
    return "scrubadub", worker.version("scrubadub"), lambda text: sum(1 for _ in scrubber.iter_filth(text))


def stella(_):
    """It finds names as well, and hands out the text with placeholders: it has no call that only finds."""
    import stella_anonymize

    pipeline = stella_anonymize.create_pipeline(language="en", warmup="lazy-regex")
    version = worker.version("stella-anonymize-core")
    return "stella", version, lambda text: pipeline.redact_text(text).redaction.entity_count


def stella_roundtrip(_):
    """There and back, a session for each document: what `pseudonymize` and `restore` do with a new vault."""
    import stella_anonymize

    pipeline = stella_anonymize.create_pipeline(language="en", warmup="lazy-regex")

    def trip(text):
        result = pipeline.redact_text(text).redaction
        stella_anonymize.deanonymise(result.redacted_text, result.redaction_map)
        return result.entity_count

    return "stella", worker.version("stella-anonymize-core"), trip


def python_re(options):
    """The same patterns as the native engines, one after another."""
    patterns = [re.compile(entry["pattern"].encode()) for entry in json.loads(options.patterns.read_text())]
    return "Python re, one after another", "", lambda text: sum(1 for p in patterns for _ in p.finditer(text))


PEERS = {"presidio": presidio, "presidio-context": presidio_context, "datafog": datafog, "datafog-core": datafog_core,
         "scrubadub": scrubadub, "stella": stella, "stella-roundtrip": stella_roundtrip,
         "python-re": python_re}


def main():
    options = worker.arguments(PEERS)
    text = worker.text_of(options)
    documents = worker.cut(text, options.document_size)
    if options.peer != "python-re":
        documents = [document.decode(errors="replace") for document in documents]
    started = time.perf_counter()
    name, version, find = PEERS[options.peer](options)
    find(documents[0][:200])  # what is prepared at the first use
    worker.serve(name, version, started, len(text), lambda: sum(map(find, documents)))


if __name__ == "__main__":
    main()
