import Foundation
import Yams

/// What `engine:` in `regbook.yml` says: by what batches are run when the command line doesn't say otherwise, and how.
struct EngineSettings: Sendable, Equatable {
    /// The engine that a build uses; nil for none.
    var engine: EngineName?
    /// Slurm's partition and account; nil for those that it takes by itself.
    var partition: String?
    var account: String?
    /// Minutes after which a batch is ended; nil for a limit made from measured times.
    var minutes: Int?
    /// The memory of a batch, as Slurm and Snakemake read it in MB; nil for what the engine takes by itself.
    var memory: ByteCount?
    /// How many cores a batch gets.
    var cores = 1
    /// Seconds of work that make up a batch.
    var batchSeconds = 300.0
    /// How many batches one job array holds at most.
    var arrayLimit = 1000
    /// How many batches run at once at most; nil for as many as there is room for.
    var workers: Int?
    /// Further options, handed to `sbatch` or `snakemake` as they stand.
    var flags: [String] = []

    private static let known = [
        "name", "partition", "account", "minutes", "memory", "cores", "batch-seconds", "array-limit", "workers",
        "flags",
    ]

    init() {}

    /// - Throws: `ToolError` with the line of what is wrong.
    init(_ node: Node?) throws {
        guard let node else { return }
        guard let mapping = node.mapping else {
            throw ToolError.wrongSetting(
                "engine", line: node.mark?.line ?? 1,
                wanted: "settings of its own, such as 'name: slurm', indented below it")
        }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            guard Self.known.contains(name) else {
                throw ToolError.unknownSetting("engine.\(name)", line: key.mark?.line ?? 1, known: Self.known)
            }
            try take(name, value)
        }
    }

    private mutating func take(_ name: String, _ node: Node) throws {
        switch name {
        case "name":
            engine = try Self.value(node, name, "one of \(EngineName.allCases.map(\.rawValue).joined(separator: ", "))")
            {
                EngineName(rawValue: $0)
            }
        case "partition": partition = try Self.value(node, name, "a partition's name") { $0.isEmpty ? nil : $0 }
        case "account": account = try Self.value(node, name, "an account's name") { $0.isEmpty ? nil : $0 }
        case "minutes": minutes = try Self.count(node, name)
        case "memory": memory = try Self.value(node, name, "a size, such as 2G") { try? ByteCount($0) }
        case "cores": cores = try Self.count(node, name)
        case "batch-seconds":
            batchSeconds = try Self.value(node, name, "a number of seconds above 0") {
                Double($0).flatMap { 0 < $0 && $0 < 1e7 ? $0 : nil }
            }
        case "array-limit": arrayLimit = try Self.count(node, name)
        case "workers": workers = try Self.count(node, name)
        default:
            let texts = node.sequence?.map(\.scalar?.string) ?? [nil]
            flags = texts.compactMap { $0 }
            guard flags.count == texts.count else {
                throw ToolError.wrongSetting(
                    "engine.flags", line: node.mark?.line ?? 1, wanted: "a list, such as [--constraint=avx2]")
            }
        }
    }

    private static func count(_ node: Node, _ name: String) throws -> Int {
        try value(node, name, "a whole number from 1 to 1000000") {
            Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
        }
    }

    private static func value<T>(
        _ node: Node, _ name: String, _ wanted: String, _ convert: (String) -> T?
    ) throws -> T {
        guard let text = node.scalar?.string, let value = convert(text) else {
            throw ToolError.wrongSetting("engine.\(name)", line: node.mark?.line ?? 1, wanted: wanted)
        }
        return value
    }
}

/// By what the batches of a build are run.
enum EngineName: String, Sendable, CaseIterable {
    case slurm, snakemake

    /// - Throws: `ToolError.unknownEngine`.
    init(named name: String) throws {
        guard let engine = EngineName(rawValue: name) else { throw ToolError.unknownEngine(name) }
        self = engine
    }
}
