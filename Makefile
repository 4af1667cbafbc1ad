# Builds the report, runs the tests and the benchmarks. A fresh Debian 12 with Swift, git and make is enough.

SWIFT_FLAGS = -c release --explicit-target-dependency-import-check error

.PHONY: report test bench

report:
	@scripts/install-packages build pdf
	swift build $(SWIFT_FLAGS) --product regbook
	.build/release/regbook build

test:
	@scripts/install-packages build pdf test
	swift test $(SWIFT_FLAGS) --disable-testable-imports

bench:
	@scripts/install-packages build pdf
	swift build $(SWIFT_FLAGS) --product regbook
	swift run -c release --package-path Benchmarks benchmarks $(BENCH)
