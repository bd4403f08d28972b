# make demo     builds Rapport and shows how the deals of the example journal stand
# make test     runs all tests
# make browser-test  looks at the pages with Chromium, where there is one
# make format-test   holds SARIF, JUnit and the rest against what reads them, where it can be had
# make lint     checks format and generated files
# make scale-test  holds Spark's findings in 100,000 notes against those of one process, where pyspark is: ten minutes
# make docs     builds the library's documentation into .build/docs
# make fuzz     gives every door bytes that nobody chose, T=60 seconds each
# make sanitize runs all tests with the address sanitizer, and again with the thread sanitizer
# make coverage runs all tests and prints how many lines of each module they run
# make mutants  counts how many faults of a sample the tests notice: some hours
# make load     100,000 notes, notes that change, eight processes with one cache, a long day in an editor
# make nightly  the last four and ten minutes of make fuzz at each door
# make bench    measures start-up and 10,000 notes
# make install  puts a self-contained program into $(PREFIX)/bin, its manual and what shells complete into $(PREFIX)/share
# Each installs first what is missing (see .ci/setup).

SWIFT ?= swift
PREFIX ?= /usr/local
# WARNINGS=error makes a warning of the compiler fail the build.
FLAGS = $(if $(filter error,$(WARNINGS)),-Xswiftc -warnings-as-errors)
SHARE = $(DESTDIR)$(PREFIX)/share
DEMO_DAY = 2026-11-20
# libpq can't be linked statically (docs/decisions/0012): this program is linked as the system's own are.
STORE = build -c release --scratch-path .build/store --static-swift-stdlib --product rapport-postgres
# A program that needs nothing beside it: all of it static where the system allows, else the Swift library.
RELEASE = build -c release --scratch-path .build/self-contained --static-swift-stdlib \
	$(if $(filter Linux,$(shell uname)),-Xswiftc -static-executable)

.PHONY: demo test browser-test format-test scale-test docs fuzz sanitize coverage mutants load nightly lint generate bench install setup clean

demo: setup
	@echo "Building; the first time this takes a minute or two."
	@$(SWIFT) build --product rapport $(FLAGS)
	@echo
	@"$$($(SWIFT) build --show-bin-path)/rapport" report examples/journal --as-of $(DEMO_DAY)

test: setup
	$(SWIFT) test $(FLAGS)

browser-test: setup
	$(SWIFT) build --product rapport $(FLAGS)
	.ci/browser-setup
	@python=.build/browser/bin/python; [ -x $$python ] || python=python3; \
	  $$python Tests/Browser/browser_test.py "$$($(SWIFT) build --show-bin-path)/rapport"

format-test: setup
	$(SWIFT) build --product rapport $(FLAGS)
	.ci/format-setup
	@python=.build/formats/bin/python; [ -x $$python ] || python=python3; \
	  SARIF_SCHEMA=$${SARIF_SCHEMA:-.build/formats/sarif-schema-2.1.0.json} \
	  $$python Tests/Formats/formats_test.py "$$($(SWIFT) build --show-bin-path)/rapport"

scale-test: setup
	$(SWIFT) build -c release --product rapport $(FLAGS)
	$(SWIFT) build -c release --product rapport-dev $(FLAGS)
	@built=$$($(SWIFT) build -c release --show-bin-path); python3 Tests/Scale/scale_test.py $$built/rapport $$built/rapport-dev

docs: setup
	$(SWIFT) build --product RapportKit $(FLAGS)
	SWIFT="$(SWIFT)" .ci/docs

fuzz: setup
	T="$(T)" Tests/Fuzz/run

# The tests with the address sanitizer and again with the thread sanitizer, each in a build of its own: an hour on two cores.
sanitize: setup
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize address --scratch-path .build-address
	$(SWIFT) test --sanitize thread --scratch-path .build-thread

coverage: setup
	SWIFT="$(SWIFT)" .ci/coverage

mutants: setup
	python3 Tests/Mutation/mutate.py

load: setup
	$(SWIFT) build -c release --product rapport $(FLAGS)
	$(SWIFT) build -c release --product rapport-dev $(FLAGS)
	@built=$$($(SWIFT) build -c release --show-bin-path); python3 Tests/Load/load_test.py $$built/rapport $$built/rapport-dev

nightly:
	.ci/nightly

lint: setup
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests
	$(SWIFT) build $(FLAGS) --product rapport
	$(SWIFT) run $(FLAGS) rapport-dev generate --check

generate: setup
	$(SWIFT) build --product rapport
	$(SWIFT) run rapport-dev generate

bench: setup
	$(SWIFT) $(RELEASE) --product rapport
	$(SWIFT) $(RELEASE) --product rapport-dev
	@"$$($(SWIFT) $(RELEASE) --show-bin-path)/rapport-dev" bench

install: setup
	$(SWIFT) $(RELEASE) --product rapport
	$(SWIFT) $(RELEASE) --product rapport-dev
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -m 755 "$$($(SWIFT) $(RELEASE) --show-bin-path)/rapport" "$(DESTDIR)$(PREFIX)/bin/rapport"
	$(SWIFT) $(STORE)
	install -m 755 "$$($(SWIFT) $(STORE) --show-bin-path)/rapport-postgres" "$(DESTDIR)$(PREFIX)/bin/rapport-postgres"
	strip "$(DESTDIR)$(PREFIX)/bin/rapport" "$(DESTDIR)$(PREFIX)/bin/rapport-postgres"
	"$$($(SWIFT) $(RELEASE) --show-bin-path)/rapport-dev" manual > "$(SHARE)/man/man1/rapport.1"
	"$(DESTDIR)$(PREFIX)/bin/rapport" --generate-completion-script bash > "$(SHARE)/bash-completion/completions/rapport"
	"$(DESTDIR)$(PREFIX)/bin/rapport" --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_rapport"
	"$(DESTDIR)$(PREFIX)/bin/rapport" --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/rapport.fish"

setup:
	@SWIFT="$(SWIFT)" .ci/setup

clean:
	$(SWIFT) package clean
