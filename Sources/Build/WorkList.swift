import Foundation
import Hashing

/// What workers are to compute: batches of items, and what decides their keys, so that a worker that would compute something
/// else notices.
public struct WorkList: Codable, Sendable, Equatable {
    /// The title of the book.
    public let book: String
    /// The paths of the studies of the build, in reading order.
    public let studies: [String]
    /// The digest of the sources that measure them.
    public let sources: String
    /// The kernel of OpenBLAS that all workers take.
    public let kernel: String
    /// The checksum of the data set.
    public let data: String
    /// The options of the command line that decide what is computed.
    public let options: [String]
    /// Batch k is what `work --batch k` computes.
    public let batches: [Batch]

    /// Items that one worker computes.
    public struct Batch: Codable, Sendable, Equatable {
        public let items: [PendingItem]
        /// Seconds that they take on one core together; nil where some was never timed.
        public let seconds: Double?

        public init(items: [PendingItem], seconds: Double?) {
            self.items = items
            self.seconds = seconds
        }
    }

    public init(
        book: String, studies: [String], sources: String, kernel: String, data: String, options: [String],
        batches: [Batch]
    ) {
        self.book = book
        self.studies = studies
        self.sources = sources
        self.kernel = kernel
        self.data = data
        self.options = options
        self.batches = batches
    }

    /// JSON with sorted keys: equal lists have equal bytes.
    public var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    /// The digest of all but the batches, in hexadecimal: lists of one build share it.
    public var plan: String { Digest(ofFields: [book, sources, kernel, data] + studies + options).hex }

    /// The list in the file at `path`; nil when it holds none.
    public init?(contentsOf path: String) throws(BuildError) {
        guard let data = try FileSystem.contents(of: path) else { return nil }
        self.init(json: data)
    }

    /// The list that `json` holds; nil when it holds none.
    public init?(json: Data) {
        do { self = try JSONDecoder().decode(WorkList.self, from: json) } catch { return nil }
    }
}

extension [PendingItem] {
    /// Batches of about `seconds` each, those that take longest first, so that none of them is the last to begin.
    ///
    /// - Parameters:
    ///   - alone: the keys of items that get a batch for themselves, since they have failed before.
    ///   - time: how long an item takes; nil when none of its stage was timed. Of such, ten fill a batch.
    public func batches(
        of seconds: Double, alone: Set<String> = [], time: (PendingItem) -> Double?
    ) -> [WorkList.Batch] {
        let timed = map { (item: $0, seconds: time($0), guess: time($0) ?? seconds / 10) }
        let sorted = timed.enumerated().sorted { ($1.element.guess, $0.offset) < ($0.element.guess, $1.offset) }
        var batches: [WorkList.Batch] = []
        var (current, sum, known): ([PendingItem], Double, Double?) = ([], 0, 0)
        func close() {
            if !current.isEmpty { batches.append(WorkList.Batch(items: current, seconds: known)) }
            (current, sum, known) = ([], 0, 0)
        }
        for (_, (item, seconds:own, guess:guess)) in sorted {
            if alone.contains(item.key) {
                batches.append(WorkList.Batch(items: [item], seconds: own))
                continue
            }
            if !current.isEmpty && sum + guess > seconds { close() }
            current.append(item)
            sum += guess
            known = own.flatMap { own in known.map { $0 + own } }
        }
        close()
        return batches
    }
}
