import LinearAlgebra

/// Lets the `active` numbers of each example pass that are largest in magnitude, and sets the others to 0: the nearest
/// representation with ‖h‖₀ ≤ `active` (Makhzani and Frey 2014). In prediction, too. Of equal magnitudes the first count.
public struct KSparse: Layer {
    public let active: Int

    /// - Parameter active: at least 1, and at most the number of units.
    public init(active: Int) { self.active = active }

    public func output(for input: FeatureShape) throws -> FeatureShape {
        guard active >= 1, active <= input.count else {
            throw LearningError.outOfRange(
                setting: "active units", value: Double(active), allowed: "from 1 to \(input.count)")
        }
        return input
    }

    /// 1 for what passes, else 0.
    public func memoryPerExample(for input: FeatureShape) -> Int { input.count }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func forward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        let units = pass.inputs
        pass.team.forTiles(of: pass.rows, multipleOf: 1) { tile in
            for row in tile {
                let h = pass.input + row * units
                let mask = pass.memory + row * units
                for unit in 0..<units { mask[unit] = abs(h[unit]) }
                let least = largest(active, among: mask, count: units)
                var left = active
                for unit in 0..<units where abs(h[unit]) > least { left -= 1 }
                for unit in 0..<units {
                    let tied = abs(h[unit]) == least && left > 0
                    if tied { left -= 1 }
                    mask[unit] = tied || abs(h[unit]) > least ? 1 : 0
                    pass.output[row * units + unit] = h[unit] * mask[unit]
                }
            }
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func backward<Scalar: NetworkScalar>(_ pass: LayerPass<Scalar>) {
        guard let delta = pass.outputDelta, let inputDelta = pass.inputDelta else { return }
        pass.team.forTiles(of: pass.rows * pass.inputs) { tile in
            for i in tile { inputDelta[i] = delta[i] * pass.memory[i] }
        }
    }

    /// The number that stands at place `rank`, from 1, when `numbers` are sorted downward (Hoare's selection); reorders them.
    @inline(__always)
    private func largest<Scalar: NetworkScalar>(
        _ rank: Int, among numbers: UnsafeMutablePointer<Scalar>, count: Int
    ) -> Scalar {
        var low = 0
        var high = count - 1
        while low < high {
            let pivot = numbers[(low + high) / 2]
            var i = low
            var j = high
            while i <= j {
                while numbers[i] > pivot { i += 1 }
                while numbers[j] < pivot { j -= 1 }
                guard i <= j else { break }
                (numbers[i], numbers[j]) = (numbers[j], numbers[i])
                i += 1
                j -= 1
            }
            if rank - 1 <= j {
                high = j
            } else if rank - 1 >= i {
                low = i
            } else {
                break
            }
        }
        return numbers[rank - 1]
    }
}
