import Learning
import Notebook

/// A model with the images it is attacked on.
struct Attack {
    let model: any AttackableModel
    let examples: Examples<Float>
    let classes: Int
    let equations: Equations
    private let slopes: [Float]

    init(_ model: any AttackableModel, on examples: Examples<Float>, classes: Int, equations: Equations) throws {
        self.model = model
        self.examples = examples
        self.classes = classes
        self.equations = equations
        slopes = try model.slopes(examples)
    }

    // snippet.fast-gradient-sign
    /// The inputs moved by ε along the sign of the slope of the cost.
    func moved(by epsilon: Double) -> [Float] {
        zip(examples.inputs, slopes).map { x, slope in
            x + equations.perturbation(Float(epsilon), slope)
        }
    }
    // snippet.end

    private func answers(_ inputs: [Float]) throws -> [(label: Int, confidence: Double)] {
        AdversarialTraining.answers(try model.probabilities(inputs), classes: classes)
    }

    /// The misclassified share, and the mean confidence in wrong answers.
    private func score(_ inputs: [Float]) throws -> (error: Double, confidence: Double) {
        let wrong = try answers(inputs).enumerated().filter { $1.label != examples.label($0) }.map(\.element.confidence)
        return (Double(wrong.count) / Double(examples.count), wrong.isEmpty ? 0 : wrong.mean)
    }

    func measure(cleanError: Double, _ parameters: Parameters, stream: RandomStream) throws -> AttackMeasurements {
        let scores = try parameters.epsilons.map { try score(moved(by: $0)) }
        let clipped = try parameters.epsilons.map { try score(moved(by: $0).map { min(max($0, 0), 1) }).error }
        let random = try parameters.epsilons.map { epsilon in
            var signs = stream.split("signs")
            return try score(examples.inputs.map { $0 + (signs.bernoulli(0.5) ? Float(epsilon) : Float(-epsilon)) })
                .error
        }
        let network = model as? TrainedNetwork
        return AttackMeasurements(
            cleanError: cleanError, errors: scores.map(\.error), confidences: scores.map(\.confidence),
            clippedErrors: clipped, randomErrors: random,
            searchErrors: try network.map { network in
                try parameters.epsilons.map { try searchError(network, $0, parameters, stream) }
            },
            pathCosts: try network.map { network in
                try Self.sizes.map { size in
                    try network.costs(moved(by: size * parameters.epsilon), examples).mean
                }
            },
            searchCosts: try network.map { network in
                try [parameters.comparedEpsilon, parameters.epsilon].map { epsilon in
                    try parameters.search(epsilon).cost(
                        of: network, on: examples, afterStep: moved(by: epsilon), stream: stream.split("cost"))
                }
            },
            leastSize: try leastSizes().median,
            movedRMS: rms(zip(moved(by: parameters.comparedEpsilon), examples.inputs).map { Double($0 - $1) }),
            printedRMS: rms(slopes.map { Double(equations.printedPerturbation($0)) }),
            slopeNorm: try network.map { try slopeSize($0) { $0.dot($0).squareRoot() } },
            slopeSum: try network.map { try slopeSize($0, \.sumOfMagnitudes) },
            linearity: try network.map(linearity))
    }

    /// The misclassified share after a search within ±`epsilon`.
    private func searchError(
        _ network: TrainedNetwork, _ epsilon: Double, _ parameters: Parameters, _ stream: RandomStream
    ) throws -> Double {
        try parameters.search(epsilon).error(
            of: network, on: examples,
            isWrong: { examples in
                try answers(examples.inputs).enumerated().map { $1.label != examples.label($0) }
            },
            afterStep: moved(by: epsilon), stream: stream.split("search"))
    }

    /// For each rightly answered image; infinite where no size up to 0.5 changes the answer.
    private func leastSizes() throws -> [Double] {
        var least = [Double](repeating: .infinity, count: examples.count)
        var right = [Bool](repeating: false, count: examples.count)
        for step in 0...50 {
            let size = 0.01 * Double(step)
            for (row, answer) in try answers(moved(by: size)).enumerated() {
                let isRight = answer.label == examples.label(row)
                if step == 0 { right[row] = isRight }
                if !isRight { least[row] = min(least[row], size) }
            }
        }
        return zip(least, right).filter(\.1).map(\.0)
    }

    private func slopeSize(_ network: TrainedNetwork, _ size: ([Double]) -> Double) throws -> Double {
        let slopes = try network.logitSlopes(examples)
        let count = examples.shape.count
        return stride(from: 0, to: slopes.count, by: count).map { size(slopes[$0..<$0 + count].map(Double.init)) }.mean
    }

    private func rms(_ values: [Double]) -> Double { (values.dot(values) / Double(values.count)).squareRoot() }

    /// Twenty-one shares of a path from 0 to 1.
    static let sizes = (0...20).map { Double($0) / 20 }

    private func linearity(_ network: TrainedNetwork) throws -> Double {
        let curves = try Self.sizes.map { try network.logits(moved(by: $0)) }
        return (0..<examples.count).map { row in
            let curve = curves.map { $0[row * classes + examples.label(row)] }
            let r = Self.sizes.correlation(with: curve)
            return r * r
        }.mean
    }
}
