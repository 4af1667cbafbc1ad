import DataSets
import Foundation
import LinearAlgebra

/// The only door from an experiment to what is slow or random: named random streams, data sets, results of other
/// experiments, and `map`, the one way to run replicates and sweeps.
public struct Lab: Sendable {
    /// The master seed of the build.
    public let seed: UInt64

    private let section: String
    private let readsImages: Bool
    private let source: any ImageSource
    private let bench: any Workbench
    private let inputs: [String: Data]

    /// - Parameters:
    ///   - section: the slug of the section, whose studies draw their random numbers from the same streams.
    ///   - inputs: the results of other experiments as canonical JSON, by name.
    public init(
        section: String, readsImages: Bool = false, seed: UInt64, source: any ImageSource = NoImages(),
        bench: any Workbench = PlainBench(), inputs: [String: Data] = [:]
    ) {
        self.section = section
        self.readsImages = readsImages
        self.seed = seed
        self.source = source
        self.bench = bench
        self.inputs = inputs
    }

    /// The random stream `name` of this section, number `index`; the same for any order and number of threads.
    public func stream(_ name: String, _ index: Int = 0) -> RandomStream {
        RandomStream(seed: seed, name: section).split(name, index)
    }

    /// The first `count` labelled images of `part`, at half their side if `isHalved`.
    ///
    /// - Throws: `LabError.undeclaredImages` when the experiment does not say that it reads images.
    public func images(_ part: DataPart, count: Int, isHalved: Bool = false) throws -> LabelledImages {
        guard readsImages else { throw LabError.undeclaredImages }
        let images = try source.images(part, count: count)
        return isHalved ? images.halved() : images
    }

    /// What a reader calls the data set in use.
    public var dataName: String { source.name }

    /// The results of another experiment of the section.
    ///
    /// - Throws: `LabError.undeclaredInput` when it is not among the `inputs` of the one that asks.
    public func results<Other: Experiment>(of other: Other.Type) throws -> Other.Results {
        guard let stored = inputs[other.name] else { throw LabError.undeclaredInput(other.name) }
        return try StoredJSON.decode(Other.Results.self, from: stored)
    }

    /// The lab that items see: results of other experiments reach them through the items alone, which are their key.
    private var withoutInputs: Lab {
        Lab(section: section, readsImages: readsImages, seed: seed, source: source, bench: bench)
    }

    /// `body` of each of `items`, computed on as many cores as the build may use, in the order of `items`.
    ///
    /// Each output is stored under its item as soon as it is done, so an interrupted build goes on where it was. An item
    /// must therefore say all that its output depends on besides the study's sources, the data and the master seed, and
    /// nothing else: `body` captures nothing.
    ///
    /// - Parameter name: what is being computed, shown as progress and part of the key.
    public func map<Item: Codable & Sendable, Output: Codable & Sendable>(
        _ name: String, over items: [Item], _ body: @escaping @Sendable (Item, Lab) async throws -> Output
    ) async throws -> [Output] {
        await bench.begin(name, items: items.count)
        let lab = withoutInputs
        let outputs = try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            for (place, item) in items.enumerated() {
                group.addTask {
                    let key = try StoredJSON.encode(item)
                    let stored = try await bench.output(of: name, item: key) {
                        try StoredJSON.encode(await body(item, lab))
                    }
                    return (place, try StoredJSON.decode(Output.self, from: stored))
                }
            }
            return try await group.reduce(into: [Int: Output]()) { $0[$1.0] = $1.1 }
        }
        try await bench.end()
        return items.indices.compactMap { outputs[$0] }
    }

    /// `body` of each of `settings`, `replicates` times, as `map` above: five replicates that become eight cost three.
    ///
    /// - Returns: for each setting its replicates in order.
    public func map<Setting: Codable & Sendable, Output: Codable & Sendable>(
        _ name: String, over settings: [Setting], replicates: Int,
        _ body: @escaping @Sendable (Setting, _ replicate: Int, Lab) async throws -> Output
    ) async throws -> [[Output]] {
        let items = settings.flatMap { setting in
            (0..<replicates).map { Replicate(number: $0, setting: setting) }
        }
        let outputs = try await map(name, over: items) { try await body($0.setting, $0.number, $1) }
        return settings.indices.map { Array(outputs[$0 * replicates..<($0 + 1) * replicates]) }
    }

    /// `body` of one setting, `replicates` times.
    ///
    /// - Parameter setting: all that the replicates' output depends on besides their number.
    public func map<Setting: Codable & Sendable, Output: Codable & Sendable>(
        _ name: String, replicates: Int, of setting: Setting,
        _ body: @escaping @Sendable (Setting, _ replicate: Int, Lab) async throws -> Output
    ) async throws -> [Output] {
        try await map(name, over: [setting], replicates: replicates, body)[0]
    }
}

/// An item that is one of several runs under the same setting.
private struct Replicate<Setting: Codable & Sendable>: Codable, Sendable {
    let number: Int
    let setting: Setting
}

/// What an experiment asked of its lab and cannot have.
public enum LabError: Error, Equatable {
    /// Images, though it does not say that it reads them.
    case undeclaredImages
    /// Results of an experiment that is not among its inputs.
    case undeclaredInput(String)
}
