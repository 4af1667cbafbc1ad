import Learning
import Testing

/// Representations with few entries that are not zero, and noise on weights.
@Suite struct NetworkSparsityTests {
    @Test func onlyTheGreatestMagnitudesPass() throws {
        let network = try Network(input: .vector(6), layers: [KSparse(active: 3)])
        let none = NetworkParameters<Double>(blocks: [], values: [])
        let outputs = try Prediction(network, none).outputs([1, -4, 2, 3, 0.5, -1, 2, 2, 2, 2, 2, 1])
        #expect(outputs == [0, -4, 2, 3, 0, 0, 2, 2, 2, 0, 0, 0])
    }

    @Test(arguments: [1, 7, 40, 99, 100]) func exactlyThatManyPass(active: Int) throws {
        let network = try Network(input: .vector(100), layers: [KSparse(active: active)])
        var stream = RandomStream(seed: 4, name: "codes")
        let inputs = stream.normals(3000)
        let outputs = try Prediction(network, NetworkParameters(blocks: [], values: [])).outputs(inputs)
        for row in stride(from: 0, to: 3000, by: 100) {
            let kept = (row..<row + 100).filter { outputs[$0] != 0 }
            let least = kept.map { abs(inputs[$0]) }.min() ?? 0
            #expect(kept.count == active)
            #expect((row..<row + 100).filter { abs(inputs[$0]) >= least }.count == active)
            #expect(kept.allSatisfy { outputs[$0] == inputs[$0] })
        }
    }

    @Test(arguments: [0, 7]) func aCountOutOfRangeIsAnError(active: Int) {
        #expect(
            throws: LearningError.outOfRange(setting: "active units", value: Double(active), allowed: "from 1 to 6")
        ) { try Network(input: .vector(6), layers: [KSparse(active: active)]) }
    }

    @Test func theSumsOfNoisyWeightsHaveTheSpreadOfTheInputs() throws {
        let network = try Network(input: .vector(4), layers: [NoisyDense(units: 500, deviation: 0.3)])
        let parameters = NetworkParameters<Double>(
            blocks: network.blocks, values: Array(repeating: 0, count: network.parameterCount))
        let prediction = Prediction(network, parameters)
        let inputs: [Double] = (0..<40).flatMap { _ in [1, 2, 0, -2] }
        let noisy = try prediction.outputs(inputs, stream: RandomStream(seed: 2))
        let variance = noisy.reduce(0) { $0 + $1 * $1 } / Double(noisy.count)
        // ‖x‖ = 3, so the deviation is 0.9; 20,000 draws leave 1 % of it.
        #expect(abs(variance.squareRoot() - 0.9) < 0.03)
        #expect(try prediction.outputs(inputs).allSatisfy { $0 == 0 })
        #expect(throws: LearningError.self) {
            try Network(input: .vector(4), layers: [NoisyDense(units: 5, deviation: -0.3)])
        }
    }

    @Test func masksWithoutScaleLeaveWhatTheyKeep() throws {
        let network = try Network(input: .vector(1000), layers: [Dropout(keep: 0.7, scale: 1)])
        let none = NetworkParameters<Double>(blocks: [], values: [])
        let ones = [Double](repeating: 1, count: 1000)
        let masked = try Prediction(network, none).outputs(ones, stream: RandomStream(seed: 1))
        #expect(Set(masked) == [0, 1])
        #expect(abs(masked.reduce(0, +) - 700) < 60)
        #expect(throws: LearningError.self) { try Network(input: .vector(4)) { Dropout(keep: 0.5, scale: 0) } }
    }
}
