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
        func most(_ row: ArraySlice<Double>) -> Int {
            (row.indices.max { row[$0] < row[$1] } ?? row.startIndex) - row.startIndex
        }
        let answers = members.map { probabilities in
            labels.indices.map { most(probabilities[$0 * classes..<($0 + 1) * classes]) }
        }
        let sums = members[0].indices.map { place in members.reduce(0) { $0 + $1[place] } }
        memberErrorRates = answers.map { answers in share { answers[$0] } }
        averageErrorRate = share { most(sums[$0 * classes..<($0 + 1) * classes]) }
        voteErrorRate = share { image in
            var votes = [Double](repeating: 0, count: classes)
            for member in answers { votes[member[image]] += 1 }
            return most(votes[...])
        }
    }
}
