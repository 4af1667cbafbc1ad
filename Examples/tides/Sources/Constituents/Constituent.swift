import Foundation
import LinearAlgebra
import LinearModels

/// One of the periods in which sun and moon move the sea.
public struct Constituent: Codable, Sendable {
    /// As Darwin called it: "M2".
    public let name: String
    /// In degrees an hour.
    public let speed: Double

    /// In hours.
    public var period: Double { 360 / speed }

    /// The largest ones, by their size at most coasts of the Atlantic (Schureman, 1958).
    public static let all = [
        Constituent(name: "M2", speed: 28.9841042), Constituent(name: "S2", speed: 30),
        Constituent(name: "N2", speed: 28.4397295), Constituent(name: "K2", speed: 30.0821373),
        Constituent(name: "O1", speed: 13.9430356), Constituent(name: "K1", speed: 15.0410686),
        Constituent(name: "M4", speed: 57.9682084), Constituent(name: "MS4", speed: 58.9841042),
    ]

    /// A row for each hour with the cosine and the sine of each constituent.
    public static func design(hours: [Int], _ constituents: [Constituent]) -> Matrix {
        Matrix(rows: hours.count, columns: 2 * constituents.count) { row, column in
            let angle = constituents[column / 2].speed * Double(hours[row]) * .pi / 180
            return column % 2 == 0 ? cos(angle) : sin(angle)
        }
    }

    /// The amplitude of each constituent in `model`, which was fitted to `design`.
    public static func amplitudes(of model: LinearModel) -> [Double] {
        (0..<model.weights.count / 2).map { hypot(model.weights[2 * $0], model.weights[2 * $0 + 1]) }
    }
}
