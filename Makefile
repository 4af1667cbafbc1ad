# Builds the report, runs the tests and the benchmarks. A fresh Debian 12 with Swift, git and make is enough.

SWIFT_FLAGS = -c release --explicit-target-dependency-import-check error

# Programs that carry Swift's runtime start sooner; not every toolchain has what that takes.
RUNTIME = $(shell test -e "$$(swift -print-target-info | \
	sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')_static/linux/libFoundation.a" && echo STATIC_RUNTIME=1)

.PHONY: report install deb serve test snapshots test-kernels test-memory lint fuzz nested hostile engines bench

report:
	@scripts/install-packages build pdf
	$(RUNTIME) swift build $(SWIFT_FLAGS) --product regbook
	.build/release/regbook build

# Program, book, manual page and completions; DESTDIR is put before PREFIX by whoever makes packages.
PREFIX = /usr/local
install:
	@scripts/install-packages build
	$(RUNTIME) swift build $(SWIFT_FLAGS) --product regbook
	scripts/install .build/release/regbook $(PREFIX) $(DESTDIR)

# A Debian package in .build.
deb:
	@scripts/install-packages build
	$(RUNTIME) swift build $(SWIFT_FLAGS) --product regbook
	scripts/debian-package .build/release/regbook .build

# The report in a browser, rebuilt after every edit. This program loads the pages' code that changed.
serve:
	@scripts/install-packages build
	swift build $(SWIFT_FLAGS) --product regbook
	.build/release/regbook serve

test:
	@scripts/install-packages build pdf test
	@scripts/axe-core >/dev/null
	@scripts/html-checker >/dev/null
	swift test $(SWIFT_FLAGS) --disable-testable-imports
	@if [ "$$(id -u)" -eq 0 ] && dpkg-query --show $$(awk '$$1 == "engines" { print $$2 }' scripts/packages.txt) >/dev/null 2>&1; \
	then $(MAKE) --no-print-directory engines; \
	else echo "Builds on clusters were not tested: 'make engines' installs what they take and tests them."; fi

# Writes the references that are missing or differ, and a page with old, new and difference of each.
snapshots:
	@scripts/install-packages build pdf test
	@scripts/snapshots $(SWIFT_FLAGS) --disable-testable-imports

# What hangs on OpenBLAS's kernel, under each kernel that the processor can run.
test-kernels:
	@scripts/install-packages build pdf test
	@scripts/test-kernels $(SWIFT_FLAGS) --disable-testable-imports

# The tests of Learning under the address sanitizer, which ends them at the first access outside of memory. The runtime's own
# memory, never freed, is no leak.
test-memory:
	@scripts/install-packages build pdf test
	ASAN_OPTIONS=detect_leaks=0 swift test $(SWIFT_FLAGS) --disable-testable-imports \
		--sanitize=address --scratch-path .build/address --filter '^LearningTests\.'

lint:
	swift format lint --strict --recursive Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# A million and more texts for the readers of prose, references and formulas; models decoded from damaged files.
fuzz:
	@scripts/install-packages build pdf test
	FUZZ_INPUTS=500000 swift test $(SWIFT_FLAGS) --disable-testable-imports --filter "FuzzTests|NestedDocumentTests|DecodedModelTests"

# All constructs of the prose in all others: 100,000 documents as HTML and LaTeX, 500 as pages, on paper and as EPUB.
nested:
	@scripts/install-packages build pdf test
	FUZZ_INPUTS=100000 NESTED_PAGES=500 swift test $(SWIFT_FLAGS) --disable-testable-imports --filter NestedDocumentTests

# Kills at every change to the disk, damaged stores, odd files, extreme parameters: all of it in half an hour at most.
hostile:
	@scripts/install-packages build pdf test
	HOSTILE=1 swift test $(SWIFT_FLAGS) --disable-testable-imports --filter 'HostileTests|HostileParameterTests'

# Builds by a Slurm of this machine's own and by Snakemake, with everything killed and refused that can be, and with the store
# on a network file system; then builds without an engine there, killed at two hundred changes to the disk.
engines:
	@scripts/install-packages build pdf test engines
	ENGINES=1 PATH="$$(scripts/snakemake):$$(scripts/kubernetes-validate):$$PATH" swift test $(SWIFT_FLAGS) --disable-testable-imports \
		--filter 'SlurmTests|SnakemakeTests|EnginesTests|ParallelTests|KubernetesTests|NetworkStoreTests'
	ENGINES=1 swift test $(SWIFT_FLAGS) --disable-testable-imports --skip-build --filter 'RegbookTests.CheckpointTests'
	scripts/sshfs run swift test $(SWIFT_FLAGS) --disable-testable-imports --skip-build --filter 'NothingLostTests|BuildTests.StoreTests'

bench:
	@scripts/install-packages build pdf
	swift build $(SWIFT_FLAGS) --product regbook
	cp .build/release/regbook .build/release/regbook-serve
	$(RUNTIME) swift build $(SWIFT_FLAGS) --product regbook
	$(RUNTIME) swift build $(SWIFT_FLAGS) --product bench-book
	swift run -c release --package-path Benchmarks benchmarks $(BENCH)
