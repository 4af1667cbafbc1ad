/// How something differs from its reference.
public enum SnapshotMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no reference.
    case missing(String)
    case text(file: String, line: Int, expected: String, found: String)
    case picture(file: String, distance: Double, limit: Double, folder: String)

    public var description: String {
        switch self {
        case .missing(let file): "\(file) is missing; 'make snapshots' records it"
        case .text(let file, let line, let expected, let found):
            "\(file):\(line): expected\n  \(expected)\nfound\n  \(found)\n'make snapshots' records it anew"
        case .picture(let file, let distance, let limit, let folder):
            "\(file): the worst tile differs by \(distance), more than \(limit); the pictures are in \(folder)"
        }
    }
}
