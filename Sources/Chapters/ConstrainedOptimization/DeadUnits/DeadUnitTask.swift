import DataSets
import LinearAlgebra
import Networks
import Statistics

/// Three classes of noisy waves, and a network with one hidden layer of rectifiers.
struct DeadUnitTask {
    static let units = 32
    let network: Network
    let training: Examples<Float>
    let test: Examples<Float>
    private let stream: RandomStream

    init(_ stream: RandomStream) throws {
        self.stream = stream
        network = try Network(input: .vector(WaveformFamily.features)) {
            Dense(units: Self.units, activation: .rectifier)
            Dense(units: WaveformFamily.classes)
        }
        var data = stream.split("data")
        training = .waveforms(Waves.trainingExamples, using: &data)
        test = .waveforms(Waves.testExamples, using: &data)
    }

    /// What training with a penalty or with a bound on the units' incoming weights ends at.
    func train(penalty: Penalty = .none, maxNorm: Double? = nil, steps: Int) throws -> DeadUnitOutcome {
        let trainer = try Trainer(
            network, SGD(batch: 50, rate: 0.1, momentum: 0.9, penalty: penalty, maxNorm: maxNorm), on: training,
            stream: stream.split("training"))
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        return try outcome(state.parameters, trainer)
    }

    /// After training with a penalty: the objective, and the objective after the dead units were given random
    /// weights again and everything was trained on with the same penalty.
    func revive(penalty: Penalty, steps: Int) throws -> (stuck: Double, revived: Double) {
        let trainer = try Trainer(
            network, SGD(batch: 50, rate: 0.1, momentum: 0.9, penalty: penalty), on: training,
            stream: stream.split("training"))
        var state = trainer.start()
        try trainer.train(&state, steps: steps)
        var longer = state
        try trainer.train(&longer, steps: steps)
        let fresh = network.initialParameters(stream.split("revival"), as: Float.self)
        var revived = state
        for unit in deadUnits(state.parameters) {
            for row in 0..<WaveformFamily.features {
                let place = row * Self.units + unit
                revived.parameters.values[place] = fresh.values[place]
            }
            let start = network.blocks[2].start + unit * WaveformFamily.classes
            for place in start..<start + WaveformFamily.classes {
                revived.parameters.values[place] = fresh.values[place]
            }
        }
        try trainer.train(&revived, steps: steps)
        let objective = { (parameters: NetworkParameters<Float>) in
            try trainer.evaluate(parameters, on: training).loss + penalty.value(at: parameters)
        }
        return (try objective(longer.parameters), try objective(revived.parameters))
    }

    private func outcome(_ parameters: NetworkParameters<Float>, _ trainer: Trainer<Float>) throws -> DeadUnitOutcome {
        DeadUnitOutcome(
            dead: deadUnits(parameters).count, training: try trainer.evaluate(parameters, on: training).loss,
            test: try trainer.evaluate(parameters, on: test).loss)
    }

    // snippet.dead-units
    /// Units whose incoming or outgoing weights have less than a hundredth of the median length.
    private func deadUnits(_ parameters: NetworkParameters<Float>) -> [Int] {
        let incoming = parameters[block: 0]
        let outgoing = parameters[block: 2]
        let lengths = (0..<Self.units).map { unit in
            let into = (0..<WaveformFamily.features).map { Double(incoming[$0 * Self.units + unit]) }
            let out = (0..<WaveformFamily.classes).map { Double(outgoing[unit * WaveformFamily.classes + $0]) }
            return (into: into.norm, out: out.norm)
        }
        let medians = (into: lengths.map(\.into).median, out: lengths.map(\.out).median)
        return lengths.indices.filter {
            lengths[$0].into < 0.01 * medians.into || lengths[$0].out < 0.01 * medians.out
        }
    }
    // snippet.end
}

/// One trained network: its dead units and its losses without penalty.
struct DeadUnitOutcome: Codable, Sendable {
    let dead: Int
    let training: Double
    let test: Double
}
