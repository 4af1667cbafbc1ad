import Constituents
import Laboratory
import LinearAlgebra
import LinearModels
import Tables

/// Least squares for the amplitudes and phases of the constituents, and a prediction of what came after.
public struct Fit: Experiment, TableReading {
    public init() {}

    public static let question = "How well do eight periods predict the water level?"
    public static let tables = ["levels"]

    public struct Parameters: Codable, Sendable {
        @Parameter("days that the model is fitted to", in: 10...360) public var days = 300
        @Parameter("days that it predicts", in: 7...40) public var predicted = 30
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public let constituents: [Constituent]
        /// In centimetres, as the levels.
        public var amplitudes: [Double]
        /// Of the first hour predicted, counted from that of the table's first row.
        public let start: Int
        public let measured: [Double]
        public var predicted: [Double]
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let table = try lab.table("levels")
        let hours = try table.column("hour", as: Int.self)
        let levels = try table.column("level", as: Double.self)
        let known = 0..<parameters.days * 24
        let later = known.upperBound..<min(known.upperBound + parameters.predicted * 24, levels.count)
        let constituents = Constituent.all
        let model = try Ridge(penalty: 0, fittingIntercept: true).fit(
            Constituent.design(hours: Array(hours[known]), constituents), Array(levels[known]))
        return Results(
            constituents: constituents, amplitudes: Constituent.amplitudes(of: model), start: hours[later.lowerBound],
            measured: Array(levels[later]),
            predicted: try model.predictions(for: Constituent.design(hours: Array(hours[later]), constituents)))
    }
}
