/// Finds the known name that a misspelt one was meant to be.
enum Spelling {
    /// The nearest of `known` to `name`, if one is near enough to be meant.
    static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        let limit = max(1, name.count / 3)
        let ranked = known.map { (distance(name, $0), $0) }.filter { $0.0 <= limit }
        return ranked.min { ($0.0, $0.1) < ($1.0, $1.1) }?.1
    }

    /// The least number of insertions, deletions, replacements and swaps of neighbours between two names.
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.utf8.prefix(64)), Array(b.utf8.prefix(64)))
        var before: [Int] = []
        var above = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = above
            above = row
        }
        return above[b.count]
    }
}
