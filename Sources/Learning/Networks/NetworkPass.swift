import LinearAlgebra

/// A network's working memory for minibatches of up to `capacity` examples: made once, used for every pass.
final class NetworkPass<Scalar: NetworkScalar> {
    let network: Network
    let capacity: Int
    private let team: Team
    private let memory: UnsafeMutableRawPointer
    /// Where each layer's input stands; the last is the network's output.
    private var activations: [UnsafeMutablePointer<Scalar>] = []
    private var layerMemories: [UnsafeMutablePointer<Scalar>] = []
    private var deltas: [UnsafeMutablePointer<Scalar>] = []
    /// What one layer after the other works in.
    private let workspace: UnsafeMutablePointer<Scalar>
    /// For each layer, where its parameters start.
    private let starts: [Int]

    init(_ network: Network, capacity: Int, team: Team) {
        self.network = network
        self.capacity = capacity
        self.team = team
        starts = network.layers.indices.map { index in
            network.blocks.first { $0.layer >= index }?.start ?? 0
        }
        let widest = network.shapes.map(\.count).max() ?? 0
        let kept = network.layers.indices.map { network.layers[$0].memoryPerExample(for: network.shapes[$0]) }
        let sizes = (network.shapes.map(\.count) + kept + [widest, widest]).map { ($0 * capacity + 15) / 16 * 16 }
        let work = network.layers.indices.map {
            network.layers[$0].workspace(for: network.shapes[$0], examples: capacity)
        }
        let bytes = sizes.reduce(0, +) * MemoryLayout<Scalar>.stride
        memory = .allocate(byteCount: bytes + (work.max() ?? 0) * MemoryLayout<Scalar>.stride, alignment: 64)
        // All bits zero is the number zero; by bytes, for this is done for every evaluation.
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        var places: [UnsafeMutablePointer<Scalar>] = []
        var next = memory.assumingMemoryBound(to: Scalar.self)
        for size in sizes {
            places.append(next)
            next += size
        }
        workspace = next
        activations = Array(places[..<network.shapes.count])
        layerMemories = Array(places[network.shapes.count..<network.shapes.count + kept.count])
        deltas = Array(places.suffix(2))
    }

    deinit { memory.deallocate() }

    /// Where the caller puts the minibatch: `capacity` × inputs.
    var input: UnsafeMutablePointer<Scalar> { activations[0] }
    /// The network's answers.
    var output: UnsafeMutablePointer<Scalar> { activations[network.layers.count] }
    /// Where the caller puts the loss's derivative by the output before `backward`.
    var outputDelta: UnsafeMutablePointer<Scalar> { deltas[network.layers.count % 2] }
    /// The loss's derivative by the input, after `backward` with `toInput`.
    var inputDelta: UnsafeMutablePointer<Scalar> { deltas[0] }

    /// Computes `output` of the first `rows` rows of `input`.
    ///
    /// - Parameter stream: the pass's random numbers; nil in prediction.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func forward(_ parameters: UnsafePointer<Scalar>, rows: Int, stream: RandomStream?) {
        for index in network.layers.indices {
            network.layers[index].forward(layerPass(index, rows: rows, parameters: parameters, stream: stream))
        }
    }

    /// Sends `outputDelta` backward and adds the derivative by the parameters to `gradients`.
    ///
    /// - Parameters:
    ///   - gradients: nil when only the derivative by the input is wanted.
    ///   - stream: the one that the forward pass had.
    ///   - penaltyShare: what part of the layers' own penalties counts.
    ///   - toInput: whether to go on to `inputDelta`.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func backward(
        _ parameters: UnsafePointer<Scalar>, addingTo gradients: UnsafeMutablePointer<Scalar>?,
        rows: Int, stream: RandomStream?, penaltyShare: Double = 1, toInput: Bool = false
    ) {
        var last = toInput ? 0 : network.blocks.first?.layer ?? 0
        if gradients == nil { last = 0 }
        for index in network.layers.indices.reversed() where index >= last {
            var pass = layerPass(index, rows: rows, parameters: parameters, stream: stream)
            pass.outputDelta = deltas[(index + 1) % 2]
            pass.inputDelta = index > last || toInput ? deltas[index % 2] : nil
            pass.penaltyShare = penaltyShare
            pass.gradients = gradients.map { $0 + starts[index] }
            if let shared = network.layers[index].sharedLayer {
                pass.sharedGradients = gradients.map { $0 + starts[shared] }
            }
            network.layers[index].backward(pass)
        }
    }

    /// What the layers add to the mean loss of the `rows` examples that went forward.
    func penalty(_ parameters: UnsafePointer<Scalar>, rows: Int) -> Double {
        network.layers.indices.reduce(0) { sum, index in
            let pass = layerPass(index, rows: rows, parameters: parameters, stream: nil)
            return sum + network.layers[index].penalty(pass)
        }
    }

    private func layerPass(
        _ index: Int, rows: Int, parameters: UnsafePointer<Scalar>, stream: RandomStream?
    ) -> LayerPass<Scalar> {
        LayerPass(
            rows: rows, inputShape: network.shapes[index], outputShape: network.shapes[index + 1],
            input: UnsafePointer(activations[index]), output: activations[index + 1],
            parameters: parameters + starts[index],
            shared: network.layers[index].sharedLayer.map { parameters + starts[$0] },
            memory: layerMemories[index], workspace: workspace, stream: stream?.split("layer", index), team: team)
    }
}
