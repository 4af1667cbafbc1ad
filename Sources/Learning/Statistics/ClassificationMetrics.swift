import Foundation
import LinearAlgebra

/// How well scores and probabilities of two classes, 0 and 1, fit.
extension [Double] {
    /// The area under the receiver operating characteristic: the share of pairs of an example of class 1 and one of class 0
    /// in which the former has the higher score; equal scores count half.
    /// - Throws: `LearningError` for sizes that disagree, scores that are not finite, and a class without an example.
    public func areaUnderROC(labels: [Int]) throws(LearningError) -> Double {
        guard count == labels.count else {
            throw .sizesDisagree(what: "Scores", count, other: "labels", labels.count)
        }
        try requireFinite("Score")
        let counts = try labels.counts(classes: 2)
        let order = indices.sorted { self[$0] < self[$1] }
        // Mann and Whitney's statistic: the ranks of class 1, those of equal scores averaged.
        var sum = 0.0
        var place = 0
        while place < count {
            let end = order[place...].firstIndex { self[$0] > self[order[place]] } ?? count
            let rank = 0.5 * Double(place + 1 + end)
            for example in order[place..<end] where labels[example] == 1 { sum += rank }
            place = end
        }
        let (negative, positive) = (Double(counts[0]), Double(counts[1]))
        return (sum - 0.5 * positive * (positive + 1)) / (positive * negative)
    }
}

/// How well predicted probabilities fit, one row an example and one column a class.
extension Matrix {
    /// The mean of −log of the probability of the label. Infinite when a label has probability 0.
    /// - Throws: `LearningError` for rows that are no probabilities, and labels that disagree or are no classes.
    public func logLoss(labels: [Int]) throws(LearningError) -> Double {
        try requireProbabilities(labels)
        return labels.enumerated().reduce(0) { $0 - log(self[$1.offset, $1.element]) } / Double(rows)
    }

    /// The expected calibration error (Naeini et al. 2015): examples are put into `bins` equally wide bins by the
    /// probability of the class predicted; the mean over examples of the distance between each bin's mean probability and
    /// its share of right predictions.
    /// - Throws: as `logLoss`, and for fewer than one bin.
    public func calibrationError(labels: [Int], bins: Int = 15) throws(LearningError) -> Double {
        guard bins >= 1 else { throw .outOfRange(setting: "Bins", value: Double(bins), allowed: "at least 1") }
        try requireProbabilities(labels)
        var excess: [Int: Double] = [:]
        for (i, predicted) in rowMaxima.enumerated() {
            let confidence = self[i, predicted]
            // Each bin holds its upper end.
            let bin = max(Int((confidence * Double(bins)).rounded(.up)) - 1, 0)
            excess[bin, default: 0] += confidence - (predicted == labels[i] ? 1 : 0)
        }
        return excess.keys.sorted().reduce(0) { $0 + abs(excess[$1] ?? 0) } / Double(rows)
    }

    private func requireProbabilities(_ labels: [Int]) throws(LearningError) {
        guard rows > 0 else { throw .empty(what: "examples") }
        guard labels.count == rows else { throw .sizesDisagree(what: "Examples", rows, other: "labels", labels.count) }
        try labels.requireClasses(columns)
        for i in 0..<rows { try row(i).requireShares("Probabilities") }
    }
}
