/// Everything that the page on tying and sharing shows.
public struct Results: Codable, Sendable {
    public var limits: LimitMeasurements
    public var tying: TyingMeasurements
    public var hybrid: HybridMeasurements
    public var counts: CountMeasurements
    public var equivariance: EquivarianceMeasurements
    public var networks: NetworkMeasurements
    public let dataName: String
    public let parameters: Parameters
}

/// Two linear models under the tie penalty, in closed form.
public struct LimitMeasurements: Codable, Sendable {
    /// Largest derivative of J + αΩ at the closed form, by central differences.
    public var slope: Double
    /// Distance from the separate fits at α = 10⁻⁹, from the pooled fit at α = 10⁹.
    public var separateError: Double
    public var pooledError: Double
    /// With a common Hessian: the shrinkage of the difference along eigenvectors, and the change of the sum.
    public var shrinkageError: Double
    public var sumError: Double
    /// A path in two dimensions: α, and both models at each.
    public let alphas: [Double]
    public let first: [[Double]]
    public let second: [[Double]]
    public let pooled: [Double]
}

/// Errors of pairs of linear models; rows are distances of the truths, columns pairs.
public struct TyingMeasurements: Codable, Sendable {
    /// Mean excess error for each strength of the tie, one row a distance.
    public var curves: [[Double]]
    public var separate: [[Double]]
    public var pooled: [[Double]]
    /// With α chosen on validation examples.
    public var chosen: [[Double]]
}

/// Error rates of classifiers of digits; rows are numbers of labels, columns training sets.
public struct HybridMeasurements: Codable, Sendable {
    /// The generative model alone; softmax regression drawn toward zero; toward the generative model.
    public var generative: [[Double]]
    public var discriminative: [[Double]]
    public var tied: [[Double]]
    /// Mean error rate on validation images for each α, one row a number of labels: toward zero, and tied.
    public let discriminativeCurves: [[Double]]
    public let tiedCurves: [[Double]]
}

/// Parameters of a hidden layer of the same units with three kinds of connections.
public struct CountMeasurements: Codable, Sendable {
    /// Shared weights, weights for each place, all connections.
    public var counts: [Int]
    public var formulas: [Int]
    /// Bytes that the parameters take in single precision.
    public var bytes: [Int]
    /// Numbers in the layer's output, which sharing does not lower.
    public let units: Int
    /// Largest change of the answers when shared weights are copied to each place, and these into a matrix.
    public var copiedError: Double
}

/// What becomes of features when the image moves.
public struct EquivarianceMeasurements: Codable, Sendable {
    /// Largest difference between features of the moved image and moved features, relative to the largest feature:
    /// a convolution on a ring, one away from the border, one at the border, and one with weights for each place.
    public var ringError: Double
    public var interiorError: Double
    public var borderError: Double
    public var localError: Double
    public let picture: EquivariancePicture
}

/// A digit, the digit moved, and one channel of both under two kinds of layer.
public struct EquivariancePicture: Codable, Sendable {
    public let side: Int
    public let mapSide: Int
    public let shift: Int
    public let image: [Double]
    public let moved: [Double]
    public let features: [Double]
    public let movedFeatures: [Double]
    public let local: [Double]
    public let movedLocal: [Double]
}

/// Networks that differ in how their hidden layer is connected.
public struct NetworkMeasurements: Codable, Sendable {
    public let counts: [Int]
    /// Error rates on test images: one row a number of training images, one column a training set.
    public var convolution: [[Double]]
    public var local: [[Double]]
    public var dense: [[Double]]
    /// The mean on validation images, on which the learning rates were chosen.
    public let validation: [[Double]]
    /// Share of answers that change when the image moves by a pixel, after training on most images: one entry a
    /// training set.
    public var convolutionChanges: [Double]
    public var localChanges: [Double]
    public var denseChanges: [Double]
}
