import Learning
import Notebook

/// One network on one training set.
private struct NetworkItem: Codable, Sendable {
    let replicate: Int
    let connections: Connections
    let count: Int
    let pool: Int
    let channels: Int
    let filterSide: Int
    let steps: Int
    let rate: Double
    let validationImages: Int
    let testImages: Int
}

private struct NetworkOutcome: Codable, Sendable {
    let validation: Double
    let test: Double
    let changed: Double
}

extension NetworkMeasurements {
    static func measure(_ parameters: Parameters, in lab: Lab) async throws -> NetworkMeasurements {
        let rates: [Connections: Double] = [
            .convolution: parameters.convolutionRate, .local: parameters.localRate, .dense: parameters.denseRate,
        ]
        let items = Connections.allCases.flatMap { connections in
            parameters.trainingCounts.flatMap { count in
                (0..<parameters.networkReplicates).map { replicate in
                    NetworkItem(
                        replicate: replicate, connections: connections, count: count, pool: parameters.trainingPool,
                        channels: parameters.channels, filterSide: parameters.filterSide, steps: parameters.steps,
                        rate: rates[connections, default: 0.1], validationImages: parameters.validationImages,
                        testImages: parameters.testImages)
                }
            }
        }
        let outcomes = try await lab.map("networks", over: items) { item, lab in try item.outcome(in: lab) }
        func errors(_ connections: Connections, _ measure: (NetworkOutcome) -> Double) -> [[Double]] {
            parameters.trainingCounts.map { count in
                zip(items, outcomes).filter { $0.0.connections == connections && $0.0.count == count }.map {
                    measure($0.1)
                }
            }
        }
        return NetworkMeasurements(
            counts: parameters.trainingCounts, convolution: errors(.convolution, \.test), local: errors(.local, \.test),
            dense: errors(.dense, \.test),
            validation: Connections.allCases.map { errors($0, \.validation).map(\.mean) },
            convolutionChanges: errors(.convolution, \.changed).last ?? [],
            localChanges: errors(.local, \.changed).last ?? [], denseChanges: errors(.dense, \.changed).last ?? [])
    }
}

extension NetworkItem {
    fileprivate func outcome(in lab: Lab) throws -> NetworkOutcome {
        let all = try lab.images(.training, count: pool)
        let training = try all.drawn(count, by: lab.stream("network training set", replicate)).halved()
        let network = try Network(input: .image(side: training.side)) {
            connections.layers(channels: channels, side: filterSide, imageSide: training.side)
            Dense(units: training.classes)
        }
        let trainer = try Trainer(
            network, SGD(batch: 20, rate: .constant(rate), momentum: 0.9), on: training.examples,
            stream: lab.stream("network", replicate))
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        let validation = try lab.images(.validation, count: validationImages).halved().examples
        let test = try lab.images(.test, count: testImages).halved()
        let prediction = Prediction(network, state.parameters)
        let answers = try prediction.answers(test.pixels)
        let moved = try prediction.answers(test.movedRight)
        return NetworkOutcome(
            validation: try prediction.evaluate(validation).error, test: answers.errorRate(against: test.labels),
            changed: moved.errorRate(against: answers))
    }
}

extension Prediction<Float> {
    /// The class of each image.
    fileprivate func answers(_ inputs: [Float]) throws -> [Int] {
        let classes = network.output.count
        let scores = try outputs(inputs).map(Double.init)
        return Matrix(rows: scores.count / classes, columns: classes, elements: scores).rowMaxima
    }
}

extension LabelledImages {
    /// The pixels of all images moved to the right by one, blank on the left.
    fileprivate var movedRight: [Float] { pixels.indices.map { $0 % side == 0 ? 0 : pixels[$0 - 1] } }
}
