/// Everything that the page on sparse representations shows.
public struct Results: Codable, Sendable {
    public var displays: DisplayMeasurements
    public var penalties: PenaltyMeasurements
    public var coding: CodingMeasurements
    public var autoencoders: AutoencoderMeasurements
    public let dataName: String
    public let parameters: Parameters
}

/// The two displays.
public struct DisplayMeasurements: Codable, Sendable {
    /// The largest distance of y from the product: sparse parameters, sparse representation as printed and mended.
    public var parametersError: Double
    public var printedError: Double
    public var mendedError: Double
    /// Zeros among the entries of matrix and vector.
    public var parametersZeros: ZeroCount
    public var representationZeros: ZeroCount
}

/// How many entries of a matrix and of a vector are zero.
public struct ZeroCount: Codable, Sendable, Equatable {
    public var matrix: Int
    public var vector: Int
}

/// The penalties against what they are said to be.
public struct PenaltyMeasurements: Codable, Sendable {
    /// Largest distance of the Student-t penalty from minus the logarithm of the density, both zero at 0.
    public var studentError: Double
    /// Largest distance of a layer's loss from equation 7.29: L¹, Student-t, divergence.
    public var absoluteLayerError: Double
    public var studentLayerError: Double
    public var divergenceLayerError: Double
    /// The divergence's second derivative at ρ over 1 / (ρ (1 − ρ)), minus 1.
    public var curvatureError: Double
}

/// Sparse codes of images, one entry a training set.
public struct CodingMeasurements: Codable, Sendable {
    /// Share of code entries that are exactly zero, and of the images' energy that is left over; rows are training sets,
    /// columns α.
    public var zeros: [[Double]]
    public var residuals: [[Double]]
    /// Codes by matching pursuit: of `codes` at each number of entries, how many have exactly so many.
    public var exact: [Int]
    public let codes: Int
    /// Hoyer's measure of sparsity at equal residual: L¹, Student-t and squared penalty.
    public var absoluteSparsity: [Double]
    public var studentSparsity: [Double]
    public var squaredSparsity: [Double]
    /// Share of exact zeros under the Student-t penalty.
    public var studentZeros: [Double]
    public let picture: CodingPicture
}

/// Dictionaries and a code of the first training set.
public struct CodingPicture: Codable, Sendable {
    /// The most used atoms at each α.
    public let dictionaries: [[Picture]]
    /// An image, what its code at the middle α makes of it, and the atoms used with their weights.
    public let image: Picture
    public let reconstruction: Picture
    public let parts: [Picture]
    public let weights: [Double]
    /// Bin borders, zero in the middle of a bin, and the share of code entries in each bin: L¹, Student-t and squared penalty
    /// at equal residual.
    public let bins: [Double]
    public let shares: [[Double]]
}

/// Autoencoders, one entry a training set in each list.
public struct AutoencoderMeasurements: Codable, Sendable {
    public var rectifiers: [AutoencoderOutcomes]
    public var tanhPlain: AutoencoderOutcomes
    public var tanhStudent: AutoencoderOutcomes
    public var sigmoidPlain: AutoencoderOutcomes
    public var sigmoidDivergence: AutoencoderOutcomes
    public var kept: AutoencoderOutcomes
    public var sparseWeights: AutoencoderOutcomes
}

/// What was measured of one kind of autoencoder.
public struct AutoencoderOutcomes: Codable, Sendable {
    /// Share of activations on fresh images that are at most 0.01 in size.
    public var quiet: [Double]
    /// Hoyer's measure of sparsity, the mean over fresh images.
    public var hoyer: [Double]
    /// Share of weights that are at most 0.001 in size.
    public var smallWeights: [Double]
    /// Share of the images' variance that is not reconstructed.
    public var residuals: [Double]
    /// The same on validation images, for whoever chooses another learning rate.
    public let validationResiduals: [Double]
    /// Mean over units of |mean activation − ρ|, and the mean activation of all.
    public var targetMisses: [Double]
    public var meanActivations: [Double]
    /// Images with exactly as many units that are not zero as a hard constraint leaves.
    public var exact: [Int]
    /// Activations of the first training set's network: rows are images, columns units.
    public let activations: Picture
    /// Weights from some pixels (rows) to units (columns).
    public let weights: Picture
}
