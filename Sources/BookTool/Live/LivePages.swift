import Foundation

/// Pages of variations in memory: the last ones that were asked for.
struct LivePages {
    /// A page and its figures, by their paths.
    typealias Files = [String: Data]

    private var pages: [String: Files] = [:]
    /// From the oldest on.
    private var order: [String] = []
    private var bytes = 0
    private let limit: Int

    /// - Parameter limit: the bytes that are held at most, besides the newest page.
    init(limit: Int = 64 << 20) { self.limit = limit }

    subscript(key: String) -> Files? { pages[key] }

    mutating func add(_ files: Files, _ key: String) {
        remove(key)
        pages[key] = files
        order.append(key)
        bytes += Self.size(files)
        while bytes > limit, order.count > 1 { remove(order[0]) }
    }

    mutating func removeAll() { (pages, order, bytes) = ([:], [], 0) }

    private mutating func remove(_ key: String) {
        guard let files = pages.removeValue(forKey: key) else { return }
        bytes -= Self.size(files)
        order.removeAll { $0 == key }
    }

    private static func size(_ files: Files) -> Int { files.values.reduce(0) { $0 + $1.count } }
}
