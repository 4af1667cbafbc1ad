import LinearAlgebra

/// What cross-validation measured: the mean loss of each candidate on each fold.
public struct ValidationCurve: Sendable, Codable, Equatable {
    /// folds × candidates.
    public let losses: [[Double]]
    /// How many examples each fold has.
    public let sizes: [Int]
    /// The mean loss of each candidate over all examples.
    public let means: [Double]
    /// The standard error of each candidate's mean, from the differences between folds.
    public let standardErrors: [Double]

    /// - Throws: `LearningError` for fewer than two folds, empty ones or no candidates, folds of differing numbers of
    ///   candidates, and losses that are not finite.
    public init(losses: [[Double]], sizes: [Int]) throws(LearningError) {
        guard losses.count >= 2 else { throw .tooFew(what: "folds", count: losses.count, needed: 2) }
        guard losses.count == sizes.count else {
            throw .sizesDisagree(what: "Folds", losses.count, other: "sizes of folds", sizes.count)
        }
        for size in sizes where size < 1 {
            throw .outOfRange(setting: "Examples of a fold", value: Double(size), allowed: "at least 1")
        }
        let candidates = losses[0].count
        guard candidates > 0 else { throw .empty(what: "candidates") }
        for fold in losses {
            guard fold.count == candidates else {
                throw .sizesDisagree(
                    what: "Losses of a fold", fold.count, other: "losses of the first fold", candidates)
            }
            try fold.requireFinite("Loss of candidate")
        }
        self.losses = losses
        self.sizes = sizes
        let total = sizes.reduce(0) { $0 + Double($1) }
        means = (0..<candidates).map { candidate in
            zip(losses, sizes).reduce(0) { $0 + $1.0[candidate] * (Double($1.1) / total) }
        }
        try means.requireFinite("Mean loss of candidate")
        standardErrors = (0..<candidates).map { candidate in losses.map { $0[candidate] }.standardError }
    }

    /// The candidate of lowest mean loss, the first of equal ones.
    public var best: Int { means.map { -$0 }.placeOfHighest }

    /// The first candidate whose mean loss is at most one standard error above the lowest (Breiman et al. 1984): list the
    /// simplest candidates first, such as penalties in descending order.
    public var simplestWithinOneStandardError: Int {
        let limit = means[best] + standardErrors[best]
        return means.firstIndex { $0 <= limit } ?? best
    }
}

extension ValidationCurve {
    private enum CodingKeys: String, CodingKey { case losses, sizes }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let losses = try container.decode([[Double]].self, forKey: .losses)
        let sizes = try container.decode([Int].self, forKey: .sizes)
        var curve: ValidationCurve?
        try decoder.check { () throws(LearningError) in curve = try ValidationCurve(losses: losses, sizes: sizes) }
        guard let curve else {
            throw DecodingError.dataCorruptedError(forKey: .losses, in: container, debugDescription: "no losses")
        }
        self = curve
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(losses, forKey: .losses)
        try container.encode(sizes, forKey: .sizes)
    }
}
