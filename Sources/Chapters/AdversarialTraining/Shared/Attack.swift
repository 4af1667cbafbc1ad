import LinearAlgebra
import Networks
import Statistics

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

    func measure(cleanError: Double, _ task: AttackedTask, stream: RandomStream) throws -> AttackMeasurements {
        let scores = try task.epsilons.map { try score(moved(by: $0)) }
        let clipped = try task.epsilons.map { try score(moved(by: $0).map { min(max($0, 0), 1) }).error }
        let random = try task.epsilons.map { epsilon in
            var signs = stream.split("signs")
            return try score(examples.inputs.map { $0 + (signs.bernoulli(0.5) ? Float(epsilon) : Float(-epsilon)) })
                .error
        }
        let network = model as? TrainedNetwork
        // The worst place for a linear model is where one step ends, so that a search finds nothing else.
        let deep = network.flatMap { $0.network.layers.count > 1 ? $0 : nil }
        let smallest = try smallestSizes().median
        return AttackMeasurements(
            cleanError: cleanError, errors: scores.map(\.error), confidences: scores.map(\.confidence),
            clippedErrors: clipped, randomErrors: random,
            searchErrors: try deep.map { network in
                try task.epsilons.map { try searchError(network, $0, task, stream) }
            },
            pathCosts: try deep.map { network in
                try Self.sizes.map { size in
                    try network.costs(moved(by: size * task.epsilon), examples).mean
                }
            },
            searchCosts: try deep.map { network in
                try [task.comparedEpsilon, task.epsilon].map { epsilon in
                    try task.search(epsilon).cost(
                        of: network, on: examples, afterStep: moved(by: epsilon), stream: stream.split("cost"))
                }
            },
            smallestSize: smallest, movedRMS: rms(zip(moved(by: smallest), examples.inputs).map { Double($0 - $1) }),
            printedRMS: rms(slopes.map { Double(equations.printedPerturbation($0)) }),
            otherRMS: otherDistances().median,
            slopeNorm: try network.map { try slopeSize($0) { $0.dot($0).squareRoot() } },
            slopeSum: try network.map { try slopeSize($0, \.sumOfMagnitudes) },
            linearity: try network.map(linearity))
    }

    /// The misclassified share after a search within ±`epsilon`.
    private func searchError(
        _ network: TrainedNetwork, _ epsilon: Double, _ task: AttackedTask, _ stream: RandomStream
    ) throws -> Double {
        try task.search(epsilon).error(
            of: network, on: examples,
            isWrong: { examples in
                try answers(examples.inputs).enumerated().map { $1.label != examples.label($0) }
            },
            afterStep: moved(by: epsilon), stream: stream.split("search"))
    }

    /// For each rightly answered image; infinite where no size up to 0.5 changes the answer.
    private func smallestSizes() throws -> [Double] {
        var smallest = [Double](repeating: .infinity, count: examples.count)
        var right = [Bool](repeating: false, count: examples.count)
        for step in 0...50 {
            let size = 0.01 * Double(step)
            for (row, answer) in try answers(moved(by: size)).enumerated() {
                let isRight = answer.label == examples.label(row)
                if step == 0 { right[row] = isRight }
                if !isRight { smallest[row] = min(smallest[row], size) }
            }
        }
        return zip(smallest, right).filter(\.1).map(\.0)
    }

    /// The root mean square difference between each image and the nearest one of another digit.
    private func otherDistances() -> [Double] {
        let size = examples.shape.count
        return examples.indices.map { row in
            let own = examples.inputs[row * size..<(row + 1) * size]
            let squares = examples.indices.filter { examples.label($0) != examples.label(row) }.map { other in
                zip(own, examples.inputs[other * size..<(other + 1) * size])
                    .reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            }
            return (Double(squares.min() ?? .nan) / Double(size)).squareRoot()
        }
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
