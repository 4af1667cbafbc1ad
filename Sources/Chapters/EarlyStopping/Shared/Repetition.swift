import DataSets
import Laboratory
import LinearAlgebra
import Networks

/// One repetition's images and its network: one hidden layer of rectifiers, trained without dropout or decay.
struct Repetition {
    let training: Examples<Float>
    private(set) var validation: Examples<Float>
    let test: Examples<Float>
    let network: Network
    private(set) var descent: SGD

    /// Draws the images of repetition `replicate` from the pool.
    init(_ setting: SmallNetwork, training count: Int, replicate: Int, in lab: Lab) throws {
        let pool = try lab.images(.training, count: setting.pool, isHalved: setting.isHalved)
        var drawing = lab.stream("images", replicate)
        let parts = try Split.parts([count, setting.validation], of: pool.count, using: &drawing)
        training = pool.subset(parts[0]).examples
        validation = pool.subset(parts[1]).examples
        test = try lab.images(.test, count: setting.test, isHalved: setting.isHalved).examples
        network = try Network(input: .image(side: pool.side)) {
            Dense(units: setting.hiddenUnits)
            Activation(.rectifier)
            Dense(units: pool.classes)
        }
        descent = SGD(batch: setting.batchSize, rate: .constant(setting.learningRate))
    }

    /// The same under weight decay.
    func decayed(by weightDecay: Double) -> Repetition {
        var task = self
        task.descent.penalty = Penalty(l2: weightDecay)
        return task
    }

    /// The same with wrong labels on about a share of `noise` of the validation images.
    func mislabelled(_ noise: Double, stream: RandomStream) -> Repetition {
        var stream = stream
        let classes = network.output.count
        guard case .labels(let labels) = validation.targets else { return self }
        let wrong = labels.map { label in
            stream.bernoulli(noise) ? (label + 1 + stream.index(below: classes - 1)) % classes : label
        }
        var task = self
        task.validation = Examples(shape: validation.shape, inputs: validation.inputs, targets: .labels(wrong))
        return task
    }

    /// Algorithm 7.3 in epochs: from what early stopping returned, on all the images.
    ///
    /// - Parameter onLoss: called with the validation loss before going on, and after each epoch of it.
    func goOn(
        from stopped: EarlyStopped<TrainingState<Float>>, on all: Trainer<Float>, _ rule: EarlyStopping, cap: Int,
        onLoss: (Double) -> Void = { _ in }
    ) throws -> Continuation<TrainingState<Float>> {
        // Steps count anew: an epoch of all the images is longer than one of the first stage.
        let start = EarlyStopped(
            parameters: TrainingState(stopped.parameters.parameters), step: stopped.step, error: stopped.error,
            stoppedAt: stopped.stoppedAt)
        return try rule.goOn(
            from: start,
            trainingLoss: { try all.evaluate($0.parameters, on: training).loss },
            validationLoss: {
                let loss = try all.evaluate($0.parameters, on: validation).loss
                onLoss(loss)
                return loss
            },
            trainOnAll: { try all.train(&$0, steps: $1 * all.stepsPerEpoch) }, cap: cap)
    }

    func trainer(on examples: Examples<Float>, stream: RandomStream) throws -> Trainer<Float> {
        try Trainer(network, descent, on: examples, stream: stream)
    }
}
