import Foundation
import Learning
import Notebook

/// One data set on which networks are trained at every learning rate, with and without a bound.
private struct RateItem: Codable, Sendable {
    let replicate: Int
    let rates: [Double]
    let radius: Double
    let steps: Int
}

private struct RateOutcome: Codable, Sendable {
    let plainSteps: [Int]
    let projectedSteps: [Int]
    let plainErrors: [Double]
    let projectedErrors: [Double]
    let constantError: Double
}

extension RateMeasurements {
    /// The rate at which single runs are shown: some thirty times the largest stable one.
    private static let shownRate = 10.0

    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> RateMeasurements {
        let rates = (0...10).map { pow(10, -2 + 0.5 * Double($0)) }
        let items = (0..<parameters.replicates).map {
            RateItem(replicate: $0, rates: rates, radius: parameters.rateRadius, steps: parameters.rateSteps)
        }
        let outcomes = try await lab.map("learning rates", over: items) { item, lab in
            let task = try RateTask(lab.stream("rates", item.replicate))
            let plain = try item.rates.map { try task.train(rate: $0, maxNorm: nil, steps: item.steps) }
            let projected = try item.rates.map { try task.train(rate: $0, maxNorm: item.radius, steps: item.steps) }
            let constant = try task.train(
                rate: shownRate, maxNorm: item.radius, steps: item.steps, falling: false)
            return RateOutcome(
                plainSteps: plain.map(\.steps), projectedSteps: projected.map(\.steps),
                plainErrors: plain.map(\.error), projectedErrors: projected.map(\.error),
                constantError: constant.error)
        }
        let task = try RateTask(lab.stream("rates", 0))
        return RateMeasurements(
            rates: rates, plainSteps: outcomes.map(\.plainSteps), projectedSteps: outcomes.map(\.projectedSteps),
            steps: parameters.rateSteps, plainErrors: outcomes.map(\.plainErrors),
            projectedErrors: outcomes.map(\.projectedErrors), shownRate: shownRate,
            constantErrors: outcomes.map(\.constantError),
            plainNorms: try task.norms(rate: shownRate, maxNorm: nil, steps: 60),
            projectedNorms: try task.norms(rate: shownRate, maxNorm: parameters.rateRadius, steps: 60))
    }
}

/// Three classes of noisy waves, and a network with two hidden layers of maxout units, which never saturate.
private struct RateTask {
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
        training = DeadUnitTask.sample(DeadUnitTask.examples, from: &data)
        test = DeadUnitTask.sample(500, from: &data)
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
            // The loss would be no number in the step after this one.
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
    private static let guessing = 1 - 1 / Double(WaveformFamily.classes)

    private func trainer(
        _ rate: Double, _ maxNorm: Double?, _ steps: Int, falling: Bool = true
    ) throws -> Trainer<Float> {
        // A falling rate goes down to a thousandth over the run, so that what a high rate has explored can settle.
        let epochs = Double(steps * batch) / Double(DeadUnitTask.examples)
        let schedule = Schedule.exponential(start: rate, decay: falling ? pow(10, -3 / epochs) : 1)
        return try Trainer(
            network, SGD(batch: batch, rate: schedule, maxNorm: maxNorm), on: training,
            stream: stream.split("training"))
    }
}
