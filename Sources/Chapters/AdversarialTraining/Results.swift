import Foundation

/// Everything that the page on adversarial training shows.
public struct Results: Codable, Sendable {
    public var linear: LinearMeasurements
    public var arms: [ArmMeasurements]
    public var picture: Picture
    /// The mean clean validation error for each candidate size of the perturbation in training.
    public let tuningErrors: [Double]
    public let chosenEpsilon: Double
    public let dataName: String
    public let parameters: Parameters

    /// The replicates of one arm.
    func measurements(_ arm: Arm) -> [AttackMeasurements] {
        arms.first { $0.arm == arm }?.replicates ?? []
    }

    /// Networks trained against one step of the size of the strongest attack.
    var againstLargeStep: [AttackMeasurements] {
        let own = measurements(.networkLargeStep)
        return own.isEmpty ? measurements(.networkAdversarial) : own
    }
}

/// A linear function and the box around its input.
public struct LinearMeasurements: Codable, Sendable {
    /// The largest relative distance of ε‖w‖₁ from the greatest change over all corners of the box.
    public var boxMiss: Double
    /// The least relative distance of ε‖w‖₂ from it.
    public var printedMiss: Double
    public let epsilon: Double
    /// Numbers of inputs.
    public let sizes: [Double]
    /// For each size the changes over draws of w: along the sign of w, and along random signs.
    public var signedReaches: [[Double]]
    public var randomReaches: [[Double]]
}

/// All replicates of one arm.
public struct ArmMeasurements: Codable, Sendable {
    public let arm: Arm
    public var replicates: [AttackMeasurements]
}

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
    /// Networks only: for each size the misclassified share after a search of several steps from several starts.
    public var searchErrors: [Double]?
    /// Networks only: the mean cost along the single step, from 0 to the strongest attack's size; and the mean over images of
    /// the highest cost that a search finds within the compared size, and within the strongest attack's.
    public var pathCosts: [Double]?
    public var searchCosts: [Double]?
    /// The median over rightly answered images of the least size, in steps of 0.01, that changes the answer.
    public var leastSize: Double
    /// The root mean square over pixels and images of the perturbation of the compared size, and of the sign alone.
    public var movedRMS: Double
    public var printedRMS: Double
    /// Networks only: mean Euclidean norm and mean sum of magnitudes of the slope of the right logit.
    public var slopeNorm: Double?
    public let slopeSum: Double?
    /// Networks only: the mean over images of R² of a straight line through the right logit along the perturbation.
    public var linearity: Double?
}

/// Digits and what a network makes of them.
public struct Picture: Codable, Sendable {
    public let side: Int
    public let digits: [Digit]
    /// Sizes of the perturbation along which `logits` were measured, and one curve a class, for the digit shown large.
    public let sizes: [Double]
    public let logits: [[Double]]

    /// An image, the perturbation and the sum of both.
    public struct Digit: Codable, Sendable {
        public let label: Int
        /// A byte a pixel, from 0 (paper) to 255 (ink).
        public let pixels: Data
        /// A byte a pixel: 0 for −1, 1 for 0, 2 for 1.
        public let signs: Data
        public let answer: Int
        public let confidence: Double
        public let attackedAnswer: Int
        public let attackedConfidence: Double
    }
}
