/// One classifier under attack.
public struct AttackMeasurements: Codable, Sendable {
    /// The misclassified share of all test images, none of them changed.
    public var cleanError: Double
    /// For each size of the perturbation, on the attacked images: the misclassified share, and the mean confidence in what was
    /// answered wrongly (0 where nothing was).
    public var errors: [Double]
    public var confidences: [Double]
    /// The same shares with pixels cut back to [0, 1].
    public let clippedErrors: [Double]
    /// With random signs in place of those of the slope.
    public var randomErrors: [Double]
    /// Networks of several layers only: for each size the misclassified share after a search of several steps from several starts.
    public var searchErrors: [Double]?
    /// Networks of several layers only: the mean cost along the single step, from 0 to the strongest attack's size; and the mean over images of
    /// the highest cost that a search finds within the compared size, and within the strongest attack's.
    public var pathCosts: [Double]?
    public var searchCosts: [Double]?
    /// The median over rightly answered images of the smallest size, in steps of 0.01, that changes the answer.
    public var smallestSize: Double
    /// The root mean square over pixels and images of the perturbation of that size, and of the sign alone.
    public var movedRMS: Double
    public var printedRMS: Double
    /// The same of the difference between an image and the nearest one of another digit, the median over images.
    public var otherRMS: Double
    /// Networks only: mean Euclidean norm and mean sum of magnitudes of the slope of the right logit.
    public var slopeNorm: Double?
    public let slopeSum: Double?
    /// Networks only: the mean over images of R² of a straight line through the right logit along the perturbation.
    public var linearity: Double?

    /// The misclassified share after a search within the size number `place`.
    func searchError(at place: Int) -> Double {
        guard let searchErrors, searchErrors.indices.contains(place) else { return .nan }
        return searchErrors[place]
    }

    /// How far a search within the compared size raises the mean cost.
    var riseWithinComparedSize: Double { (searchCosts?.first ?? .nan) - (pathCosts?.first ?? .nan) }
}

/// All replicates of one way to make a classifier.
public struct ArmMeasurements: Codable, Sendable {
    public let arm: Arm
    public var replicates: [AttackMeasurements]
}

extension [ArmMeasurements] {
    /// The replicates of one arm.
    subscript(arm: Arm) -> [AttackMeasurements] {
        first { $0.arm == arm }?.replicates ?? []
    }
}
