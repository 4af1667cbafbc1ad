import DataSets
import Foundation

/// Digits and what a network makes of them.
public struct Picture: Codable, Sendable {
    public let side: Int
    public let digits: [Digit]
    /// Sizes of the perturbation along which `logits` were measured, and one curve a class, for the digit shown large.
    public let sizes: [Double]
    public let logits: [[Double]]

    /// An image, the perturbation and the sum of both.
    public struct Digit: Codable, Sendable {
        public let label: Int
        /// A byte a pixel, from 0 (paper) to 255 (ink).
        public let pixels: Data
        /// A byte a pixel: 0 for −1, 1 for 0, 2 for 1.
        public let signs: Data
        public let answer: Int
        public let confidence: Double
        public let attackedAnswer: Int
        public let attackedConfidence: Double
    }
}

extension Picture {
    /// The first test image of each digit that the network gets right.
    init(of images: LabelledImages, _ network: TrainedNetwork, _ attack: Attack, epsilon: Double) throws {
        let classes = images.classes
        let before = answers(try network.probabilities(attack.moved(by: 0)), classes: classes)
        let moved = attack.moved(by: epsilon)
        let after = answers(try network.probabilities(moved), classes: classes)
        let right = (0..<images.count).filter { before[$0].label == images.labels[$0] }
        let rows = (0..<classes).compactMap { digit in right.first { images.labels[$0] == digit } }
        let size = images.side * images.side
        let signs = attack.moved(by: 1)
        let digits = rows.map { row in
            let range = row * size..<(row + 1) * size
            return Digit(
                label: images.labels[row], pixels: Data(images.pixels[range].map { UInt8($0 * 255) }),
                signs: Data(range.map { UInt8(min(max((signs[$0] - images.pixels[$0]).rounded(), -1), 1) + 1) }),
                answer: before[row].label,
                confidence: before[row].confidence, attackedAnswer: after[row].label,
                attackedConfidence: after[row].confidence)
        }
        let sizes = (-20...20).map { Double($0) / 20 }
        let curves = try sizes.map { try network.logits(attack.moved(by: $0)) }
        // The digit that the large picture shows.
        let first = rows.first { images.labels[$0] == 3 } ?? rows.first ?? 0
        self.init(
            side: images.side, digits: digits, sizes: sizes,
            logits: (0..<classes).map { label in curves.map { $0[first * classes + label] } })
    }
}
