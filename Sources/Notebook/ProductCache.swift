import Foundation

/// Keeps what was made from given inputs, so that it is made once.
public protocol ProductCache: Sendable {
    /// The product kept under `key`, or what `make` returns, which is then kept.
    ///
    /// - Parameter key: hexadecimal digest of everything the product depends on, the code that makes it included.
    func product(_ key: String, make: () throws -> Data) throws -> Data
}

/// A cache that keeps nothing.
public struct NoCache: ProductCache {
    public init() {}

    public func product(_ key: String, make: () throws -> Data) throws -> Data {
        try make()
    }
}
