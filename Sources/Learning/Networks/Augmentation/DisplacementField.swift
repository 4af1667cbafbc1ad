import Foundation
import LinearAlgebra

/// How far each pixel is fetched from elsewhere: smoothed random numbers in both directions.
struct DisplacementField {
    private let x: [Double]
    private let y: [Double]
    private let side: Int

    init(_ elastic: Augmentation.Elastic, side: Int, _ stream: inout RandomStream) {
        self.side = side
        let radius = Int((3 * elastic.smoothness).rounded(.up))
        var kernel = (-radius...radius).map { offset in
            elastic.smoothness > 0 ? exp(-0.5 * pow(Double(offset) / elastic.smoothness, 2)) : 1
        }
        let sum = kernel.reduce(0, +)
        kernel = kernel.map { $0 / sum }
        func field() -> [Double] {
            let raw = (0..<side * side).map { _ in elastic.strength * (2 * stream.uniform() - 1) }
            return DisplacementField.smoothed(DisplacementField.smoothed(raw, side, kernel), side, kernel)
        }
        x = field()
        y = field()
    }

    subscript(row: Int, column: Int) -> (Double, Double) { (x[row * side + column], y[row * side + column]) }

    /// Rows smoothed by `kernel`, rows and columns exchanged, so that two calls smooth both.
    private static func smoothed(_ field: [Double], _ side: Int, _ kernel: [Double]) -> [Double] {
        let radius = kernel.count / 2
        var result = field
        for row in 0..<side {
            for column in 0..<side {
                var sum = 0.0
                for offset in max(-radius, -column)...min(radius, side - 1 - column) {
                    sum += kernel[offset + radius] * field[row * side + column + offset]
                }
                result[column * side + row] = sum
            }
        }
        return result
    }
}
