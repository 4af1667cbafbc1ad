import Report

/// Pages of variations in memory: the last ones that were asked for.
struct LivePages {
    private var pages: [String: ReportPage] = [:]
    /// From the oldest on.
    private var order: [String] = []
    private var bytes = 0
    private let limit: Int

    /// - Parameter limit: the bytes that are held at most, besides the newest page.
    init(limit: Int = 64 << 20) { self.limit = limit }

    subscript(key: String) -> ReportPage? { pages[key] }

    mutating func add(_ page: ReportPage, _ key: String) {
        remove(key)
        pages[key] = page
        order.append(key)
        bytes += page.size
        while bytes > limit, order.count > 1 { remove(order[0]) }
    }

    mutating func removeAll() { (pages, order, bytes) = ([:], [], 0) }

    private mutating func remove(_ key: String) {
        guard let page = pages.removeValue(forKey: key) else { return }
        bytes -= page.size
        order.removeAll { $0 == key }
    }
}
