import Foundation
import Hashing
import Learning
import Notebook
import Tables

/// One study as it is to be run: everything that decides its results.
public struct StudyJob: Sendable {
    public let section: NumberedSection
    public let study: AnyStudy
    public let profile: Profile
    /// Canonical JSON.
    public let parameters: Data
    public let seed: UInt64
    public let source: any ImageSource
    /// The tables that the study reads.
    public let tables: [BookTable]
    /// Whether profile, parameters, seed and data are those the prose was written for.
    public let isAsWritten: Bool
    /// The command that runs this study again.
    public let rerunCommand: String
    /// The studies whose results this one takes.
    public let inputs: [StudyJob]

    public init(
        section: NumberedSection, study: AnyStudy, profile: Profile, parameters: Data, seed: UInt64,
        source: any ImageSource, tables: [BookTable] = [], isAsWritten: Bool, rerunCommand: String,
        inputs: [StudyJob] = []
    ) {
        self.section = section
        self.study = study
        self.profile = profile
        self.parameters = parameters
        self.seed = seed
        self.source = source
        self.tables = tables
        self.isAsWritten = isAsWritten && inputs.allSatisfy(\.isAsWritten)
        self.rerunCommand = rerunCommand
        self.inputs = inputs
    }

    /// The same with another master seed.
    public func with(seed: UInt64) -> StudyJob {
        StudyJob(
            section: section, study: study, profile: profile, parameters: parameters, seed: seed, source: source,
            tables: tables, isAsWritten: isAsWritten && seed == self.seed, rerunCommand: rerunCommand,
            inputs: inputs.map { $0.with(seed: seed) })
    }

    /// The study's name in the book: "early-stopping/retraining".
    public var path: String { study.path }

    /// Takes the measurements with `bench`; canonical JSON.
    ///
    /// - Parameter inputs: the results that it takes, by the studies' names.
    func measure(with bench: any Workbench, _ inputs: [String: Data]) async throws -> Data {
        let lab = Lab(
            section: section.info.slug, readsImages: study.readsImages, seed: seed, source: source, bench: bench,
            inputs: inputs)
        var open: [String: DataTable] = [:]
        for table in tables { open[table.set.name] = try table.read() }
        return try await OpenTables.$current.withValue(open) { try await study.measure(parameters, in: lab) }
    }

    /// What a reader calls the data that the results depend on; nil for none.
    var dataName: String? {
        let names = (readsImages ? [source.name] : []) + allTables.map(\.set.title)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// The tables that the results depend on, each once.
    public var allTables: [BookTable] {
        inputs.flatMap(\.allTables).reduce(into: tables) { tables, table in
            if !tables.contains(where: { $0.set.name == table.set.name }) { tables.append(table) }
        }
    }

    /// Whether the results depend on labelled images.
    public var readsImages: Bool { study.readsImages || inputs.contains(where: \.readsImages) }

    /// What an item's output and the results have in common: all that an item can ask its lab for. The profile is no part of
    /// it: where its parameters are those of another, so are the results. OpenBLAS's kernel decides their last bits.
    private func circumstances(_ digests: SourceDigests) throws -> [String] {
        [
            path, try digests.study(self).experiment, study.readsImages ? source.checksum : "no images", String(seed),
            BLASKernel.current.name,
        ] + tables.map { "table \($0.key)" }
    }

    /// What the results are stored under: also the keys of those that they take, and all parameters.
    func resultsKey(_ digests: SourceDigests) throws -> Digest {
        let inputs = try inputs.map { try $0.resultsKey(digests).hex }
        return Digest(
            ofFields: ["results"] + (try circumstances(digests)) + inputs + [
                String(decoding: parameters, as: UTF8.self)
            ])
    }

    /// What the output of an item of a stage is stored under.
    func itemKey(_ digests: SourceDigests) throws -> @Sendable (_ stage: String, _ item: Data) -> Digest {
        let circumstances = try circumstances(digests)
        return { stage, item in
            Digest(ofFields: ["item"] + circumstances + [stage, String(decoding: item, as: UTF8.self)])
        }
    }
}

extension [StudyJob] {
    /// The jobs and all whose results they take, each once and after those that it takes results from.
    public var withInputs: [StudyJob] {
        var seen: Set<String> = []
        return flatMap { $0.inputs.withInputs + [$0] }.filter { seen.insert($0.path).inserted }
    }
}
