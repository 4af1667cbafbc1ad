import Foundation

/// Where the items of a section's experiment are computed and kept.
public protocol Workbench: Sendable {
    /// Announces that `items` items of stage `name` will follow.
    func begin(_ name: String, items: Int) async

    /// Says that the items of a stage are done, and that the experiment goes on with them.
    func end() async throws

    /// The stored output of `item`, or what `compute` returns, which is then stored. Waits for a free core first.
    func output(of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data) async throws -> Data
}

/// A bench that keeps nothing: each output is computed when it is asked for.
public struct PlainBench: Workbench {
    public init() {}

    public func begin(_ name: String, items: Int) async {}

    public func end() async throws {}

    public func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        try await compute()
    }
}
