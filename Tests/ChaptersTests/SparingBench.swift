import Foundation
import Notebook

/// A bench that computes one replicate of each setting and hands its output to the others: what an experiment asks for can be
/// seen at a fraction of the cost.
actor SparingBench: Workbench {
    /// Each stage and item that was asked for since the last call of `forget`.
    private(set) var items: Set<String> = []
    private var outputs: [String: Task<Data, any Error>] = [:]

    func begin(_ name: String, items: Int) async {}

    func output(
        of name: String, item: Data, compute: @escaping @Sendable () async throws -> Data
    ) async throws -> Data {
        items.insert(Self.key(name, item))
        let key = Self.key(name, Self.setting(of: item) ?? item)
        let task = outputs[key] ?? Task { try await compute() }
        outputs[key] = task
        return try await task.value
    }

    /// Forgets what was asked for, but no output.
    func forget() { items = [] }

    private static func key(_ stage: String, _ item: Data) -> String {
        "\(stage) \(String(decoding: item, as: UTF8.self))"
    }

    /// The setting of an item that is one replicate of several, as JSON with sorted keys; nil for any other.
    private static func setting(of item: Data) -> Data? {
        guard let fields = try? JSONSerialization.jsonObject(with: item) as? [String: Any], fields.count == 2,
            fields["number"] is Int, let setting = fields["setting"]
        else { return nil }
        return try? JSONSerialization.data(withJSONObject: setting, options: [.fragmentsAllowed, .sortedKeys])
    }
}
