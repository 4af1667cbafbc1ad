/// The known name that a mistyped one was probably meant to be.
enum Suggestion {
    /// "Did you mean 'dropout'?" where a known name is near, otherwise all that is known.
    static func sentence(for name: String, among known: [String]) -> String {
        if let nearest = nearest(to: name, among: known) { return "Did you mean '\(nearest)'?" }
        return "Known: \(known.joined(separator: ", "))."
    }

    /// The name of `known` that fewest edits away, if that is no more than a third of its length.
    static func nearest(to name: String, among known: [String]) -> String? {
        known.map { ($0, distance(name.lowercased(), $0.lowercased())) }
            .filter { candidate, edits in edits <= max(1, max(candidate.count, name.count) / 3) }
            .min { $0.1 < $1.1 }?.0
    }

    /// The fewest insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`
    /// (optimal string alignment).
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a)
        let b = Array(b)
        var above: [Int] = []
        var row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            for j in b.indices {
                var edits = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { edits = min(edits, above[j - 1] + 1) }
                next.append(edits)
            }
            (above, row) = (row, next)
        }
        return row[b.count]
    }
}
