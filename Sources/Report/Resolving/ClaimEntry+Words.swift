import Notebook

extension ClaimEntry {
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
