import Foundation
import Notebook
import Tables

/// Measures how high the water of a table stands.
public struct TideSection: Section, Study, TableReading {
    public init() {}

    public struct Parameters: Codable, Sendable {
        var first = 0
    }

    public static let info = SectionInfo(slug: "tides", title: "Tides")
    public static let tables = ["tides"]
    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Double {
        let levels = try await lab.map("levels", over: [parameters.first]) { first, lab in
            try lab.table("tides").column("level", as: Double.self).dropFirst(first).max() ?? 0
        }
        return levels[0]
    }

    public func show(_ results: Double, _ parameters: Parameters) throws -> Page {
        Value("highest", results)
        Claim("T-1", "The water is not high.", method: "The highest level.") {
            Check.number("level", results, .atMost(10))
        }
    }
}
