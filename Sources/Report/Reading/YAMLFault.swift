import Yams

/// What keeps a text from being read as YAML, without the text itself, which may be long.
public struct YAMLFault: Sendable, Equatable {
    /// Where the parser stopped, both counted from 1.
    public let line: Int
    public let column: Int
    public let reason: String

    public init(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (line, column, reason) = (mark.line, mark.column, problem)
        case .reader(let problem, let offset, _, let yaml):
            let before = yaml.utf8.prefix(offset ?? 0)
            line = 1 + before.count { $0 == UInt8(ascii: "\n") }
            column = 1 + before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
            reason = problem
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
            (line, column, reason) = (
                context.mark.line, context.mark.column, "\(names) \(keys.count == 1 ? "stands" : "stand") twice"
            )
        default: (line, column, reason) = (1, 1, "not readable as YAML")
        }
    }
}
