import Foundation
import Plots

extension SparseRepresentationsSection {
    /// L¹ is `.penalty`, Student-t `.series(2)` and squared `.series(3)` in all figures.
    static func penalties() -> Figure {
        Figure(width: 420, height: 180, title: "Penalties on one element of a representation") {
            Row(spacing: 26, shares: [0.5, 0.5]) {
                Panel(x: Axis("$h$"), y: Axis("$\\Omega(h)$", in: 0...3.2), legend: .top) {
                    Line(over: -3...3) { abs($0) }.role(.penalty).label("$|h|$")
                    Line(over: -3...3) { log(1 + $0 * $0) }.role(.series(2)).dash(.dashDotted).label("$\\log(1+h^2)$")
                    Line(over: -3...3) { $0 * $0 / 2 }.role(.series(3)).dash(.solid).label("$\\frac{1}{2}h^2$")
                }
                Panel(x: Axis("mean activation $\\hat\\rho$", in: 0...1), y: Axis("", in: 0...1.6), legend: .top) {
                    for (place, target) in [0.05, 0.2].enumerated() {
                        Line(over: 0.002...0.998) { Equations.chapter.divergence(target, $0) }.role(.series(4 + place))
                            .dash(place == 0 ? .solid : .dashed).label("$\\rho=\(target)$")
                    }
                }
            }
        }
    }

    static func codeEntries(_ picture: CodingPicture) -> Figure {
        let middles = zip(picture.bins, picture.bins.dropFirst()).map { ($0 + $1) / 2 }
        return Figure(width: 420, height: 180, title: "Entries of codes under three penalties") {
            Panel(
                x: Axis("entry of the code $h$"), y: Axis("share of entries", scale: .log), legend: .top
            ) {
                Line(x: middles, y: picture.shares[0]).role(.penalty).label("$L^1$")
                Line(x: middles, y: picture.shares[1]).role(.series(2)).dash(.dashDotted).label("Student-$t$")
                Line(x: middles, y: picture.shares[2]).role(.series(3)).dash(.solid).label("squared")
            }
        }
    }

    /// Rows are images, columns hidden units; dark where a unit speaks.
    static func activations(_ networks: AutoencoderMeasurements) throws -> Figure {
        let strips: [(String, AutoencoderOutcomes)] = [
            ("none", networks.rectifiers[0]), ("$L^1$", networks.sparseUnits), ("Student-$t$", networks.tanhStudent),
            ("divergence", networks.sigmoidDivergence), ("$k$ units", networks.kept),
        ]
        return try Figure(width: 420, height: 78, title: "Activations of five autoencoders") {
            ImageGrid(
                try strips.map { try $0.1.activations.sizes() }, columns: strips.count, labels: strips.map(\.0),
                spacing: 8)
        }
    }

    static func weightsAgainstUnits(_ networks: AutoencoderMeasurements) throws -> Figure {
        let (weights, units) = (networks.sparseWeights, networks.sparseUnits)
        return try Figure(width: 420, height: 98, title: "Sparse weights and sparse units") {
            ImageGrid(
                [
                    try weights.weights.sizes(), try weights.activations.sizes(), try units.weights.sizes(),
                    try units.activations.sizes(),
                ], columns: 4, labels: ["weights", "activations", "weights", "activations"], spacing: 10)
        }
    }
}

extension Picture {
    /// Sizes as ink: what is zero stays empty.
    fileprivate func sizes() throws -> PixelImage {
        try PixelImage(ink: values.map(abs), columns: columns, colour: RGB(0x0072B2))
    }
}
