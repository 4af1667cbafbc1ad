# Builds the report and runs the tests. A fresh Debian 12 with Swift, git and make is enough.

.PHONY: report test bench

report:
	swift build -c release --explicit-target-dependency-import-check error
	.build/release/regbook

test:
	swift test -c release --disable-testable-imports --explicit-target-dependency-import-check error

bench:
	swift run -c release --package-path Benchmarks benchmarks
