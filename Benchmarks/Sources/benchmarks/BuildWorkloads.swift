extension Workload {
    /// Whole builds in the quick profile, HTML and PDF.
    static let builds = [
        Workload(name: "quick_cold") {
            try await BuildBench.with { bench in
                let seconds = try await Measurement.median(runs: 3, warm: 0) {
                    try bench.clear()
                    try bench.build()
                }
                return [Measurement(workload: "quick_cold", seconds: seconds, throughput: 1 / seconds, unit: "builds/s")]
            }
        },
        Workload(name: "quick_unchanged") {
            try await BuildBench.with { bench in
                try bench.build()
                let seconds = try await Measurement.median(runs: 15) { try bench.build() }
                return [
                    Measurement(
                        workload: "quick_unchanged", seconds: seconds, throughput: 1 / seconds, unit: "builds/s")
                ]
            }
        },
    ]
}
