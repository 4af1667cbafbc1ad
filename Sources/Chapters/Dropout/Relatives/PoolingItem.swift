import DataSets
import Laboratory
import LinearAlgebra
import LinearModels
import Statistics

/// A convolutional network with stochastic pooling: all that decides it besides its replicate, data and master seed.
struct PoolingItem: Codable, Sendable {
    let examples: Int
    let epochs: Int
    let tests: Int
    let samples: Int

    struct Outcome: Codable, Sendable {
        let single: Double
        let averaged: Double
        let weighted: Double
        let moved: Double
    }

    func outcome(_ replicate: Int, in lab: Lab) throws -> Outcome {
        let pool = try lab.images(.training, count: max(examples, 4_000), isHalved: true)
        let training = try pool.drawn(examples, by: lab.stream("training set", replicate))
        let test = try lab.images(.test, count: tests, isHalved: true)
        var stream = lab.stream("stochastic pooling", replicate)
        var network = PoolingNetwork(side: training.side, classes: training.classes, from: &stream)
        let (batch, steps) = (20, epochs * training.count / 20)
        var step = 0
        for _ in 0..<epochs {
            let order = stream.permutation(training.count)
            for first in stride(from: 0, to: order.count - batch + 1, by: batch) {
                let images = training.subset(order[first..<first + batch])
                network.train(images, rate: 0.05 * (1 - 0.95 * Double(step) / Double(steps)), &stream)
                step += 1
            }
        }
        let maps = network.maps(test)
        let weighted = network.logits(network.weighted(maps)).rowMaxima
        var sums = Matrix(rows: test.count, columns: test.classes)
        var errors: [Double] = []
        var choices: [[Int]] = []
        for _ in 0..<samples {
            let places = network.places(maps, &stream)
            let answers = network.logits(network.pooled(maps, at: places)).rowSoftmax
            errors.append(answers.rowMaxima.errorRate(against: test.labels))
            sums = sums + answers
            choices.append(places)
        }
        let moved = zip(choices, choices.dropFirst()).map { first, second in
            Double(zip(first, second).count { $0 != $1 }) / Double(first.count)
        }
        return Outcome(
            single: errors.mean, averaged: sums.rowMaxima.errorRate(against: test.labels),
            weighted: weighted.errorRate(against: test.labels), moved: moved.isEmpty ? 0 : moved.mean)
    }
}
