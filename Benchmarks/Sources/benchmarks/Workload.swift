import Foundation

/// A named piece of work that is timed; it prints one JSON line a measurement, as the peers' scripts do.
struct Workload: Sendable {
    let name: String
    let run: @Sendable () async throws -> [Measurement]
}

/// One line of a benchmark's output.
struct Measurement: Encodable {
    let workload: String
    var peer = "regbook"
    let seconds: Double
    let throughput: Double
    let unit: String
    /// The largest relative duality gap that was left, where a workload stops at one.
    var maxRelGap: Double?
    /// The most memory that the process held until then, where a workload measures it.
    var peakMegabytes: Double?
    /// The size of the file that was written, where a workload bounds it.
    var megabytes: Double?
    /// The throughput as a share of what the bare matrix products would allow, where a workload measures both in turn.
    var shareOfProducts: Double?
    /// The time as a multiple of what pdfLaTeX's own passes take, where a workload measures both in turn.
    var timesPasses: Double?

    /// The median time of `runs` calls of `body` after `warm` untimed ones.
    static func median(runs: Int = 7, warm: Int = 1, _ body: () async throws -> Void) async rethrows -> Double {
        for _ in 0..<warm { try await body() }
        var times: [Double] = []
        for _ in 0..<runs { times.append(try await seconds(body)) }
        return median(of: times)
    }

    /// The same where `prepare` is called before each of them and not timed.
    static func median(
        runs: Int, warm: Int = 1, after prepare: () async throws -> Void, _ body: () async throws -> Void
    ) async throws -> Double {
        var times: [Double] = []
        for _ in 0..<(warm + runs) {
            try await prepare()
            times.append(try await seconds(body))
        }
        return median(of: Array(times.dropFirst(warm)))
    }

    static func median(of numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }

    static func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    func printLine() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(self), as: UTF8.self))
    }
}
