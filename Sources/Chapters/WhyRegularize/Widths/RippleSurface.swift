import Foundation
import LinearAlgebra
import Networks

/// Noisy samples of a smooth function of a few inputs that no small network holds exactly.
enum RippleSurface {
    static let features = 4

    static func sample(_ count: Int, from stream: inout RandomStream) -> Examples<Float> {
        var inputs: [Float] = []
        var targets: [Float] = []
        for _ in 0..<count {
            let x = stream.normals(features)
            let value = sin(1.5 * x[0]) + 0.6 * x[1] * tanh(x[2]) + 0.4 * cos(2 * x[3])
            inputs += x.map { Float($0) }
            targets.append(Float(value + Widths.noise * stream.normal()))
        }
        return Examples(shape: .vector(features), inputs: inputs, targets: .values(targets, columns: 1))
    }
}
