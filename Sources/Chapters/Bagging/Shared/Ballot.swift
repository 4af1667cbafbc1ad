import LinearAlgebra

/// The answers of several classifiers to the same images: each alone, their vote, and the average of their probabilities.
struct Ballot {
    /// Misclassified shares.
    let memberErrorRates: [Double]
    let voteErrorRate: Double
    let averageErrorRate: Double

    /// - Parameters:
    ///   - members: the probabilities of each, image by image.
    ///   - images: those that count; all of them where none are named.
    init(_ members: [[Double]], labels: [Int], classes: Int, images: [Int]? = nil) {
        let images = images ?? Array(labels.indices)
        func share(_ answer: (Int) -> Int) -> Double {
            Double(images.count { answer($0) != labels[$0] }) / Double(images.count)
        }
        let answers = members.map { $0.rowMaxima(columns: classes) }
        let sums = members[0].indices.map { place in members.reduce(0) { $0 + $1[place] } }
        memberErrorRates = answers.map { answers in share { answers[$0] } }
        let averaged = sums.rowMaxima(columns: classes)
        averageErrorRate = share { averaged[$0] }
        voteErrorRate = share { image in
            var votes = [Double](repeating: 0, count: classes)
            for member in answers { votes[member[image]] += 1 }
            return votes.placeOfHighest
        }
    }
}
