import Foundation
import LinearAlgebra
import Plots

/// How one digit was written: everything that chance decides about it besides the digit and the style.
struct PenHand {
    /// How much the hand varies. Frozen: another number makes other images, and other difficulty.
    enum Spread {
        static let slant = 0.18
        static let rotation = 0.1
        static let size = 0.66..<0.88
        static let aspect = 0.16
        static let shift = 1.2
        static let jitter = 0.028
        static let bend = 0.045
        static let thickness = 1.7..<3.5
        static let blur = 0.0..<0.8
        static let noise = 0.0..<0.07
        static let contrast = 0.8..<1.0
        static let clutter = 0.08
    }

    private let linear: (Double, Double, Double, Double)
    private let centre: XY
    private let bends: [(amplitude: XY, frequency: XY, phase: Double)]
    let thickness: Double

    init(side: Int, _ stream: inout RandomStream) {
        let side = Double(side)
        let height = side * stream.uniform(in: Spread.size)
        let width = height * 0.66 * exp(Spread.aspect * stream.normal())
        let angle = Spread.rotation * stream.normal()
        let slant = Spread.slant * stream.normal()
        let (c, s) = (cos(angle), sin(angle))
        // Scale, then slant to the side, then turn.
        linear = (c * width, (-c * slant - s) * height, s * width, (-s * slant + c) * height)
        centre = XY(side / 2 + Spread.shift * stream.normal(), side / 2 + Spread.shift * stream.normal())
        bends = (0..<2).map { _ in
            (
                amplitude: XY(Spread.bend * stream.normal(), Spread.bend * stream.normal()),
                frequency: XY(stream.uniform(in: 1..<5), stream.uniform(in: 1..<5)),
                phase: stream.uniform(in: 0..<2 * Double.pi)
            )
        }
        thickness = stream.uniform(in: Spread.thickness)
    }

    /// The strokes of `style` as this hand writes them, in pixels.
    func strokes(_ style: PenStyle, _ stream: inout RandomStream) -> [PenStroke] {
        style.strokes.map { stroke in
            let points = stroke.points.map { point in
                XY(point.0 + Spread.jitter * stream.normal(), point.1 + Spread.jitter * stream.normal())
            }
            let path = (stroke.isSmooth ? Spline.through(points) : Spline.polyline(points)).map(place)
            let end = thickness * stream.uniform(in: 0.65..<1.15)
            return PenStroke(polyline: path, width: thickness, endWidth: end)
        }
    }

    /// Where a point of the unit box lands in the picture.
    private func place(_ point: XY) -> XY {
        var x = point.x - 0.5
        var y = point.y - 0.5
        for bend in bends {
            let wave = sin(bend.frequency.x * x + bend.frequency.y * y + bend.phase)
            x += bend.amplitude.x * wave
            y += bend.amplitude.y * wave
        }
        return XY(centre.x + linear.0 * x + linear.1 * y, centre.y + linear.2 * x + linear.3 * y)
    }
}
