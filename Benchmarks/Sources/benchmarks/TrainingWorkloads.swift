import Foundation
import Learning

extension Workload {
    /// Training on two threads, and what the matrix products alone would take: those that the layers work out, and those that
    /// define them.
    static let training = TrainingNet.allCases.map { net in
        Workload(name: net.workload) {
            let trainer = try Trainer(
                net.network(), net.optimizer, on: TrainingWorkloads.images(), stream: RandomStream(seed: 1),
                team: Team(threads: 2))
            var state = trainer.start()
            let steps = net.images / 100 / TrainingWorkloads.rounds
            try trainer.train(&state, steps: steps)
            let peak = TrainingWorkloads.peakMegabytes

            // In turn, since a machine's clock moves more from one minute to the next than what is compared differs.
            var rounds: [TrainingRound] = []
            for _ in 0..<TrainingWorkloads.rounds {
                let start = ContinuousClock.now
                let loss = try trainer.train(&state, steps: steps)
                let seconds = (ContinuousClock.now - start) / .seconds(Double(steps))
                precondition(loss.isFinite, "loss \(loss)")
                rounds.append(
                    TrainingRound(
                        step: seconds, products: await net.products.seconds(),
                        patchProducts: await net.patchProducts?.seconds()))
            }
            return TrainingWorkloads.measurements(of: net, rounds, peakMegabytes: peak)
        }
    }
}

/// The seconds of one minibatch in one round: of its step, and of the bare products.
struct TrainingRound {
    let step: Double
    let products: Double
    let patchProducts: Double?
}

/// What the training workloads share.
enum TrainingWorkloads {
    static let rounds = 10

    /// The median of the rounds, and that of the products' share of a step in each.
    static func measurements(
        of net: TrainingNet, _ rounds: [TrainingRound], peakMegabytes: Double
    ) -> [Measurement] {
        func measurement(_ name: String, peer: String, _ seconds: [Double]) -> Measurement {
            let epoch = Measurement.median(of: seconds) * Double(net.images / 100)
            return Measurement(
                workload: name, peer: peer, seconds: epoch, throughput: Double(net.images) / epoch, unit: "images/s")
        }
        var training = measurement(net.workload, peer: "regbook", rounds.map(\.step))
        training.peakMegabytes = peakMegabytes
        training.shareOfProducts = Measurement.median(of: rounds.map { $0.products / $0.step })
        let patches = rounds.compactMap(\.patchProducts)
        return [training, measurement(net.workload + "_products", peer: "bare-products", rounds.map(\.products))]
            + (patches.isEmpty
                ? [] : [measurement(net.workload + "_patch_products", peer: "bare-products", patches)])
    }

    /// MNIST's training images from the folder that `MNIST_DIR` names, or as many images of noise, a fifth of it not zero.
    static func images() throws -> Examples<Float> {
        if let folder = ProcessInfo.processInfo.environment["MNIST_DIR"] {
            let source = try MNIST(directory: URL(filePath: folder, directoryHint: .isDirectory), validationCount: 0)
            return try source.images(.training, count: 60_000).examples
        }
        var stream = RandomStream(seed: 0, name: "images")
        var pixels: [Float] = []
        pixels.reserveCapacity(60_000 * 784)
        // Image by image: all of them in double precision would be the most memory that the program ever holds.
        for _ in 0..<60_000 { pixels += stream.uniforms(784).map { Float(max(0, 5 * $0 - 4)) } }
        let labels = (0..<60_000).map { _ in stream.index(below: 10) }
        return Examples(shape: .image(side: 28), inputs: pixels, targets: .labels(labels))
    }

    /// The most memory that the process has held so far.
    static var peakMegabytes: Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
