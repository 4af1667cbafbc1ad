import Foundation
import Testing

/// Every parameter of the book with twenty extreme values: each is refused with a message, or the study runs.
@Suite(.serialized)
struct HostileParameterTests {
    static let values = [
        "0", "-1", "1", "2", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "4000000000",
        "1000000000000000000", "1e308", "1e-308", "-1e308", "NaN", "inf", "0.5", "\"\"", "[]", "{}", "null", "true",
    ]

    /// Seconds that an accepted value is computed with before it is stopped.
    private static let taste = 0.5

    private static func regbook(_ words: [String], in folder: URL, stopAfter: Double? = nil) throws -> WatchedProcess {
        try WatchedProcess([FixtureProcess.program("regbook")] + words, in: folder, stopAfter: stopAfter)
    }

    @Test func everyParameterWithExtremeValues() async throws {
        let book = try FixtureFolder()
        let list = try Self.regbook(["list", "--verbose"], in: book.root)
        #expect(list.code == 0, "\(list.errors)")
        let parameters = list.output.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /\s([a-z0-9\/-]+\.[A-Za-z0-9.]+)=/).map { String($0.1) }
        }
        #expect(parameters.count > 100)
        let all = parameters.flatMap { parameter in Self.values.map { (parameter, $0) } }
        let cases = Hostility.sample(all, 24)
        let places = Array(cases.enumerated())
        var outcomes: [String: Int] = [:]
        // Two at once, as many as there are cores on a small machine.
        try await withThrowingTaskGroup(of: [(String, String)].self) { group in
            for half in 0..<2 {
                group.addTask { try await Self.tried(places.filter { $0.offset % 2 == half }.map(\.element), in: book) }
            }
            for try await results in group {
                for (outcome, fault) in results {
                    outcomes[outcome, default: 0] += 1
                    #expect(fault.isEmpty, "\(fault)")
                }
            }
        }
        Hostility.tell("extreme parameters", tried: cases.count, outcomes)
    }

    private static func tried(_ cases: [(String, String)], in book: FixtureFolder) async throws -> [(String, String)] {
        try cases.map { parameter, value in
            let study = String(parameter.prefix { $0 != "." })
            let run = try regbook(
                ["run", study, "--quiet", "--jobs", "1", "--set", "\(parameter)=\(value)"], in: book.root,
                stopAfter: taste)
            let fault = run.fault(mayStop: true).map { "\(parameter)=\(value): \($0)" } ?? ""
            return (run.code == 0 ? "computed" : run.code == 128 + SIGTERM ? "accepted" : "refused", fault)
        }
    }
}
