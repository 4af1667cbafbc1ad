import Notebook

extension ClaimEntry {
    /// The verdict, that of each data set where they differ, and what kind of erratum it is.
    var verdictInWords: String {
        if isDivided { return verdictsInWords }
        guard verdict == .erratum, let slip = prediction?.slip else { return verdict.rawValue }
        return "\(verdict.rawValue): \(slip.words)"
    }

    /// "holds on pen-stroke digits, contradicted on MNIST".
    public var verdictsInWords: String {
        runs.map { "\($0.verdict.rawValue) on \($0.name)" }.joined(separator: ", ")
    }

    /// The prediction that is recorded.
    var predictionInWords: [Inline<Resolved>] {
        guard let prediction else { return [] }
        let place = Place(file: "claim \(id)")
        let older = prediction.isOlderThanResult ? ", recorded before the result" : ""
        return [.text("Prediction: “\(prediction.verdict.rawValue)”\(older): ")]
            + InlineText.read(prediction.bound, at: place) + [.text(". ")]
            + InlineText.read(prediction.reason, at: place)
    }
}

extension ClaimPrediction.Slip {
    /// What a reader is told of the statement.
    var words: String {
        switch self {
        case .typo: "a typographical error"
        case .gap: "a condition is missing"
        case .wrong: "wrong as stated"
        }
    }
}
