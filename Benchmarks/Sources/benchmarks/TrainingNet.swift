import Learning

/// The nets that the training workloads time: those of the peers.
enum TrainingNet: String, CaseIterable {
    /// 784-1024-1024-10, rectifiers and dropout.
    case mlp
    /// Two layers of 240 maxout units of five pieces, and dropout.
    case maxout
    /// 5×5 convolutions to 32 and 64 channels, each with 2×2 pooling, then 128 rectifiers; only whole patches.
    case cnnValid = "cnn_valid"
    /// The same with images padded by zeros.
    case cnnSame = "cnn_same"

    var workload: String { "train_\(rawValue)" }

    /// Images that one timing trains on.
    var images: Int { self == .mlp || self == .maxout ? 60_000 : 12_000 }

    var optimizer: SGD { SGD(batch: 100, rate: .constant(self == .maxout ? 0.01 : 0.05), momentum: 0.9) }

    func network() throws -> Network {
        switch self {
        case .mlp:
            try Network(input: .image(side: 28)) {
                Dropout(keep: 0.8)
                Dense(units: 1024, activation: .rectifier)
                Dropout(keep: 0.5)
                Dense(units: 1024, activation: .rectifier)
                Dropout(keep: 0.5)
                Dense(units: 10)
            }
        case .maxout:
            try Network(input: .image(side: 28)) {
                Dropout(keep: 0.8)
                Maxout(units: 240, pieces: 5)
                Dropout(keep: 0.5)
                Maxout(units: 240, pieces: 5)
                Dropout(keep: 0.5)
                Dense(units: 10)
            }
        case .cnnValid, .cnnSame:
            try Network(input: .image(side: 28)) {
                Convolution(channels: 32, side: 5, padding: self == .cnnSame ? .same : .valid)
                MaxPooling()
                Convolution(channels: 64, side: 5, padding: self == .cnnSame ? .same : .valid)
                MaxPooling()
                Dense(units: 128, activation: .rectifier)
                Dense(units: 10)
            }
        }
    }

    /// The products that one minibatch of 100 takes: convolutions with one input channel by patches, the others by minimal
    /// filtering, which makes 64 products of tiles × channels of them.
    var products: [BareProduct] { products(tiles.map { [$0] } ?? []) }

    /// The products by which the layers are defined, where those are others: every convolution by its patches.
    var patchProducts: [BareProduct]? { patches.map { products([$0]) } }

    private func products(_ second: [AffineMap]) -> [BareProduct] {
        (affineMaps.prefix(1) + second + affineMaps.dropFirst()).enumerated().flatMap { index, map in
            BareProduct.layer(
                rows: map.rows, inputs: map.inputs, units: map.units, toInput: index > 0, times: map.times)
        }
    }

    private typealias AffineMap = (rows: Int, inputs: Int, units: Int, times: Int)

    private var affineMaps: [AffineMap] {
        switch self {
        case .mlp: [(100, 784, 1024, 1), (100, 1024, 1024, 1), (100, 1024, 10, 1)]
        case .maxout: [(100, 784, 1200, 1), (100, 240, 1200, 1), (100, 240, 10, 1)]
        case .cnnValid: [(57_600, 25, 32, 1), (100, 1024, 128, 1), (100, 128, 10, 1)]
        case .cnnSame: [(78_400, 25, 32, 1), (100, 3136, 128, 1), (100, 128, 10, 1)]
        }
    }

    /// The second convolution by minimal filtering.
    private var tiles: AffineMap? {
        switch self {
        case .mlp, .maxout: nil
        case .cnnValid: (400, 32, 64, 64)
        case .cnnSame: (1_600, 32, 64, 64)
        }
    }

    /// The second convolution by patches.
    private var patches: AffineMap? {
        switch self {
        case .mlp, .maxout: nil
        case .cnnValid: (6_400, 800, 64, 1)
        case .cnnSame: (19_600, 800, 64, 1)
        }
    }
}
