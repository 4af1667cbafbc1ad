import Foundation

/// The report that the last build left, whose files serve again where nothing they were made from has changed.
public protocol StandingReport: Sendable {
    /// Whether the last build made all files at `paths` from `key`.
    func holds(_ paths: [String], madeFrom key: String) -> Bool

    /// Puts the files of `batches` into the empty `folder`, too, where all of a batch were made from its key and nobody has
    /// changed them since.
    ///
    /// - Returns: for each batch whether it serves; of one that doesn't, nothing is put into `folder`.
    func take(_ batches: [(paths: [String], key: String)], into folder: URL) throws -> [Bool]
}

/// There is no report yet.
public struct NothingStands: StandingReport {
    public init() {}

    public func holds(_ paths: [String], madeFrom key: String) -> Bool { false }
    public func take(_ batches: [(paths: [String], key: String)], into folder: URL) throws -> [Bool] {
        batches.map { _ in false }
    }
}
