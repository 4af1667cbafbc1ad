import Laboratory

/// What the studies of small networks on digits have in common: images, one hidden layer, and how it is trained.
public struct SmallNetwork: Codable, Sendable {
    @Parameter("images from which each repetition draws its own", in: 10...60_000) public var pool = 4_000
    @Parameter("images held out for validation", in: 1...30_000) public var validation = 100
    @Parameter("test images, on which nothing is chosen", in: 1...10_000) public var test = 2_000
    @Parameter("whether images are used at half their side") public var isHalved = true
    @Parameter("hidden rectifiers", in: 1...4_096) public var hiddenUnits = 48
    @Parameter("learning rate", in: 1e-6...10) public var learningRate = 0.1
    @Parameter("images in a minibatch", in: 1...10_000) public var batchSize = 20

    init(_ profile: Profile) {
        guard profile != .quick else { return }
        pool = 50_000
        validation = profile == .full ? 1_000 : 8_000
        test = 10_000
        isHalved = false
        hiddenUnits = 128
        batchSize = 50
    }
}
