import Foundation

extension Workload {
    /// 1400 items of almost no work by Slurm on this machine, in many batches and in one, beside an array of the same number of
    /// tasks that do nothing.
    static let engines = [
        Workload(name: "slurm") {
            try await EngineBench.with { bench in
                let floor = try await Measurement.median(runs: 3) { try bench.runEmptyArray(of: 140) }
                // Items that were never timed fill a batch by ten; those whose times are known fill one together.
                let many = try await Measurement.median(runs: 3, after: bench.clear) {
                    try bench.compute(onSlurm: true)
                }
                let one = try await Measurement.median(runs: 3, after: bench.clearItems) {
                    try bench.compute(onSlurm: true)
                }
                let local = try await Measurement.median(runs: 3, after: bench.clear) {
                    try bench.compute(onSlurm: false)
                }
                return [
                    engine("slurm_empty_array_140", floor, 140, "tasks/s"),
                    engine("slurm_140_batches", many, EngineBench.items, "items/s"),
                    engine("slurm_1_batch", one, EngineBench.items, "items/s"),
                    engine("slurm_no_engine", local, EngineBench.items, "items/s"),
                ]
            }
        }
    ]

    private static func engine(_ name: String, _ seconds: Double, _ count: Int, _ unit: String) -> Measurement {
        Measurement(workload: name, seconds: seconds, throughput: Double(count) / seconds, unit: unit)
    }
}

/// A copy of the book and a Slurm of four nodes that runs its items.
struct EngineBench: Sendable {
    private let bench: BuildBench
    private let cluster: URL
    /// Those of the study that is computed.
    static let items = 1400

    static func with<T>(_ body: (EngineBench) async throws -> T) async throws -> T {
        try await BuildBench.with { bench in
            let cluster = FileManager.default.temporaryDirectory.appending(path: "slurm-bench-\(UUID().uuidString)")
            let (script, path) = (
                BuildBench.repository.appending(path: "scripts/slurm"), cluster.path(percentEncoded: false)
            )
            try ChildProcess.run(script, ["start", path])
            let outcome: Result<T, any Error>
            do {
                outcome = .success(try await body(EngineBench(bench: bench, cluster: cluster)))
            } catch {
                outcome = .failure(error)
            }
            try ChildProcess.run(script, ["stop", path])
            try FileManager.default.removeItem(at: cluster)
            return try outcome.get()
        }
    }

    func clear() throws { try bench.clear() }

    private var settings: [String] { ["SLURM_CONF=\(cluster.path(percentEncoded: false))/slurm.conf"] }

    /// What Slurm itself needs for an array of tasks that do nothing.
    func runEmptyArray(of tasks: Int) throws {
        try ChildProcess.run(
            URL(filePath: "/usr/bin/sbatch"),
            ["--wait", "--output=/dev/null", "--array=0-\(tasks - 1)", "--wrap=exit"],
            adding: settings)
    }

    /// Forgets outputs and results, and keeps how long they took.
    func clearItems() throws {
        for name in ["items", "results"] {
            try FileManager.default.removeItem(at: bench.root.appending(path: ".regbook/\(name)"))
        }
    }

    /// Computes the items of one study.
    func compute(onSlurm: Bool) throws {
        try Data("seed: 1\n\(onSlurm ? "engine:\n  name: slurm\n" : "")".utf8)
            .write(to: bench.root.appending(path: "regbook.yml"))
        try ChildProcess.run(
            bench.program,
            ["build", "--quiet", "--format", "html", "--only", "bayesian-perspective/averaging", "--root"]
                + [bench.root.path(percentEncoded: false)], adding: settings)
    }
}
