import DataSets
import Foundation
import LinearAlgebra
import Plots

/// The letters b, d, p, q, o and x, drawn with pen strokes: a mirror turns the first four into one another and leaves the
/// last two as they are.
public struct PenLetters: Sendable {
    public static let names = ["b", "d", "p", "q", "o", "x"]
    /// Pixels along each side of a picture.
    let side: Int

    public init(side: Int) { self.side = side }

    /// As many letters as `count`, each kind equally often.
    public func images(_ count: Int, _ stream: RandomStream) -> LabelledImages {
        var pixels: [Float] = []
        let labels = (0..<count).map { $0 % Self.names.count }
        for (index, label) in labels.enumerated() {
            var own = stream.split("letter", index)
            pixels += picture(of: label, &own)
        }
        return LabelledImages(side: side, classes: Self.names.count, pixels: pixels, labels: labels)
    }

    /// The strokes of a letter in a box one wide and one high, x to the right, y downwards.
    private func strokes(_ letter: Int) -> [[XY]] {
        let bowl = (0...16).map { step in
            let angle = 2 * Double.pi * Double(step) / 16
            return XY(0.5 + 0.28 * cos(angle), 0.7 + 0.28 * sin(angle))
        }
        let b = [[XY(0.22, 0), XY(0.22, 0.98)], bowl]
        let (mirrored, turned) = ({ (p: XY) in XY(1 - p.x, p.y) }, { (p: XY) in XY(p.x, 1 - p.y) })
        return switch letter {
        case 0: b
        case 1: b.map { $0.map(mirrored) }
        case 2: b.map { $0.map(turned) }
        case 3: b.map { $0.map(turned).map(mirrored) }
        case 4: [bowl.map { XY($0.x, $0.y - 0.2) }]
        default: [[XY(0.2, 0.2), XY(0.8, 0.8)], [XY(0.8, 0.2), XY(0.2, 0.8)]]
        }
    }

    private func picture(of letter: Int, _ stream: inout RandomStream) -> [Float] {
        let size = Double(side) * stream.uniform(in: 0.6..<0.85)
        let (angle, slant) = (0.12 * stream.normal(), 0.12 * stream.normal())
        let middle = XY(
            Double(side) / 2 + 0.03 * Double(side) * stream.normal(),
            Double(side) / 2 + 0.03 * Double(side) * stream.normal())
        let width = Double(side) / 14 * stream.uniform(in: 1..<1.7)
        let drawn = strokes(letter).map { stroke in
            PenStroke(
                polyline: stroke.map { point in
                    let x = point.x - 0.5 + 0.02 * stream.normal()
                    let y = point.y - 0.5 + 0.02 * stream.normal()
                    let u = x - slant * y
                    return XY(
                        middle.x + size * (cos(angle) * u - sin(angle) * y),
                        middle.y + size * (sin(angle) * u + cos(angle) * y))
                }, width: width)
        }
        return StrokeRaster.coverage(drawn, side: side).map { max(0, min(1, $0 + 0.05 * Float(stream.normal()))) }
    }
}
