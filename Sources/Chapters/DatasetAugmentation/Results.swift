/// Everything that the page on dataset augmentation shows.
public struct Results: Codable, Sendable {
    public let gallery: Gallery
    public var curves: CurveMeasurements
    public var schemes: SchemeMeasurements
    public var flips: FlipMeasurements
    public var robustness: RobustnessMeasurements
    public var hidden: HiddenNoiseMeasurements
    public var dropout: DropoutMeasurements
    public var codes: CodeMeasurements
    public let dataName: String
    public let parameters: Parameters
}

/// Test errors against the number of training examples.
public struct CurveMeasurements: Codable, Sendable {
    public let sizes: [Int]
    public let schemes: [Scheme]
    /// For each scheme and replicate, one error a size.
    public var errors: [[[Double]]]
}

/// Test errors of two algorithms, one row a replicate, one column a scheme.
public struct SchemeMeasurements: Codable, Sendable {
    public let schemes: [Scheme]
    public var connected: [[Double]]
    public var convolutional: [[Double]]
}

/// For each replicate the share of each class's test images that is taken for each class.
public struct FlipMeasurements: Codable, Sendable {
    public var plain: [[[Double]]]
    public var turned: [[[Double]]]
    public let mirrored: [[[Double]]]
    public var plainLetters: [[[Double]]]
    public var mirroredLetters: [[[Double]]]
}

/// Test errors under noise: for each replicate and noise in training, one a noise in testing.
public struct RobustnessMeasurements: Codable, Sendable {
    public let trainingNoise: [Double]
    public let testNoise: [Double]
    public var errors: [[[Double]]]
}

/// Errors of networks that were trained with noise on their hidden units.
public struct HiddenNoiseMeasurements: Codable, Sendable {
    public let deviations: [Double]
    public let kinds: [HiddenNoise]
    /// For each kind and replicate, one error a deviation: on images for choosing it, and on test images.
    public var validation: [[[Double]]]
    public var test: [[[Double]]]
}

/// Dropout against noise that multiplies.
public struct DropoutMeasurements: Codable, Sendable {
    /// Over all masks of eight inputs: mean minus x, covariance minus that of the noise.
    public var meanError: Double
    public var covarianceError: Double
    /// A network with dropout on its inputs minus the network on inputs that were multiplied before.
    public var layerError: Double
    /// Squared deviations of normal factors over the variance they should have.
    public var gaussianSquares: [Double]
}

/// Test errors of softmax regression, one entry a replicate, and some of the autoencoders' weights.
public struct CodeMeasurements: Codable, Sendable {
    public let pixels: [Double]
    public var plain: [Double]
    public var denoising: [Double]
    public let side: Int
    /// Incoming weights of a few units of one autoencoder, image after image.
    public let plainFilters: [Float]
    public let denoisingFilters: [Float]
}
