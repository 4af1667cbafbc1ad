import Foundation
import Plots

/// A field and its lines of equal value as contourpy traced them.
struct ContourFixture: Decodable {
    struct Level: Decodable {
        let level: Double
        /// Points of each line; closed lines end with their first point.
        let lines: [[[Double]]]
    }

    struct Area: Decodable {
        let lower: Double
        let upper: Double
        let area: Double
    }

    let name: String
    let xs: [Double]
    let ys: [Double]
    let values: [Double?]
    let levels: [Level]
    /// Areas between neighbouring levels.
    let areas: [Area]

    static func all() throws -> [ContourFixture] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("fixtures.json")
        return try JSONDecoder().decode([ContourFixture].self, from: Data(contentsOf: file))
    }

    func field() throws -> ScalarField { try ScalarField(xs: xs, ys: ys, values: values.map { $0 ?? .nan }) }
}
