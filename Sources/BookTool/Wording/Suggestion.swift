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

    /// The fewest insertions, deletions and replacements that turn `a` into `b` (Levenshtein).
    static func distance(_ a: String, _ b: String) -> Int {
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = x == y ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[b.count]
    }
}
