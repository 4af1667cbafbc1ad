import Foundation

/// The report that the last build left, whose files serve again where nothing they were made from has changed.
public protocol StandingReport: Sendable {
    /// Whether the last build made all files at `paths` from `key`.
    func holds(_ paths: [String], madeFrom key: String) -> Bool

    /// Puts the standing files at `paths` into `folder`, too, if all of them were made from `key` and nobody has changed
    /// them since.
    ///
    /// - Returns: false when one of them does not serve; none is put into `folder` then.
    func take(_ paths: [String], madeFrom key: String, into folder: URL) throws -> Bool
}

/// There is no report yet.
public struct NothingStands: StandingReport {
    public init() {}

    public func holds(_ paths: [String], madeFrom key: String) -> Bool { false }
    public func take(_ paths: [String], madeFrom key: String, into folder: URL) throws -> Bool { false }
}
