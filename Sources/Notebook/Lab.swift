import Foundation
import Learning

/// The only door from an experiment to what is slow or random: named random streams, data sets, and `map`,
/// the one way to run replicates and sweeps.
public struct Lab: Sendable {
    /// The profile that the build was asked for.
    public let profile: Profile
    /// The master seed of the build.
    public let seed: UInt64

    private let section: SectionInfo
    private let source: any ImageSource
    private let bench: any Workbench

    public init(
        section: SectionInfo, profile: Profile, seed: UInt64, source: any ImageSource,
        bench: any Workbench = PlainBench()
    ) {
        self.section = section
        self.profile = profile
        self.seed = seed
        self.source = source
        self.bench = bench
    }

    /// The random stream `name` of this section, number `index`; the same for any order and number of threads.
    public func stream(_ name: String, _ index: Int = 0) -> RandomStream {
        RandomStream(seed: seed, name: section.slug).split(name, index)
    }

    /// The first `count` labelled images of `part`.
    ///
    /// - Throws: `LabError.undeclaredData` when the section's info does not say that it reads images.
    public func images(_ part: DataPart, count: Int) throws -> LabelledImages {
        guard section.readsImages else { throw LabError.undeclaredData(section: section.slug) }
        return try source.images(part, count: count)
    }

    /// What a reader calls the data set in use.
    public var dataName: String { source.name }

    /// `body` of each of `items`, computed on as many cores as the build may use, in the order of `items`.
    ///
    /// Each output is stored under its item as soon as it is done, so an interrupted build goes on where it was and
    /// five replicates that become eight cost three. An item must therefore say all that its output depends on
    /// besides the section's sources, the data and the master seed: `body` captures nothing else.
    ///
    /// - Parameter name: what is being computed, shown as progress and part of the key.
    public func map<Item: Codable & Sendable, Output: Codable & Sendable>(
        _ name: String, over items: [Item], _ body: @escaping @Sendable (Item, Lab) async throws -> Output
    ) async throws -> [Output] {
        await bench.begin(name, items: items.count)
        let outputs = try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            for (place, item) in items.enumerated() {
                group.addTask {
                    let key = try StoredJSON.encode(item)
                    let stored = try await bench.output(of: name, item: key) {
                        try StoredJSON.encode(await body(item, self))
                    }
                    return (place, try StoredJSON.decode(Output.self, from: stored))
                }
            }
            return try await group.reduce(into: [Int: Output]()) { $0[$1.0] = $1.1 }
        }
        return items.indices.compactMap { outputs[$0] }
    }
}

/// What an experiment asked of its lab and cannot have.
public enum LabError: Error, Equatable {
    case undeclaredData(section: String)
}
