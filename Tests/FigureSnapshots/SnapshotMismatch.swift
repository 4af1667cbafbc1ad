/// How something differs from its reference.
public enum SnapshotMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// A reference was written; look at it and run the test again.
    case recorded(String)
    case text(file: String, line: Int, expected: String, found: String)
    case picture(file: String, distance: Double, limit: Double, folder: String)

    public var description: String {
        switch self {
        case .recorded(let file): "recorded \(file): look at it, then run the test again"
        case .text(let file, let line, let expected, let found):
            "\(file):\(line): expected\n  \(expected)\nfound\n  \(found)\nRECORD_SNAPSHOTS=1 records it anew"
        case .picture(let file, let distance, let limit, let folder):
            "\(file): the worst tile differs by \(distance), more than \(limit); the pictures are in \(folder)"
        }
    }
}
