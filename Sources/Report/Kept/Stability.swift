import Notebook
import Yams

/// How often each claim came out how, over several master seeds: the file `records/stability.yml`.
public struct Stability: Sendable, Equatable {
    /// By the study's path.
    public var studies: [String: Study]

    /// What came of one study.
    public struct Study: Sendable, Equatable {
        /// The version of the book that ran.
        public var commit: String
        /// Hexadecimal digest of the sources that measure.
        public var experiment: String
        public var seeds: ClosedRange<UInt64>
        /// How many seeds gave which verdict, by the claim's id.
        public var claims: [String: [Verdict: Int]]

        public init(
            commit: String, experiment: String, seeds: ClosedRange<UInt64>, claims: [String: [Verdict: Int]]
        ) {
            self.commit = commit
            self.experiment = experiment
            self.seeds = seeds
            self.claims = claims
        }
    }

    public init(studies: [String: Study] = [:]) { self.studies = studies }

    /// Reads what `yaml` wrote.
    ///
    /// - Throws: `StabilityError` with the line that can't be read.
    public init(yaml: String) throws(StabilityError) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw StabilityError(line: YAMLFault(error).line, problem: "this isn't valid YAML")
        }
        studies = [:]
        for (path, fields) in node?.mapping ?? [:] {
            studies[path.string ?? ""] = try Study(fields)
        }
    }

    /// Studies and claims in the order of their names, a line for each claim; studies without a claim count nothing.
    public var yaml: String {
        var lines = ["# How many master seeds gave which verdict. Written by the command stability"]
        for (path, study) in studies.sorted(by: { $0.key < $1.key }) where !study.claims.isEmpty {
            lines += [
                "\(path):", "  commit: \(study.commit)", "  experiment: \(study.experiment)",
                "  seeds: \(study.seeds.lowerBound)-\(study.seeds.upperBound)", "  claims:",
            ]
            let claims = study.claims.sorted { Self.isBefore($0.key, $1.key) }
            lines += claims.map { "    \($0.key): \(Self.words($0.value))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether claim `a` comes before `b`: by their numbers, as 7-9X before 7-10X.
    private static func isBefore(_ a: String, _ b: String) -> Bool {
        func numbers(_ id: String) -> [Int] { id.split { !$0.isNumber }.compactMap { Int($0) } }
        let (first, second) = (numbers(a), numbers(b))
        return first == second ? a < b : first.lexicographicallyPrecedes(second)
    }

    /// "9 holds, 1 inconclusive", the most frequent first.
    static func words(_ counts: [Verdict: Int]) -> String {
        let order = Verdict.allCases.filter { counts[$0, default: 0] > 0 }
            .sorted { counts[$0, default: 0] > counts[$1, default: 0] }
        return order.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
    }
}

extension Stability.Study {
    fileprivate init(_ node: Node) throws(StabilityError) {
        func text(_ key: String) throws(StabilityError) -> String {
            guard let text = node.mapping?[key]?.scalar?.string, !text.isEmpty else {
                throw StabilityError(node, "a study needs '\(key)'")
            }
            return text
        }
        commit = try text("commit")
        experiment = try text("experiment")
        guard let seeds = SeedRange(try text("seeds")) else {
            throw StabilityError(
                node.mapping?["seeds"] ?? node, "'seeds' must be a range of at most \(SeedRange.limit), such as 1-10")
        }
        self.seeds = seeds.range
        claims = [:]
        guard let lines = node.mapping?["claims"]?.mapping else {
            throw StabilityError(node, "a study needs 'claims'")
        }
        for (id, counts) in lines {
            claims[id.scalar?.string ?? ""] = try Self.counts(counts)
        }
    }

    private static func counts(_ node: Node) throws(StabilityError) -> [Verdict: Int] {
        var counts: [Verdict: Int] = [:]
        for part in (node.scalar?.string ?? "").split(separator: ",") {
            let words = part.split(separator: " ")
            guard words.count == 2, let count = Int(words[0]), (1...SeedRange.limit).contains(count),
                let verdict = Verdict(rawValue: String(words[1]))
            else { throw StabilityError(node, "'\(part)' is no count of a verdict, such as 9 holds") }
            counts[verdict] = count
        }
        guard !counts.isEmpty else { throw StabilityError(node, "no verdict is counted") }
        return counts
    }
}

/// "1-10": master seeds one after the other.
public struct SeedRange: Sendable {
    public let range: ClosedRange<UInt64>
    /// The most master seeds in one range.
    public static let limit = 10_000

    /// Nil unless `text` is one whole number, or two with the larger one last and a hyphen between, at most 10,000 seeds.
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { UInt64($0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last,
            last - first < SeedRange.limit
        else { return nil }
        range = first...last
    }
}

/// What is wrong with `records/stability.yml`, and in which line.
public struct StabilityError: Error, Sendable, Equatable, CustomStringConvertible {
    public let line: Int
    public let problem: String

    init(line: Int, problem: String) {
        self.line = line
        self.problem = problem
    }

    fileprivate init(_ node: Node, _ problem: String) {
        self.init(line: node.mark?.line ?? 1, problem: problem)
    }

    public var description: String { "records/stability.yml:\(line): \(problem)" }
}
