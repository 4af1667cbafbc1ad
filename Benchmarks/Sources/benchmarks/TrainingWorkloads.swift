import Foundation
import Learning

extension Workload {
    /// Training on two threads, and what the matrix products alone would take: those that the layers work out, and those that
    /// define them.
    static let training = TrainingNet.allCases.flatMap { net in
        [
            Workload(name: net.workload) {
                let trainer = try Trainer(
                    net.network(), net.optimizer, on: TrainingWorkloads.images(), stream: RandomStream(seed: 1),
                    team: Team(threads: 2))
                var state = trainer.start()
                var loss = 0.0
                let seconds = try await Measurement.median(runs: 3) {
                    loss = try trainer.train(&state, steps: net.images / 100)
                }
                precondition(loss.isFinite, "loss \(loss)")
                return [
                    Measurement(
                        workload: net.workload, seconds: seconds, throughput: Double(net.images) / seconds,
                        unit: "images/s", peakMegabytes: TrainingWorkloads.peakMegabytes)
                ]
            },
            bare(net.products, of: net, name: "_products"),
        ] + (net.patchProducts.map { [bare($0, of: net, name: "_patch_products")] } ?? [])
    }

    /// The bare `products` of a minibatch as often as one timing of the training works them out.
    private static func bare(_ products: [BareProduct], of net: TrainingNet, name: String) -> Workload {
        Workload(name: net.workload + name) {
            var seconds = 0.0
            for product in products { seconds += await product.seconds(runs: 25) }
            seconds *= Double(net.images / 100)
            return [
                Measurement(
                    workload: net.workload + name, peer: "bare-products", seconds: seconds,
                    throughput: Double(net.images) / seconds, unit: "images/s")
            ]
        }
    }
}

/// What the training workloads share.
enum TrainingWorkloads {
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
