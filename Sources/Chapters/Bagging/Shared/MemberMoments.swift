import LinearAlgebra

/// The second moments of several members' errors.
struct MemberMoments {
    /// The errors of each member on the same examples.
    let errors: [[Double]]

    init(_ errors: [[Double]]) { self.errors = errors }

    /// The members' own mean squared errors.
    var squaredErrors: [Double] { errors.indices.map { product($0, $0) } }

    /// The mean product of the errors of two members.
    private func product(_ first: Int, _ second: Int) -> Double {
        errors[first].dot(errors[second]) / Double(errors[first].count)
    }

    /// v: the members' mean squared error.
    var variance: Double {
        errors.indices.reduce(0) { $0 + product($1, $1) } / Double(errors.count)
    }

    /// c: the mean product of the errors of two different members.
    var covariance: Double {
        let pairs = errors.indices.flatMap { first in (first + 1..<errors.count).map { (first, $0) } }
        return pairs.reduce(0) { $0 + product($1.0, $1.1) } / Double(max(pairs.count, 1))
    }

    /// The share of their errors that two members have in common: c/v.
    var correlation: Double { covariance / variance }

    /// The squared error of an average of k members, the mean over the runs of k members in a circle.
    func ensembleError(_ k: Int) -> Double {
        let choices = errors.indices.map { start in (0..<k).map { (start + $0) % errors.count } }
        let values = choices.map { members in
            let mean = errors[0].indices.map { place in members.reduce(0) { $0 + errors[$1][place] } / Double(k) }
            return mean.dot(mean) / Double(mean.count)
        }
        return values.reduce(0, +) / Double(values.count)
    }
}
