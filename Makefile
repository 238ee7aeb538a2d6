# Everything a person does with the project: `make help` lists it.

PREFIX ?= /usr/local
DESTDIR ?=
CONFIGURATION := release
SWIFT ?= swift
# The compiler's arguments are the same on a terminal and in a pipe: coloured diagnostics would build everything again.
SWIFT_BUILD := $(SWIFT) build --no-color-diagnostics
BUILD := $(SWIFT_BUILD) -c $(CONFIGURATION) --static-swift-stdlib --product hothouse
BINARY := .build/$(CONFIGURATION)/hothouse
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
DEMO := demo

# What the program is built from, and what its tests use besides.
BUILD_PACKAGES := libncurses-dev libsqlite3-dev
TEST_PACKAGES := $(BUILD_PACKAGES) tmux ncurses-term procps

# Installs the Debian packages named in $(1) that are missing; $(2) says what for.
define install_missing
	@missing=""; \
	for package in $(1); do \
	  [ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing$$missing: $(2)."; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

# Runs the tests that match $(2), or all, and writes what they say to .build/$(1).log too.
# `tee` hides how its input ended, so that goes to a file.
run_tests = ( { $(SWIFT) test --skip-build --disable-xctest $(2) 2>&1; echo $$? > .build/$(1).status; } | \
	  tee .build/$(1).log; exit $$(cat .build/$(1).status) )
# The names of the tests that failed in .build/$(1).log, as a pattern.
failed_tests = $$(grep -oE '✘ Test ([a-zA-Z0-9]+\(|case .* to [a-zA-Z0-9]+\()' .build/$(1).log | \
	  grep -oE '[a-zA-Z0-9]+\($$' | tr -d '(' | sort -u | paste -sd '|')
failures = grep -A 12 -E 'recorded an issue|Fatal error' .build/$(1).log | grep -vE ' (started|passed after)' | \
	  cut -c 1-400 | tail -n 60

.PHONY: run build test screenshots bench bench-screens rehearsal lint format install uninstall clean help toolchain packages test-packages

run: build ## Build, make a demonstration board if there is none, and open it
	@$(BINARY) boards --json | grep -q '"name":"$(DEMO)"' || \
	  $(BINARY) new $(DEMO) --seed neighbourhoods-first --demonstration
	@$(BINARY) open $(DEMO)

build: toolchain packages ## Build the program in release mode
	@echo "Building (about two minutes the first time) …"
	@$(BUILD)

test: toolchain test-packages lint ## Install what the tests need, then run every test
	$(SWIFT_BUILD) --build-tests
	@$(call run_tests,tests,) || { \
	  names="$(call failed_tests,tests)"; echo; echo "What failed:"; $(call failures,tests); \
	  case "$$names" in ""|*"|"*"|"*) exit 1 ;; esac; \
	  echo; echo "Once more, without the others at the same time: $$names"; \
	  $(call run_tests,again,--no-parallel --filter "$$names") || { \
	    echo; echo "What failed twice:"; $(call failures,again); exit 1; }; \
	  echo; echo "UNSTEADY: failed among all the others and passed alone: $$names. Please mend it."; }

bench: toolchain packages ## Measure the store; HOTHOUSE_BENCH_DIRECTORY names the disk that is meant
	@echo "Building (about two minutes the first time) …"
	@$(SWIFT_BUILD) -c $(CONFIGURATION) --static-swift-stdlib --product StoreBench
	@.build/$(CONFIGURATION)/StoreBench

bench-screens: toolchain packages ## Measure the screens: from a key to what is drawn, and its bytes, on 10,000 ideas
	@echo "Building (about two minutes the first time) …"
	@$(BUILD)
	@$(SWIFT_BUILD) -c $(CONFIGURATION) --static-swift-stdlib --product ScreenBench
	@.build/$(CONFIGURATION)/ScreenBench

rehearsal: toolchain packages ## Rehearse a day of 12 teams and 96 people end to end, each a process (about five minutes)
	@echo "Building (about two minutes the first time) …"
	@$(BUILD)
	@Tests/rehearsal.sh $(BINARY)

screenshots: toolchain test-packages ## Draw the pictures in docs/ anew, as the screens are now
	$(SWIFT_BUILD) --build-tests
	HOTHOUSE_RECORD=1 $(SWIFT) test --skip-build --disable-xctest --filter ScreenshotTests

lint: toolchain ## Check the format of every source file
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: toolchain ## Format every source file
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

install: build ## Install under PREFIX (default /usr/local): binary, seeds, themes, manual, completions
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/hothouse/seeds $(DESTDIR)$(PREFIX)/share/hothouse/themes \
	  $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/hothouse
	install -m 644 seeds/*.yaml $(DESTDIR)$(PREFIX)/share/hothouse/seeds
	install -m 644 themes/*.yaml $(DESTDIR)$(PREFIX)/share/hothouse/themes
	$(BINARY) generate-manual > $(DESTDIR)$(PREFIX)/share/man/man1/hothouse.1
	$(BINARY) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/hothouse
	$(BINARY) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_hothouse
	$(BINARY) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/hothouse.fish

uninstall: ## Take away what install put under PREFIX; boards stay
	rm -f $(DESTDIR)$(PREFIX)/bin/hothouse $(DESTDIR)$(PREFIX)/share/man/man1/hothouse.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/hothouse \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_hothouse \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/hothouse.fish
	rm -rf $(DESTDIR)$(PREFIX)/share/hothouse

clean: ## Remove everything that was built
	rm -rf .build

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

toolchain:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "hothouse needs a Swift 6 toolchain: see https://www.swift.org/install/linux/, then try again." >&2; exit 1; }

packages: toolchain
	$(call install_missing,$(BUILD_PACKAGES),the terminal and database libraries hothouse is built on)

test-packages: toolchain
	$(call install_missing,$(TEST_PACKAGES),the libraries hothouse is built on and the terminals its tests run in)
