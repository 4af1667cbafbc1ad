/// What is known of the report that stood before: most of its files are those of the standing one by a second link.
struct PreviousFiles: Codable, Sendable {
    /// The sum of its files with their inodes, which tells that it lies as it was left.
    let names: StampSum
    /// The paths at which the two reports have different files, or only one has a file.
    let others: [String]

    /// The most paths for which it is quicker to mend the report before than to link the standing one anew.
    private static let most = 1_000

    init(names: StampSum, others: [String]) {
        self.names = names
        self.others = others
    }

    /// - Parameters:
    ///   - files: those of the report before.
    ///   - standing: those of the report that took its place.
    /// - Returns: nil when too little is common to both.
    init?(_ files: [OutputFile], named names: StampSum, besides standing: [OutputFile]) {
        var inodes = Dictionary(files.map { ($0.path, $0.stamp.inode) }) { first, _ in first }
        var others: [String] = []
        for file in standing where inodes.removeValue(forKey: file.path) != file.stamp.inode {
            others.append(file.path)
        }
        others += inodes.keys
        guard others.count <= Self.most else { return nil }
        self.init(names: names, others: others.sorted())
    }
}
