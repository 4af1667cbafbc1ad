import Learning

/// Three classes of noisy waves with inputs of about unit size.
enum Waves {
    static let trainingExamples = 200
    static let testExamples = 500

    static func sample(_ count: Int, from stream: inout RandomStream) -> Examples<Float> {
        let data = WaveformFamily.sample(count, using: &stream)
        return Examples(
            shape: .vector(WaveformFamily.features), inputs: data.inputs.elements.map { Float($0 / 3) },
            targets: .labels(data.labels))
    }
}
