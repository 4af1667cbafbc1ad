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

    /// - Parameter reader: notes what is wrong.
    init(_ node: Node?, from reader: inout SettingsReader) {
        guard let node else { return }
        guard let mapping = node.mapping else {
            let wanted = "settings of its own, such as 'name: slurm', indented below it"
            reader.add(.wrong("engine", wanted: wanted), at: node)
            return
        }
        let fields = reader.fields(of: mapping, known: Self.known, prefix: "engine.")
        func value<T>(_ name: String, _ wanted: String, _ convert: (String) -> T?) -> T? {
            reader.value(fields[name], "engine.\(name)", wanted, convert)
        }
        func count(_ name: String) -> Int? {
            value(name, "a whole number from 1 to 1000000") {
                Int($0).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
            }
        }
        let engines = EngineName.allCases.map(\.rawValue).joined(separator: ", ")
        engine = value("name", "one of \(engines)") { EngineName(rawValue: $0) }
        partition = value("partition", "a partition's name") { $0.isEmpty ? nil : $0 }
        account = value("account", "an account's name") { $0.isEmpty ? nil : $0 }
        minutes = count("minutes")
        memory = value("memory", "a size, such as 2G") { try? ByteCount($0) }
        cores = count("cores") ?? cores
        let seconds = value("batch-seconds", "a number of seconds above 0") {
            Double($0).flatMap { 0 < $0 && $0 < 1e7 ? $0 : nil }
        }
        batchSeconds = seconds ?? batchSeconds
        arrayLimit = count("array-limit") ?? arrayLimit
        workers = count("workers")
        flags = reader.list(fields["flags"], "engine.flags", "a list, such as [--constraint=avx2]") ?? flags
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
