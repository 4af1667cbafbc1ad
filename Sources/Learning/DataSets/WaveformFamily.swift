import LinearAlgebra

/// The waveform problem of Breiman et al. 1984: three classes, each a random mixture of two of three triangular waves,
/// sampled at 21 places with unit noise.
public enum WaveformFamily {
    public static let features = 21
    public static let classes = 3

    /// `count` examples; each class is equally likely.
    public static func sample(_ count: Int, using stream: inout RandomStream) -> ClassificationData {
        let labels = (0..<count).map { _ in stream.index(below: classes) }
        var elements: [Double] = []
        elements.reserveCapacity(count * features)
        for label in labels {
            let share = stream.uniform()
            let (first, second) = [(0, 1), (0, 2), (1, 2)][label]
            for place in 0..<features {
                elements.append(share * wave(first, place) + (1 - share) * wave(second, place) + stream.normal())
            }
        }
        let inputs = Matrix(rows: count, columns: features, elements: elements)
        return ClassificationData(inputs: inputs, labels: labels, classes: classes)
    }

    /// Triangles of height 6 over places 0 to 20 with peaks at 6, 14 and 10.
    private static func wave(_ wave: Int, _ place: Int) -> Double {
        max(6 - abs(Double(place - [6, 14, 10][wave])), 0)
    }
}
