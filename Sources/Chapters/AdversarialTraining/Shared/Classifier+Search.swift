import DataSets
import LinearAlgebra
import Networks

extension Classifier {
    /// Training against a search: each minibatch with its own copy, moved by several signed steps against the network as it
    /// is. Both halves weigh the same, as one minibatch of twice the size.
    func trainAgainstSearch(on images: LabelledImages, stream: RandomStream) throws -> TrainedNetwork {
        let network = try network(for: images)
        let search = BoxSearch(epsilon: trainingEpsilon, steps: task.trainingSteps, starts: 1)
        let perEpoch = (images.count + task.batchSize - 1) / task.batchSize
        let descent = descent(batch: 2 * task.batchSize, epochs: perEpoch * task.epochs)
        var state = try Trainer(network, descent, on: images.examples, stream: stream).start()
        for epoch in 0..<task.epochs {
            var shuffle = stream.split("epoch", epoch)
            let order = shuffle.permutation(images.count)
            for first in stride(from: 0, to: order.count, by: task.batchSize) {
                let batch = images.examples.subset(order[first..<min(first + task.batchSize, order.count)])
                let trained = TrainedNetwork(network: network, parameters: state.parameters)
                let moved = try search.climb(from: batch.inputs, batch, of: trained)
                let both = batch.appending(Examples(shape: batch.shape, inputs: moved, targets: batch.targets))
                try Trainer(network, descent, on: both, stream: stream).train(&state, steps: 1)
            }
        }
        return TrainedNetwork(network: network, parameters: state.parameters)
    }
}
