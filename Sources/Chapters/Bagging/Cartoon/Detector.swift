import Foundation

/// A logistic regression that says how probable it is that a glyph is an 8.
public struct Detector: Codable, Sendable, Equatable {
    /// One weight a pixel.
    public let weights: [Double]
    public let offset: Double

    /// Trains on `examples` by gradient descent from zero on the mean negative log-likelihood plus ½·`weightDecay`·‖w‖².
    init(trainedOn examples: [(glyph: Glyph, isEight: Bool)], weightDecay: Double = 0.01, steps: Int = 400) {
        let learningRate = 0.5
        var weights = [Double](repeating: 0, count: Glyph.rows * Glyph.columns)
        var offset = 0.0
        for _ in 0..<steps {
            var gradient = weights.map { weightDecay * $0 }
            var offsetGradient = 0.0
            for example in examples {
                let residual =
                    Detector(weights: weights, offset: offset).probability(of: example.glyph)
                    - (example.isEight ? 1 : 0)
                offsetGradient += residual / Double(examples.count)
                for pixel in gradient.indices {
                    gradient[pixel] += residual * example.glyph.pixels[pixel] / Double(examples.count)
                }
            }
            for pixel in weights.indices { weights[pixel] -= learningRate * gradient[pixel] }
            offset -= learningRate * offsetGradient
        }
        self.init(weights: weights, offset: offset)
    }

    init(weights: [Double], offset: Double) {
        self.weights = weights
        self.offset = offset
    }

    /// The probability that `glyph` is an 8.
    func probability(of glyph: Glyph) -> Double {
        let logit = zip(weights, glyph.pixels).reduce(offset) { $0 + $1.0 * $1.1 }
        return 1 / (1 + exp(-logit))
    }
}
