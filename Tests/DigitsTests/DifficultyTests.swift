import Digits
import Learning
import Testing

/// A small part of `Difficulty.md`, computed again.
@Suite struct DifficultyTests {
    let training: LabelledImages
    let test: LabelledImages

    init() throws {
        training = try PenDigits().images(.training, count: 500)
        test = try PenDigits().images(.test, count: 1000)
    }

    @Test func nearestNeighbourErrsAsRecorded() {
        let size = 784
        var wrong = 0
        for i in 0..<test.count {
            let image = test.pixels[i * size..<(i + 1) * size]
            var best = (label: -1, distance: Float.infinity)
            for j in 0..<training.count {
                var distance: Float = 0
                for (a, b) in zip(image, training.pixels[j * size..<(j + 1) * size]) { distance += (a - b) * (a - b) }
                if distance < best.distance { best = (training.labels[j], distance) }
            }
            if best.label != test.labels[i] { wrong += 1 }
        }
        #expect(abs(Double(wrong) / 1000 - 0.2638) < 0.03)
    }

    @Test(arguments: [(true, 0.226), (false, 0.1764)])
    func trainedModelsErrAsRecorded(isLinear: Bool, recorded: Double) throws {
        let hidden = isLinear ? [] : Array(repeating: Dense(units: 256, activation: .rectifier), count: 2)
        let network = try Network(input: .vector(784), layers: hidden + [Dense(units: 10)])
        let trainer = try Trainer(
            network, SGD(batch: 50, rate: 0.02, momentum: 0.9), on: training.examples,
            stream: RandomStream(seed: 1, name: "difficulty"))
        var state = trainer.start()
        for _ in 0..<150 { try trainer.trainEpoch(&state) }
        #expect(abs(try trainer.evaluate(state.parameters, on: test.examples).error - recorded) < 0.04)
    }
}
