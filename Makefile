# Veil. `make demo` shows what it does; `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
DEMO := Fixtures/demo/letter.txt
PACKAGES := libpcre2-dev libicu-dev pkg-config
# Packages are installed with sudo only where that is needed.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help demo build test format clean packages

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

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

test: packages ## build everything and run the tests
	$(SWIFT) test

format: ## format all sources
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

clean: ## remove what was built
	rm -rf .build

packages:
	@missing=$$(for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  command -v apt-get > /dev/null || { echo "please install: $$missing"; exit 1; }; \
	  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; fi
