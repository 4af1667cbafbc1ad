/// The gradient of `function` at `w` by central differences.
func centralDifferences(at w: [Double], step: Double = 1e-5, _ function: ([Double]) -> Double) -> [Double] {
    w.indices.map { index in
        var up = w
        var down = w
        up[index] += step
        down[index] -= step
        return (function(up) - function(down)) / (2 * step)
    }
}
