import Laboratory
import LinearAlgebra
import Statistics

/// Networks on one training set, alone and averaged.
public struct NetworkEnsemble: Codable, Sendable {
    /// Squared error of the predicted probabilities of an average of k networks, the mean over many choices of members,
    /// k = 1, 2, ….
    public var squaredErrors: [Double]
    /// v/k + (k−1)c/k with v and c measured on other images.
    public let predictedErrors: [Double]
    /// c/v on those images.
    public var correlation: Double
    /// The squared error of the member that is best on those images.
    public var bestSquaredError: Double
    /// Misclassified share: the members' mean, and that of the average of all.
    public var memberErrorRate: Double
    public var ensembleErrorRate: Double
    /// The same for the members' vote.
    public var voteErrorRate: Double

    /// Measures ensembles of `members` on one half of the images; what is known of them comes from the other half.
    ///
    /// - Parameters:
    ///   - members: the probabilities of each, image by image.
    ///   - order: the images in the order in which they are halved.
    init(members: [[Double]], labels: [Int], classes: Int, order: [Int]) {
        let halves = [Array(order[..<(order.count / 2)]), Array(order[(order.count / 2)...])]
        let moments = halves.map { images in
            MemberMoments(
                members.map { probabilities in
                    images.flatMap { image in
                        (0..<classes).map { probabilities[image * classes + $0] - (labels[image] == $0 ? 1 : 0) }
                    }
                })
        }
        let (known, fresh) = (moments[0], moments[1])
        let ballot = Ballot(members, labels: labels, classes: classes, images: halves[1])
        let sizes = 1...members.count
        squaredErrors = sizes.map { fresh.ensembleError($0) * Double(classes) }
        predictedErrors = sizes.map {
            Equations.chapter.ensembleError($0, known.variance, known.covariance) * Double(classes)
        }
        correlation = known.correlation
        bestSquaredError = fresh.squaredErrors[known.squaredErrors.placeOfLowest] * Double(classes)
        memberErrorRate = ballot.memberErrorRates.mean
        ensembleErrorRate = ballot.averageErrorRate
        voteErrorRate = ballot.voteErrorRate
    }

    /// By how much the average of all has a lower squared error than the best member.
    var gainOverBest: Double { bestSquaredError - squaredErrors[squaredErrors.count - 1] }
}
