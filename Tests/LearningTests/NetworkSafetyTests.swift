import Foundation
import Learning
import Testing

/// Data and parameters that don't belong to a network are errors with both numbers, and never read or write beyond memory.
@Suite struct NetworkSafetyTests {
    private static func network(_ inputs: Int, _ units: Int) throws -> Network {
        try Network(input: .vector(inputs)) { Dense(units: units) }
    }

    private static let values = Examples<Double>(
        shape: .vector(1), inputs: [1, 1], targets: .values([0, 0, 5, 7], columns: 2))

    private static func loss(_ heads: Loss.Head..., targets: Examples<Double>.Targets? = nil) throws -> Double {
        let network = try network(1, 2)
        let parameters = NetworkParameters<Double>(blocks: network.blocks, values: [1, 2, 0, 0])
        let examples = Examples(shape: .vector(1), inputs: values.inputs, targets: targets ?? values.targets)
        return try LossGradient(of: .heads(heads), network, at: parameters, on: examples).loss
    }

    @Test func headsLieWithinTheOutputsAndApart() throws {
        let first = Loss.Head(outputs: 0..<1, loss: .squared)
        #expect(try Self.loss(first, .init(outputs: 1..<2, loss: .squared, weight: 2)) == 0.5 * (0.5 + 8 + 4 + 25))
        #expect(
            throws: LearningError.outOfRange(
                setting: "The last output of a head", value: 5, allowed: "below the number of outputs, 2")
        ) { try Self.loss(.init(outputs: 0..<2, loss: .squared), .init(outputs: 2..<6, loss: .squared)) }
        #expect(throws: LearningError.self) { try Self.loss(.init(outputs: 2..<2_000_000, loss: .squared)) }
        #expect(throws: LearningError.self) { try Self.loss(.init(outputs: -1..<1, loss: .squared)) }
        #expect(throws: LearningError.empty(what: "outputs in a head")) {
            try Self.loss(.init(outputs: 1..<1, loss: .squared))
        }
        #expect(
            throws: LearningError.outOfRange(
                setting: "The first output of a head", value: 0,
                allowed: "at least 2, since another head has those before")
        ) { try Self.loss(.init(outputs: 0..<2, loss: .squared), .init(outputs: 0..<2, loss: .squared)) }
        #expect(throws: LearningError.self) {
            try Self.loss(.init(outputs: 0..<1, loss: .heads([.init(outputs: 0..<2, loss: .squared)])))
        }
        #expect(throws: LearningError.self) { try Self.loss(.init(outputs: 0..<1, loss: .squared, weight: .nan)) }
        #expect(throws: LearningError.empty(what: "heads")) { try Self.loss() }
        #expect(throws: LearningError.labelsForHeads) { try Self.loss(first, targets: .labels([0, 1])) }
    }

    @Test func targetsAreWhatTheLossCanMean() throws {
        #expect(throws: LearningError.outOfRange(setting: "Target number 2", value: 5, allowed: "from 0 to 1")) {
            try Self.loss(.init(outputs: 0..<1, loss: .sigmoidCrossEntropy))
        }
        #expect(throws: LearningError.outOfRange(setting: "Target number 1", value: -1, allowed: "at least 0")) {
            try Self.loss(
                .init(outputs: 0..<2, loss: .softmaxCrossEntropy), targets: .values([2, -1, 0, 0], columns: 2))
        }
    }

    @Test func parametersOfAnotherNetworkAreRefused() throws {
        let network = try Self.network(3, 4)
        let other = try Self.network(1, 1)
        let small = NetworkParameters<Double>(blocks: other.blocks, values: [1, 0])
        let data = Examples<Double>(shape: .vector(3), inputs: [1, 2, 3], targets: .labels([0]))
        let expected = LearningError.sizesDisagree(what: "Parameters", 2, other: "parameters of the network", 16)
        #expect(throws: expected) { try LossGradient(network, at: small, on: data) }
        #expect(throws: expected) {
            try AdversarialSearch.fastGradientSign(epsilon: 0.1).attack(network, small, data)
        }
        #expect(throws: expected) { try Prediction(network, small).outputs([1, 2, 3]) }
        #expect(throws: expected) { try Prediction(network, small).evaluate(data) }
        #expect(throws: expected) { try EnsemblePrediction(averaging: [Prediction(network, small)], on: [1, 2, 3]) }
        // As many parameters, in another layout.
        let layout = try Network(input: .vector(7)) { Dense(units: 2) }
        #expect(
            throws: LearningError.sizesDisagree(
                what: "Columns of parameter block 0", 2, other: "those of the network's", 4)
        ) {
            try Prediction(network, layout.initialParameters(RandomStream(seed: 1), as: Double.self)).outputs([1, 2, 3])
        }
    }

    @Test func examplesAreWhole() throws {
        let network = try Self.network(1, 3)
        let parameters = network.initialParameters(RandomStream(seed: 1), as: Double.self)
        let rest = Examples<Double>(
            shape: .vector(1), inputs: [1, 2], targets: .values([1, 2, 3, 4, 5, 6, 7], columns: 3))
        #expect(throws: LearningError.sizesDisagree(what: "Targets", 7, other: "numbers in 2 rows of 3", 6)) {
            try LossGradient(of: .squared, network, at: parameters, on: rest)
        }
        for count in [0, 1, 3] {
            let odd = Examples(
                shape: .vector(1), inputs: [Double](repeating: 1, count: count), targets: .labels([0, 1]))
            #expect(throws: LearningError.sizesDisagree(what: "Inputs", count, other: "numbers in 2 examples", 2)) {
                try Prediction(network, parameters).evaluate(odd)
            }
        }
    }

    @Test(arguments: [
        FeatureShape(height: -2, width: -3, channels: 1), FeatureShape(height: 1, width: 0, channels: 4),
        FeatureShape(height: .max, width: 2, channels: 1), .vector(.max),
    ])
    func shapesThatNoExampleHasAreRefused(shape: FeatureShape) {
        #expect(throws: LearningError.self) { try Network(input: shape) { Dense(units: 1) } }
    }

    static func trainer() throws -> Trainer<Float> {
        try Trainer(
            network(4, 3), SGD(batch: 2, rate: 0.1),
            on: Examples(shape: .vector(4), inputs: Array(repeating: 1, count: 8), targets: .labels([0, 1])),
            stream: RandomStream(seed: 1))
    }

    @Test func statesThatNoRunReachedAreRefused() throws {
        let trainer = try Self.trainer()
        func train(_ change: (inout TrainingState<Float>) -> Void) throws {
            var state = trainer.start()
            change(&state)
            try trainer.train(&state, steps: 1)
        }
        for count in [0, 1, 14, 16] {
            #expect(
                throws: LearningError.sizesDisagree(what: "Numbers of the velocity", count, other: "parameters", 15)
            ) { try train { $0.velocity = Array(repeating: 0, count: count) } }
        }
        #expect(
            throws: LearningError.outOfRange(setting: "The step of a training state", value: -1, allowed: "at least 0")
        ) {
            try train { $0.step = -1 }
        }
        #expect(throws: LearningError.self) { try train { $0.step = .max } }
        #expect(throws: LearningError.notFinite(what: "Parameter", index: 3, value: .infinity)) {
            try train { $0.parameters.values[3] = .infinity }
        }
        #expect(throws: LearningError.notFinite(what: "Velocity", index: 14, value: -.infinity)) {
            try train { $0.velocity[14] = -.infinity }
        }
    }

    /// Every number and list of an encoded state is replaced by others: what decodes trains, and nothing else does.
    @Test func decodedStatesAreCheckedAsIfByAnEnemy() throws {
        let trainer = try Self.trainer()
        let whole = try JSONSerialization.jsonObject(with: JSONEncoder().encode(trainer.start()))
        var decoded = 0
        for place in 0..<Self.places(in: whole) {
            for wrong in [-1, 0, 1, 2, 1_000_000_000, Int.max, Int.min] as [Any] + [[Any](), [0.0], "x"] as [Any] {
                var left = place
                let changed = Self.replacing(&left, in: whole, by: wrong)
                guard JSONSerialization.isValidJSONObject(changed) else { continue }
                do {
                    var state = try JSONDecoder().decode(
                        TrainingState<Float>.self, from: JSONSerialization.data(withJSONObject: changed))
                    decoded += 1
                    try trainer.train(&state, steps: 1)
                    let body = try state.checkpoint()
                    #expect(try TrainingState<Float>(checkpoint: body, name: "state") == state)
                } catch is DecodingError {} catch is LearningError {}
            }
        }
        #expect(decoded > 50)
    }

    private static func places(in value: Any) -> Int {
        if let list = value as? [Any] { return 1 + list.reduce(0) { $0 + places(in: $1) } }
        if let object = value as? [String: Any] { return 1 + object.values.reduce(0) { $0 + places(in: $1) } }
        return 1
    }

    /// `value` with the part number `left`, counted depth first in the order of keys, replaced.
    private static func replacing(_ left: inout Int, in value: Any, by wrong: Any) -> Any {
        left -= 1
        if left < 0 { return left == -1 ? wrong : value }
        if let list = value as? [Any] { return list.map { replacing(&left, in: $0, by: wrong) } }
        guard let object = value as? [String: Any] else { return value }
        var changed = object
        for key in object.keys.sorted() {
            guard let part = object[key] else { continue }
            changed[key] = replacing(&left, in: part, by: wrong)
        }
        return changed
    }
}
