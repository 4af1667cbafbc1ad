import DataSets
import Foundation
import LinearAlgebra
import Networks

/// Three classes of noisy waves, and a network with two hidden layers of maxout units, which never saturate.
struct RateTask {
    private let network: Network
    private let training: Examples<Float>
    private let test: Examples<Float>
    private let stream: RandomStream

    init(_ stream: RandomStream) throws {
        self.stream = stream
        network = try Network(input: .vector(WaveformFamily.features)) {
            Maxout(units: 16, pieces: 2)
            Maxout(units: 16, pieces: 2)
            Dense(units: WaveformFamily.classes)
        }
        var data = stream.split("data")
        training = .waveforms(Waves.trainingExamples, using: &data)
        test = .waveforms(Waves.testExamples, using: &data)
    }

    /// Steps until the loss was no longer a number, and the test error; guessing's error where training broke off.
    func train(
        rate: Double, maxNorm: Double?, steps: Int, falling: Bool = true
    ) throws -> (steps: Int, error: Double) {
        let trainer = try trainer(rate, maxNorm, steps, falling: falling)
        var state = trainer.start()
        do {
            try trainer.train(&state, steps: steps)
        } catch LearningError.lossNotFinite(_, let step, _) {
            return (step, Self.guessing)
        } catch LearningError.stepNotFinite(let step, _) {
            // The loss would become NaN in the step after this one.
            return (min(step + 1, steps - 1), Self.guessing)
        }
        let error = try trainer.evaluate(state.parameters, on: test)
        return error.loss.isFinite ? (steps, error.error) : (steps - 1, Self.guessing)
    }

    /// The norm of all weights before each step, up to where the loss is no longer a number.
    func norms(rate: Double, maxNorm: Double?, steps: Int) throws -> [Double] {
        let trainer = try trainer(rate, maxNorm, steps)
        var state = trainer.start()
        var norms: [Double] = []
        for _ in 0..<steps {
            let norm = state.parameters.values.map(Double.init).norm
            guard norm.isFinite else { break }
            norms.append(norm)
            do { try trainer.train(&state, steps: 1) } catch let error as LearningError where error.isDivergence {
                break
            }
        }
        return norms
    }

    private let batch = 50
    static let guessing = 1 - 1 / Double(WaveformFamily.classes)

    private func trainer(
        _ rate: Double, _ maxNorm: Double?, _ steps: Int, falling: Bool = true
    ) throws -> Trainer<Float> {
        // A falling rate goes down to a thousandth over the run, so that what a high rate has explored can settle.
        let epochs = Double(steps * batch) / Double(Waves.trainingExamples)
        let schedule = Schedule.exponential(start: rate, decay: falling ? pow(10, -3 / epochs) : 1)
        return try Trainer(
            network, SGD(batch: batch, rate: schedule, maxNorm: maxNorm), on: training,
            stream: stream.split("training"))
    }
}
