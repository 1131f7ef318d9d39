# Veil. `make demo` shows what it does; `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
DEMO := Fixtures/demo/letter.txt
PACKAGES := libpcre2-dev libicu-dev pkg-config
# Packages are installed with sudo only where that is needed.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

# Beside what Veil is measured, and where that is installed.
PEER_PACKAGES := g++ pkg-config libhyperscan-dev libre2-dev nginx-light python3-venv wrk
PEERS := .build/bench

SOURCES := Package.swift Sources Tests $(addprefix Benchmarks/,Package.swift Benchmarks Sources Tests)

# Where sanitizers and fuzzers are built, so that they do not displace the ordinary build.
SIDE := .build/side
FUZZ_SECONDS ?= 600
FUZZ_LIMIT ?= -max_total_time=$(FUZZ_SECONDS)

# The independent implementation that checks are compared with; the tests look for it here.
ORACLE := .build/oracle
# Real clients of the gateway; the tests look for them here.
CLIENTS := .build/clients

.PHONY: help demo build gateway test model oracle clients bench bench-peers bench-check fuzz fuzz-smoke sanitize catalogue lint
.PHONY: format clean packages peers

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## pseudonymize a document, restore it, compare
	@work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	veil=$$($(SWIFT) build -c release --show-bin-path)/veil; \
	echo; echo "--- the document, pseudonymized ---"; echo; \
	"$$veil" pseudonymize $(DEMO) --vault "$$work/vault" -o "$$work/safe.txt"; \
	echo; cat "$$work/safe.txt"; \
	echo; echo "--- restored from the vault ---"; echo; \
	"$$veil" restore "$$work/safe.txt" --vault "$$work/vault" -o "$$work/restored.txt"; \
	cmp $(DEMO) "$$work/restored.txt"; \
	echo; echo "The restored document is identical to $(DEMO), byte for byte."

build: packages ## build the CLI alone
	$(SWIFT) build -c release --product veil

gateway: packages ## build the gateway and start it with a built-in model
	$(SWIFT) build -c release --product veil-gateway
	@echo; echo "The page is at http://localhost:8080/, the API at http://localhost:8080/docs; Ctrl+C stops it."; \
	exec $$($(SWIFT) build -c release --show-bin-path)/veil-gateway

test: packages ## build everything and run the tests
	$(SWIFT) test -c release -Xswiftc -enable-testing

# For tests only: without it, the test that compares checks says so and is skipped.
oracle: ## install python-stdnum, which the tests compare checks with
	@if ! $(ORACLE)/bin/python3 -c 'import stdnum; assert stdnum.__version__ == "2.2"' 2> /dev/null; then \
	  python3 -c 'import ensurepip, venv' 2> /dev/null || $(MAKE) packages PACKAGES=python3-venv; \
	  rm -rf $(ORACLE); \
	  python3 -m venv $(ORACLE); \
	  $(ORACLE)/bin/python3 -m pip install --quiet --disable-pip-version-check python-stdnum==2.2; fi

# For tests only, like the oracle: several hundred megabytes of Python, and a browser.
clients: ## install the clients that the gateway is tested with
	@if ! cmp -s Tests/Gateway/requirements.txt $(CLIENTS)/requirements.txt; then \
	  python3 -c 'import ensurepip, venv' 2> /dev/null || $(MAKE) packages PACKAGES=python3-venv; \
	  rm -rf $(CLIENTS); \
	  python3 -m venv $(CLIENTS); \
	  $(CLIENTS)/bin/python3 -m pip install --quiet --disable-pip-version-check -r Tests/Gateway/requirements.txt; \
	  cp Tests/Gateway/requirements.txt $(CLIENTS); fi
	@for tool in chromium openssl; do command -v $$tool > /dev/null || $(MAKE) packages PACKAGES=$$tool; done

# The folder holds train/, lexicon/, throughput/ and dev/ with the sets that NOTICE names.
model: packages ## train the name tagger anew from DATA=folder
	@test -n "$(DATA)" || { echo "make model DATA=folder" >&2; exit 1; }
	$(SWIFT) run -c release veil-train --data "$(DATA)" --output Sources/VeilModel/names/model.bin

# BENCH goes to bench.py as it is: BENCH="--quick --suite detect"; TEXT=path measures other text as well.
bench: packages ## measure Veil beside the peers that are installed
	$(SWIFT) build -c release --product veil
	$(SWIFT) build -c release --package-path Benchmarks --product veil-bench
	python3 Benchmarks/bench.py $(if $(TEXT),--text $(TEXT)) $(BENCH)

bench-peers: packages peers ## install the peers, measure Veil and the gateway beside all of them
	$(MAKE) bench
	$(SWIFT) build -c release --product veil-gateway
	$(PEERS)/bin/python Benchmarks/gateway.py $(GATEWAY)

bench-check: packages ## check allocations, instructions and memory against what is checked in
	@$(MAKE) packages PACKAGES="valgrind binutils"
	python3 -m unittest discover -s Benchmarks/harness -t Benchmarks
	python3 Benchmarks/Tests/check_test.py
	$(SWIFT) test -c release --package-path Benchmarks
	python3 Benchmarks/check.py

peers:
	@$(MAKE) packages PACKAGES="$(PEER_PACKAGES)"
	@if ! cmp -s Benchmarks/Peers/requirements.txt $(PEERS)/requirements.txt; then \
	  python3 -m venv --clear $(PEERS); \
	  $(PEERS)/bin/python3 -m pip install --quiet --disable-pip-version-check -r Benchmarks/Peers/requirements.txt; \
	  cp Benchmarks/Peers/requirements.txt $(PEERS); fi

fuzz: packages ## fuzz both directions, FUZZ_SECONDS each
	export VEIL_FUZZ=1; \
	for target in Pseudonymize Restore; do \
	  $(SWIFT) build -c release --sanitize fuzzer --scratch-path $(SIDE)/fuzz --product Fuzz$$target; \
	done; \
	binaries=$$($(SWIFT) build -c release --sanitize fuzzer --scratch-path $(SIDE)/fuzz --show-bin-path); \
	for target in Pseudonymize Restore; do \
	  corpus=$$(echo $$target | tr A-Z a-z); mkdir -p $(SIDE)/corpus/$$corpus; \
	  "$$binaries/Fuzz$$target" $(FUZZ_LIMIT) -max_len=4096 -timeout=25 -seed=1 -print_final_stats=0 \
	    -verbosity=0 -dict=Fixtures/fuzz/$$corpus.dict -artifact_prefix=$(SIDE)/corpus/ \
	    $(SIDE)/corpus/$$corpus Fixtures/fuzz/$$corpus; \
	done

# A number of runs instead of a time, and no corpus but the one that is checked in: the same on every machine.
fuzz-smoke: ## a short run of the fuzzers
	@rm -rf $(SIDE)/corpus
	@$(MAKE) fuzz FUZZ_LIMIT=-runs=3000

sanitize: packages ## run the tests of the core under the address and the thread sanitizer
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize address --scratch-path $(SIDE)/address \
	  --filter 'ScanningTests|FuzzTests|ListTests|PolicyTests|VaultTests|RestoringStreamLawTests'
	$(SWIFT) test --sanitize thread -Xswiftc -DTHREAD_SANITIZER --scratch-path $(SIDE)/thread \
	  --filter 'PolicyTests|ListTests|VaultTests'

catalogue: build ## write the page of the catalogue anew
	$$($(SWIFT) build -c release --show-bin-path)/veil types --markdown > Sources/Veil/Veil.docc/Catalogue.md

lint: ## check the format of all sources
	$(SWIFT) format lint --strict --recursive $(SOURCES)

format: ## format all sources
	$(SWIFT) format --in-place --recursive $(SOURCES)

clean: ## remove what was built
	rm -rf .build

packages:
	@missing=$$(for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  command -v apt-get > /dev/null || { echo "please install: $$missing"; exit 1; }; \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; fi
