import Constituents
import Laboratory
import LinearAlgebra
import LinearModels
import Tables

/// Predictions from short stretches of the table, by least squares and with weight decay.
public struct Windows: Experiment, TableReading {
    public init() {}

    public static let question = "How long must one look at the sea before one can predict it?"
    public static let tables = ["levels"]

    public struct Parameters: Codable, Sendable {
        @Parameter("days looked at", in: 2...300) public var days = [4, 8, 15, 30, 90, 200]
        @Parameter("weight decay", in: 0...1000) public var penalty = 4.0
        @Parameter("stretches of each length", in: 2...200) public var replicates = 20
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        public struct Length: Codable, Sendable {
            public let days: Int
            /// Root mean squared errors in the days to predict, one a stretch.
            public var plain: [Double]
            public var decayed: [Double]
            /// What the first stretch predicts for their first hours.
            public let predicted: [Double]
        }

        public var lengths: [Length]
        /// The levels of those hours.
        public let measured: [Double]
    }

    private struct Outcome: Codable, Sendable {
        let plain: Double
        let decayed: Double
        let predicted: [Double]
    }

    private struct Setting: Codable, Sendable {
        let days: Int
        let penalty: Double
    }

    /// The first day that is predicted, and how many hours of it are shown.
    private static let (firstPredicted, shown) = (340, 96)

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let settings = parameters.days.sorted().map { Setting(days: $0, penalty: parameters.penalty) }
        let outcomes = try await lab.map("stretches", over: settings, replicates: parameters.replicates) {
            setting, replicate, lab in
            let table = try lab.table("levels")
            let hours = try table.column("hour", as: Int.self)
            let levels = try table.column("level", as: Double.self)
            var stream = lab.stream("stretch of \(setting.days)", replicate)
            let start = stream.index(below: Self.firstPredicted - setting.days) * 24
            let (known, later) = (start..<start + setting.days * 24, Self.firstPredicted * 24..<levels.count)
            let design = Constituent.design(hours: Array(hours[known]), Constituent.all)
            let laterDesign = Constituent.design(hours: Array(hours[later]), Constituent.all)
            // As few as these columns are, decay without an intercept would pull the mean level down, too.
            let plain = try Ridge(penalty: 0, fittingIntercept: true).fit(design, Array(levels[known]))
            let decayed = try Ridge(penalty: setting.penalty, fittingIntercept: true).fit(design, Array(levels[known]))
            return Outcome(
                plain: try plain.meanSquaredError(laterDesign, Array(levels[later])).squareRoot(),
                decayed: try decayed.meanSquaredError(laterDesign, Array(levels[later])).squareRoot(),
                predicted: Array(try plain.predictions(for: laterDesign).prefix(Self.shown)))
        }
        let measured = try lab.table("levels").column("level", as: Double.self).dropFirst(Self.firstPredicted * 24)
        return Results(
            lengths: zip(settings, outcomes).map { setting, outcomes in
                Results.Length(
                    days: setting.days, plain: outcomes.map(\.plain), decayed: outcomes.map(\.decayed),
                    predicted: outcomes[0].predicted)
            }, measured: Array(measured.prefix(Self.shown)))
    }
}
