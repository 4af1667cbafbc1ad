import DataSets
import Laboratory
import LinearAlgebra
import Statistics

/// Networks that grow by one hidden unit at a time, each fitted to what the others leave; and units fitted to bootstrap
/// resamples and averaged.
public struct Growing: Experiment {
    public init() {}

    public static let question = "What does a network gain from units added one by one?"

    public struct Parameters: Codable, Sendable {
        @Parameter("training sets", in: 2...10_000) public var replicates = 10
        @Parameter("hidden units", in: 2...10_000) public var units = 60
        @Parameter("fresh examples that errors are measured on", in: 2...100_000) public var testExamples = 1_000
    }

    public static func parameters(for profile: Profile) -> Parameters { Parameters() }

    public struct Results: Codable, Sendable {
        /// Mean squared errors after each unit, one curve a training set.
        public var grownTraining: [[Double]]
        public var grownTest: [[Double]]
        public var baggedTraining: [[Double]]
        public var baggedTest: [[Double]]

        /// By how much the gap between fresh and training examples grows from one unit to all.
        var gapGrowth: [Double] {
            zip(grownTraining, grownTest).map { training, test in
                (test[test.count - 1] - training[training.count - 1]) - (test[0] - training[0])
            }
        }
    }

    /// The variance of the noise on the targets of Friedman's first problem.
    static let noise = 1.0

    /// What all training sets have in common.
    private struct Setting: Codable, Sendable {
        let units: Int
        let testExamples: Int
    }

    public func measure(_ parameters: Parameters, in lab: Lab) async throws -> Results {
        let setting = Setting(units: parameters.units, testExamples: parameters.testExamples)
        let curves = try await lab.map("growing networks", replicates: parameters.replicates, of: setting) {
            try Self.curves($0, $1, in: $2)
        }
        return Results(
            grownTraining: curves.map { $0[0] }, grownTest: curves.map { $0[1] },
            baggedTraining: curves.map { $0[2] }, baggedTest: curves.map { $0[3] })
    }

    /// Errors of the grown network on training and fresh examples, then those of averaged units.
    private static func curves(_ setting: Setting, _ replicate: Int, in lab: Lab) throws -> [[Double]] {
        let stream = lab.stream("growing", replicate)
        var (drawing, fresh) = (stream.split("training"), stream.split("test"))
        let data = FriedmanFamily.one.sample(100, using: &drawing)
        let test = FriedmanFamily.one.sample(setting.testExamples, using: &fresh)
        let scale = try Standardizer(fitting: data.inputs)
        let inputs = try [scale.apply(to: data.inputs), scale.apply(to: test.inputs)]
        let targets = [data.targets, test.targets]
        var answers = inputs.map { [Double](repeating: data.targets.mean, count: $0.rows) }
        var sums = inputs.map { [Double](repeating: 0, count: $0.rows) }
        var curves = [[Double]](repeating: [], count: 4)
        for place in 0..<setting.units {
            let residual = targets[0].subtracting(answers[0])
            let unit = HiddenUnit(fitting: residual, inputs[0], stream: stream.split("unit", place))
            var resampling = stream.split("resample", place)
            let resample = resampling.bootstrap(data.count)
            let mean = resample.map { data.targets[$0] }.mean
            let bagged = HiddenUnit(
                fitting: resample.map { data.targets[$0] - mean }, inputs[0].selectingRows(resample),
                stream: stream.split("bagged unit", place))
            for set in 0..<2 {
                answers[set] = answers[set].adding(unit.outputs(for: inputs[set]))
                sums[set] = sums[set].adding(bagged.outputs(for: inputs[set]).map { $0 + mean })
                curves[set].append(error(answers[set], targets[set]))
                curves[2 + set].append(error(sums[set].scaled(by: 1 / Double(place + 1)), targets[set]))
            }
        }
        return curves
    }

    private static func error(_ answers: [Double], _ targets: [Double]) -> Double {
        let residual = answers.subtracting(targets)
        return residual.dot(residual) / Double(targets.count)
    }
}
